package nl.vliegwiel.flexpool.boundary;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import nl.vliegwiel.flexpool.PlacementChanged;
import nl.vliegwiel.flexpool.PlacementChanged.Change;
import nl.vliegwiel.flexpool.persistence.StandbyQueries;
import nl.vliegwiel.flexpool.persistence.StandbyQueries.Parties;
import nl.vliegwiel.platform.audit.Audit;

/**
 * Asks standbys near the start whether they still are one; without an answer it lapses, and that is nobody's fault.
 * Calling somebody up stays a planner's deed: nothing here ever makes a placement (R13).
 */
@ApplicationScoped
public class StandbyRound {
    /** Time to answer. */
    static final Duration PATIENCE = Duration.ofHours(24);

    @Inject
    private StandbyQueries queries;

    @Inject
    private Clock clock;

    @Inject
    private Audit audit;

    @Inject
    private Event<PlacementChanged> changed;

    @Transactional
    public void run() {
        Instant now = clock.instant();
        tell(queries.lapse(now, PATIENCE), Change.STANDBY_LAPSED, "standby_lapsed", now);
        queries.notNeeded(now).forEach(one -> audit.record(null, "standby_not_needed", PlacementService.ENTITY, one.placementId(), one.borrowerId(), Map.of()));
        tell(queries.ask(now), Change.STANDBY_ASKED, "standby_asked", now);
    }

    private void tell(List<Parties> placements, Change change, String action, Instant now) {
        for (Parties one : placements) {
            audit.record(null, action, PlacementService.ENTITY, one.placementId(), one.borrowerId(), Map.of());
            changed.fire(new PlacementChanged(one.placementId(), one.requestId(), one.employeeId(), one.lenderId(), one.borrowerId(), change, null, now));
        }
    }
}
