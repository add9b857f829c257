package nl.vliegwiel.learning.boundary;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import nl.vliegwiel.learning.domain.CohortState;
import nl.vliegwiel.learning.domain.WaitingLine;
import nl.vliegwiel.learning.persistence.CohortQueries;
import nl.vliegwiel.platform.audit.Audit;

/** What happens to cohorts by the clock: answers that come too late, the first day, the day after the last. */
@ApplicationScoped
public class LearningClock {
    private static final int AT_ONCE = 20;

    @Inject
    private CohortQueries cohorts;

    @Inject
    private Places places;

    @Inject
    private Audit audit;

    @Inject
    private Clock clock;

    /** @return how many cohorts moved; each is taken by one node */
    @Transactional
    public int run() {
        LocalDate today = LocalDate.now(clock);
        List<UUID> due = cohorts.due(today, clock.instant(), AT_ONCE);
        due.forEach(id -> move(cohorts.find(id, null).orElseThrow(), today));
        return due.size();
    }

    private void move(CohortQueries.Row cohort, LocalDate today) {
        WaitingLine line = places.line(cohort);
        if (cohort.state().gathers() && !cohort.startsOn().isAfter(today)) {
            line.begin();
            places.keep(cohort, line, null, null);
            become(cohort, CohortState.RUNNING);
        } else if (cohort.state() == CohortState.RUNNING && cohort.endsOn().isBefore(today)) {
            become(cohort, CohortState.FINISHED);
        } else {
            line.expire(clock.instant());
            places.keep(cohort, line, null, null);
        }
    }

    private void become(CohortQueries.Row cohort, CohortState state) {
        cohorts.become(cohort.id(), cohort.version(), state, clock.instant());
        audit.record(null, state.name().toLowerCase(java.util.Locale.ROOT), CohortService.ENTITY, cohort.id(), cohort.organiserId(), Map.of("state", state.name()));
    }
}
