package nl.vliegwiel.forum.boundary;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;
import nl.vliegwiel.forum.domain.Cleaned;
import nl.vliegwiel.forum.persistence.ForumFeedQueries;
import nl.vliegwiel.forum.persistence.ForumFeedQueries.Entry;
import nl.vliegwiel.platform.actor.Actor;
import nl.vliegwiel.platform.actor.ActorDirectory;
import nl.vliegwiel.platform.persistence.TranslatesFailures;
import nl.vliegwiel.platform.rest.CallCount;
import nl.vliegwiel.platform.signon.Secrets;
import nl.vliegwiel.platform.signon.SignOnSettings;

/** Gives the feed behind a secret address to whoever knows it, with the rights that its owner has now; nobody is signed in here. */
@ApplicationScoped
@Transactional
@TranslatesFailures
public class ForumFeedReader {
    /** A program asks a few times an hour, for each of her spaces and tags. */
    private static final int READS_PER_MINUTE = 60;
    /** Of all who ask for what is not there, together: one row to count, whoever they are. */
    private static final int MISSES_PER_MINUTE = 600;
    private static final int MOST_ENTRIES = 40;
    private static final Pattern SECRET = Pattern.compile("[A-Za-z0-9_-]{43}");

    @Inject
    private ForumFeedQueries queries;

    @Inject
    private ForumPolicy policy;

    @Inject
    private ActorDirectory directory;

    @Inject
    private CallCount count;

    @Inject
    private SignOnSettings settings;

    @Inject
    private Clock clock;

    /**
     * What came of it.
     *
     * @param xml null when there is none
     * @param waitSeconds above 0 when this was asked too often
     */
    public record Reading(byte[] xml, int waitSeconds) {
    }

    /**
     * @param secret as it stands in the address
     * @param spaceId null for all her spaces
     * @param tag null for any
     */
    public Reading read(String secret, UUID spaceId, String tag) {
        Optional<Actor> owner = SECRET.matcher(secret).matches() ? queries.owner(Secrets.hash(secret)).flatMap(person -> directory.actor(person, null)) : Optional.empty();
        int calls = count.next(owner.map(one -> "forum feed " + one.personId()).orElse("feed"));
        if (calls > owner.map(one -> READS_PER_MINUTE).orElse(MISSES_PER_MINUTE)) {
            return new Reading(null, count.secondsLeft());
        }
        return new Reading(owner.map(who -> feed(who, spaceId, tag)).orElse(null), 0);
    }

    private byte[] feed(Actor who, UUID spaceId, String tag) {
        List<Space> spaces = policy.spaces(who).stream().filter(space -> spaceId == null || space.id().equals(spaceId)).toList();
        if (spaces.isEmpty()) {
            return null;
        }
        String cleaned = tag == null ? "" : Cleaned.line(tag);
        String only = cleaned.isEmpty() ? null : cleaned;
        List<Entry> entries = queries.entries(spaces.stream().map(Space::id).toList(), only, MOST_ENTRIES);
        Instant now = clock.instant();
        Instant made = queries.find(who.personId()).map(ForumFeedQueries.Feed::createdAt).orElse(now);
        queries.read(who.personId(), now);
        String name = (spaceId == null ? "Vliegwiel" : spaces.get(0).name()) + (only == null ? "" : " \u00b7 " + only);
        return new AtomWriter(settings.publicUrl(), who.language()).write(spaceId == null ? who.personId() : spaceId, name, made, entries);
    }
}
