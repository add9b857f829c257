package nl.vliegwiel.forum.boundary;

import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import nl.vliegwiel.forum.persistence.ForumFeedQueries;
import nl.vliegwiel.platform.OpenToAllStaff;
import nl.vliegwiel.platform.UseCase;
import nl.vliegwiel.platform.actor.Actor;
import nl.vliegwiel.platform.actor.CurrentActor;
import nl.vliegwiel.platform.audit.Audit;
import nl.vliegwiel.platform.signon.Secrets;
import nl.vliegwiel.platform.signon.SignOnSettings;

/** The secret of one's own forum feeds; everybody for herself. */
@UseCase
public class ForumFeedService {
    private static final String ENTITY = "forum-feed";

    @Inject
    private ForumFeedQueries queries;

    @Inject
    private CurrentActor actor;

    @Inject
    private SignOnSettings settings;

    @Inject
    private Audit audit;

    @Inject
    private Clock clock;

    /** @param lastReadAt when a program last fetched it, to ten minutes; null for never */
    public record Feed(Instant createdAt, Instant lastReadAt) {
    }

    /** @param address of all her spaces, never told again; with {@code ?space=} and {@code ?tag=} of one of them */
    public record NewFeed(String address, Instant createdAt) {
    }

    /** @return the caller's own; empty when she has none */
    @OpenToAllStaff
    public Optional<Feed> feed() {
        return queries.find(actor.get().personId()).map(feed -> new Feed(feed.createdAt(), feed.lastReadAt()));
    }

    /** Makes a secret; one that was there before is dead from this moment. */
    @OpenToAllStaff
    public NewFeed make() {
        Actor who = actor.get();
        String secret = Secrets.random();
        Instant now = clock.instant();
        queries.put(who.personId(), Secrets.hash(secret), now);
        audit.record(who, "made", ENTITY, who.personId(), null, Map.of());
        return new NewFeed(settings.publicUrl().resolve("/feed/forum/" + secret + ".atom").toString(), now);
    }

    /** Ends it at once; does nothing when there is none. */
    @OpenToAllStaff
    public void revoke() {
        Actor who = actor.get();
        if (queries.remove(who.personId())) {
            audit.record(who, "revoked", ENTITY, who.personId(), null, Map.of());
        }
    }
}
