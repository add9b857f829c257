package nl.vliegwiel.flexpool.boundary;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import nl.vliegwiel.flexpool.persistence.BusyQueries;
import nl.vliegwiel.platform.time.Period;

/** Keeps the busy time of connected calendars fresh, nobody asking. Each step is a transaction of its own. */
@ApplicationScoped
@Transactional
public class BusyRefresh {
    private static final int AT_ONCE = 5;
    /** Longer than a whole round takes, so that a node that died gives its calendars back. */
    private static final Duration LEASE = Duration.ofMinutes(15);
    private static final Duration FIRST_WAIT = Duration.ofMinutes(30);
    private static final Duration LONGEST_WAIT = Duration.ofHours(24);
    private static final int MOST_DOUBLINGS = 6;

    @Inject
    private BusyQueries queries;

    @Inject
    private SearchRows searchRows;

    @Inject
    private Clock clock;

    /** A calendar that this node fetches now. */
    public record Task(UUID personId, String address, int attempts) {
    }

    public List<Task> claim() {
        Instant now = clock.instant();
        return queries.claim(now, now.plus(LEASE), AT_ONCE).stream().map(due -> new Task(due.personId(), due.address(), due.attempts())).toList();
    }

    /** Does nothing when she changed or ended the connection meanwhile. */
    public void succeeded(UUID personId, String address, List<Period> intervals) {
        Instant now = clock.instant();
        if (queries.succeeded(personId, address, now, now.plus(BusyService.EVERY))) {
            queries.replace(personId, intervals);
            searchRows.refresh(personId);
        }
    }

    /** What was read before stays; it is tried again, less and less often. */
    public void failed(UUID personId, String address, String problem, int attempts) {
        queries.failed(personId, address, problem, clock.instant().plus(wait(attempts)));
    }

    /** @param attempts that failed one after the other, at least 1 */
    static Duration wait(int attempts) {
        Duration wait = FIRST_WAIT.multipliedBy(1L << Math.min(Math.max(attempts, 1) - 1, MOST_DOUBLINGS));
        return wait.compareTo(LONGEST_WAIT) < 0 ? wait : LONGEST_WAIT;
    }
}
