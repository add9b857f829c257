package nl.vliegwiel.forum.boundary;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import nl.vliegwiel.forum.Mentioned;
import nl.vliegwiel.forum.persistence.PeopleQueries;
import nl.vliegwiel.platform.time.Zones;

/** Tells people that a text names them: once, and only those who take part where it stands. */
@ApplicationScoped
class Mentions {
    /** Who names more people than this means nobody in particular. */
    private static final int MOST = 10;

    private PeopleQueries people;
    private ForumPolicy policy;
    private Event<Mentioned> mentioned;

    protected Mentions() {
    }

    @Inject
    Mentions(PeopleQueries people, ForumPolicy policy, Event<Mentioned> mentioned) {
        this.people = people;
        this.policy = policy;
        this.mentioned = mentioned;
    }

    /** @return whom the text names and who is told of it now, or was before */
    Set<UUID> tell(UUID post, UUID topic, UUID space, UUID author, String words, Instant at) {
        Set<UUID> named = new HashSet<>(Markdown.people(words));
        named.remove(author);
        if (named.isEmpty() || named.size() > MOST) {
            return Set.of();
        }
        Set<UUID> known = people.known(named, author, List.of(space), LocalDate.ofInstant(at, Zones.AMSTERDAM)).stream().map(PeopleQueries.Row::id)
            .filter(one -> policy.takesPart(one, space)).collect(Collectors.toSet());
        Set<UUID> fresh = known.isEmpty() ? Set.of() : people.tell(post, known, at);
        if (!fresh.isEmpty()) {
            mentioned.fire(new Mentioned(post, topic, fresh, at));
        }
        return known;
    }
}
