package nl.vliegwiel.learning.boundary;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import nl.vliegwiel.learning.EnrolmentChanged;
import nl.vliegwiel.learning.EnrolmentChanged.Change;
import nl.vliegwiel.learning.domain.EnrolmentState;
import nl.vliegwiel.learning.domain.WaitingLine;
import nl.vliegwiel.learning.domain.WaitingLine.Entry;
import nl.vliegwiel.learning.persistence.CohortQueries;
import nl.vliegwiel.learning.persistence.EnrolmentQueries;
import nl.vliegwiel.platform.actor.Actor;
import nl.vliegwiel.platform.audit.Audit;

/** The line of one cohort, under the lock on its row: read it, change it, keep it and tell who it is about. */
@ApplicationScoped
class Places {
    /** How long a place is kept for an employer's decision. */
    static final Duration CONSENT = Duration.ofDays(7);
    static final String ENTITY = "enrolment";

    @Inject
    private CohortQueries cohorts;

    @Inject
    private EnrolmentQueries enrolments;

    @Inject
    private Audit audit;

    @Inject
    private Clock clock;

    @Inject
    private Event<EnrolmentChanged> changed;

    static WaitingLine.Rules rules(CohortQueries.Row cohort) {
        return new WaitingLine.Rules(cohort.capacity(), cohort.offersAtOnce(), cohort.spreadMost(), cohort.employerDecides(), Duration.ofHours(cohort.claimHours()), CONSENT,
            cohort.startsAt());
    }

    /** Only while the caller holds the lock on the cohort. */
    WaitingLine line(CohortQueries.Row cohort) {
        return new WaitingLine(rules(cohort), cohort.state().gathers(), enrolments.line(cohort.id()));
    }

    /**
     * @param newcomersEmployer employer of who is new in the line; null for nobody new
     * @param by who did it; null for the product itself
     */
    void keep(CohortQueries.Row cohort, WaitingLine line, UUID newcomersEmployer, Actor by) {
        Instant now = clock.instant();
        for (Entry entry : line.changes()) {
            Entry before = line.before(entry.id());
            if (before == null) {
                enrolments.add(entry, cohort.id(), newcomersEmployer, now);
            } else {
                enrolments.change(entry, now);
            }
            if (before == null || before.state() != entry.state()) {
                UUID employer = before == null ? newcomersEmployer : enrolments.employer(entry.id());
                tell(entry, employer, change(entry.state()), by);
            }
        }
        if (cohort.state().gathers()) {
            cohorts.fill(cohort.id(), line.isFull());
        }
    }

    void tell(Entry entry, UUID employer, Change change, Actor by) {
        audit.record(by, change.name().toLowerCase(java.util.Locale.ROOT), ENTITY, entry.id(), employer, Map.of("state", entry.state().name()));
        changed.fire(new EnrolmentChanged(entry.id(), entry.personId(), employer, change, by == null ? null : by.personId(), clock.instant()));
    }

    private static Change change(EnrolmentState state) {
        return state == EnrolmentState.WAITING_FOR_EMPLOYER ? Change.EMPLOYER_ASKED : Change.valueOf(state.name());
    }
}
