package nl.vliegwiel.flexpool.boundary;

import jakarta.inject.Inject;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import nl.vliegwiel.flexpool.domain.PoolMembership;
import nl.vliegwiel.flexpool.persistence.BusyQueries;
import nl.vliegwiel.flexpool.persistence.PoolQueries;
import nl.vliegwiel.platform.OpenToAllStaff;
import nl.vliegwiel.platform.UseCase;
import nl.vliegwiel.platform.actor.Actor;
import nl.vliegwiel.platform.actor.CurrentActor;
import nl.vliegwiel.platform.audit.Audit;
import nl.vliegwiel.platform.rest.CallCount;
import nl.vliegwiel.platform.rule.RuleViolation;
import nl.vliegwiel.platform.time.Period;

/** Busy time from one's own calendar; everybody for herself. What fetches it is {@link BusyConnection}. */
@UseCase
public class BusyService {
    static final Duration EVERY = Duration.ofHours(6);
    private static final int TRIES_PER_MINUTE = 5;
    private static final String ENTITY = "busy-calendar";

    @Inject
    private BusyQueries queries;

    @Inject
    private PoolQueries pool;

    @Inject
    private SearchRows searchRows;

    @Inject
    private PoolPolicy policy;

    @Inject
    private CurrentActor actor;

    @Inject
    private CallCount count;

    @Inject
    private Audit audit;

    @Inject
    private Clock clock;

    /**
     * The connection without its address, which gives access to her calendar.
     *
     * @param host where the calendar is
     * @param readAt when it was last read
     * @param problem message key of why the last attempt failed; null when it did not
     * @param intervals in which she is busy, from now on
     */
    public record Busy(String host, Instant readAt, String problem, List<Period> intervals) {
    }

    /** @return empty when no calendar is connected */
    @OpenToAllStaff
    public Optional<Busy> busy() {
        UUID person = actor.get().personId();
        return queries.find(person).map(one -> new Busy(URI.create(one.address()).getHost(), one.readAt(), one.problem(), queries.intervals(person, clock.instant())));
    }

    /**
     * Asked before anything is fetched.
     *
     * @throws RuleViolation {@code busy.notInPool}, {@code busy.tooOften}
     */
    public void requireConnect() {
        Actor who = actor.get();
        policy.requireTakePart(who);
        if (pool.membership(who.personId()).filter(PoolMembership::participating).isEmpty()) {
            throw new RuleViolation("busy.notInPool");
        }
        if (count.next("busy " + who.personId()) > TRIES_PER_MINUTE) {
            throw new RuleViolation("busy.tooOften");
        }
    }

    /** Keeps an address that could be read, and what came of it, instead of what was there. */
    public void connect(String address, List<Period> intervals) {
        Actor who = actor.get();
        policy.requireTakePart(who);
        Instant now = clock.instant();
        queries.connect(who.personId(), address, now, now.plus(EVERY));
        queries.replace(who.personId(), intervals);
        searchRows.refresh(who.personId());
        audit.record(who, "connected", ENTITY, who.personId(), null, Map.of("intervals", intervals.size()));
    }

    /** Ends the connection; her busy time goes with it. Does nothing when there is none. */
    public void remove() {
        Actor who = actor.get();
        policy.requireTakePart(who);
        if (queries.remove(who.personId())) {
            searchRows.refresh(who.personId());
            audit.record(who, "removed", ENTITY, who.personId(), null, Map.of());
        }
    }
}
