package nl.vliegwiel.forum.boundary;

import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import nl.vliegwiel.forum.domain.Cleaned;
import nl.vliegwiel.forum.persistence.ExpertQueries;
import nl.vliegwiel.forum.persistence.PeopleQueries;
import nl.vliegwiel.forum.persistence.TopicQueries;
import nl.vliegwiel.platform.OpenToAllStaff;
import nl.vliegwiel.platform.UseCase;
import nl.vliegwiel.platform.actor.Actor;
import nl.vliegwiel.platform.actor.CurrentActor;
import nl.vliegwiel.platform.rule.NotFound;
import nl.vliegwiel.platform.search.SearchQuery;
import nl.vliegwiel.platform.search.SearchQuery.Narrowed;
import nl.vliegwiel.platform.search.SearchSource;
import nl.vliegwiel.platform.time.Zones;

/** Whom and what a text may name while it is typed, and what somebody wrote. */
@UseCase
public class PeopleService {
    private static final int MOST = 8;
    private static final int MOST_WRITTEN = 50;
    private static final int LONGEST = 60;
    private static final String REQUEST = "REQUEST";

    @Inject
    private PeopleQueries people;

    @Inject
    private ExpertQueries experts;

    @Inject
    private TopicQueries topics;

    @Inject
    private ForumPolicy policy;

    @Inject
    private CurrentActor actor;

    @Inject
    private Clock clock;

    @Inject
    @Any
    private Instance<SearchSource> sources;

    /** Something that a text may name. @param note what tells it from another; @param markdown what the text says then */
    public record Named(UUID id, String name, String note, String markdown) {
    }

    /** A topic that somebody began, or wrote under. */
    public record Contribution(UUID topicId, UUID postId, String title, String space, boolean asked, boolean solved, Instant at) {
    }

    /** Somebody, as far as the forum knows her. @param organisation where she works; null for nowhere any more */
    public record Person(UUID id, String name, String organisation, boolean mine, List<String> tags, List<Contribution> written) {
    }

    /**
     * People whose name begins so, of those who take part in a space.
     *
     * @throws NotFound {@code space.notFound}
     */
    public List<Named> beginning(UUID spaceId, String typed) {
        Actor who = actor.get();
        policy.requireSpace(who, spaceId);
        String begin = shortly(typed);
        if (begin.length() < 2) {
            return List.of();
        }
        List<PeopleQueries.Row> found = people.beginning(begin, who.personId(), List.of(spaceId), today(), MOST * 2).stream()
            .filter(row -> policy.takesPart(row.id(), spaceId)).limit(MOST).toList();
        Map<UUID, String> organisations = topics.organisations(found.stream().map(PeopleQueries.Row::id).toList());
        return found.stream().map(row -> new Named(row.id(), row.name(), organisations.get(row.id()), "[@" + row.name() + "](" + Markdown.PEOPLE + row.id() + ")")).toList();
    }

    /** Requests that she may see, by the beginnings of their words. */
    @OpenToAllStaff
    public List<Named> requests(String typed) {
        List<String> words = Arrays.stream(shortly(typed).split("[^\\p{L}\\p{Nd}]+")).filter(word -> word.length() > 1).limit(5).toList();
        if (words.isEmpty()) {
            return List.of();
        }
        SearchQuery query = new SearchQuery(words, words.stream().map(word -> word + ":*").toList(), Narrowed.NOT);
        return sources.stream().filter(source -> source.kinds().contains(REQUEST)).flatMap(source -> source.find(actor.get(), query, Set.of(REQUEST), MOST).stream())
            .flatMap(found -> found.hits().stream())
            .map(hit -> new Named(hit.id(), hit.title(), hit.where(), "[" + hit.title().replaceAll("[\\[\\]\\\\]", " ").strip() + "](" + hit.path() + ")")).toList();
    }

    /**
     * What somebody wrote under her name in the spaces of the caller, and all that the caller wrote herself.
     *
     * @param id null for the caller
     * @throws NotFound {@code person.unknown} for whoever wrote nothing that the caller may read, and is not to be looked up either
     */
    public Person person(UUID id) {
        Actor who = actor.get();
        UUID wanted = id == null ? who.personId() : id;
        boolean mine = who.is(wanted);
        List<UUID> spaces = policy.spaces(who).stream().map(Space::id).toList();
        if (!mine && people.known(List.of(wanted), who.personId(), spaces, today()).isEmpty()) {
            throw new NotFound("person.unknown");
        }
        List<Contribution> written = people.written(wanted, spaces, mine, MOST_WRITTEN).stream()
            .map(row -> new Contribution(row.topicId(), row.postId(), row.title(), row.space(), row.asked(), row.solved(), row.at())).toList();
        List<String> tags = experts.all(today()).stream().filter(row -> row.personId().equals(wanted)).map(ExpertQueries.Row::tag).toList();
        return new Person(wanted, people.name(wanted).orElseThrow(() -> new NotFound("person.unknown")), topics.organisations(List.of(wanted)).get(wanted), mine, tags, written);
    }

    private static String shortly(String typed) {
        String line = Cleaned.line(typed);
        return line.length() > LONGEST ? line.substring(0, LONGEST) : line;
    }

    private LocalDate today() {
        return LocalDate.now(clock.withZone(Zones.AMSTERDAM));
    }
}
