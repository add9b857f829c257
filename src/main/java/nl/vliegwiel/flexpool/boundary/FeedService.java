package nl.vliegwiel.flexpool.boundary;

import jakarta.inject.Inject;
import java.net.URI;
import java.time.Clock;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import nl.vliegwiel.flexpool.persistence.FeedQueries;
import nl.vliegwiel.platform.OpenToAllStaff;
import nl.vliegwiel.platform.UseCase;
import nl.vliegwiel.platform.actor.Actor;
import nl.vliegwiel.platform.actor.CurrentActor;
import nl.vliegwiel.platform.audit.Audit;
import nl.vliegwiel.platform.signon.Secrets;
import nl.vliegwiel.platform.signon.SignOnSettings;

/** The secret address of one's own calendar feed; everybody for herself. */
@UseCase
public class FeedService {
    private static final String ENTITY = "calendar-feed";

    @Inject
    private FeedQueries queries;

    @Inject
    private PoolPolicy policy;

    @Inject
    private CurrentActor actor;

    @Inject
    private SignOnSettings settings;

    @Inject
    private Audit audit;

    @Inject
    private Clock clock;

    /**
     * The feed without its address, which is known to her alone.
     *
     * @param lastReadAt when a program last fetched it, to ten minutes; null for never
     */
    public record Feed(Instant createdAt, Instant lastReadAt) {
    }

    /**
     * A feed that was just made.
     *
     * @param address never told again
     */
    public record NewFeed(URI address, Instant createdAt) {
    }

    /** @return the caller's own feed; empty when she has none */
    @OpenToAllStaff
    public Optional<Feed> feed() {
        return queries.find(actor.get().personId()).map(feed -> new Feed(feed.createdAt(), feed.lastReadAt()));
    }

    /** Makes an address; one that was there before is dead from this moment. */
    public NewFeed make() {
        Actor who = actor.get();
        policy.requireTakePart(who);
        String secret = Secrets.random();
        Instant now = clock.instant();
        queries.put(who.personId(), Secrets.hash(secret), now);
        audit.record(who, "made", ENTITY, who.personId(), null, Map.of());
        return new NewFeed(settings.publicUrl().resolve("/feed/" + secret + ".ics"), now);
    }

    /** Ends the address at once; does nothing when there is none. */
    public void revoke() {
        Actor who = actor.get();
        policy.requireTakePart(who);
        if (queries.remove(who.personId())) {
            audit.record(who, "revoked", ENTITY, who.personId(), null, Map.of());
        }
    }
}
