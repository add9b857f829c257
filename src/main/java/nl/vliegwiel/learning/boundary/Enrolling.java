package nl.vliegwiel.learning.boundary;

import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import nl.vliegwiel.learning.domain.WaitingLine;
import nl.vliegwiel.learning.persistence.CohortQueries;
import nl.vliegwiel.learning.persistence.EnrolmentQueries;
import nl.vliegwiel.platform.UseCase;
import nl.vliegwiel.platform.actor.Actor;
import nl.vliegwiel.platform.actor.Role;
import nl.vliegwiel.platform.persistence.Ids;
import nl.vliegwiel.platform.rule.Conflict;
import nl.vliegwiel.platform.rule.NotFound;
import nl.vliegwiel.platform.rule.RuleViolation;
import nl.vliegwiel.platform.rule.Violation;

/** Somebody comes to a cohort: one after the other, however many come at once (R17). */
@UseCase
public class Enrolling {
    @Inject
    private CohortQueries cohorts;

    @Inject
    private EnrolmentQueries enrolments;

    @Inject
    private Places places;

    @Inject
    private LearningPolicy policy;

    @Inject
    private Clock clock;

    /**
     * @param organisationId the employer for which she does so; null for the one that she has or acts for
     * @return ENROLLED, WAITING_FOR_EMPLOYER or WAITING with her position
     * @throws NotFound {@code cohort.notFound}
     * @throws Conflict {@code enrolment.already}; {@code cohort.notOpen} outside the time for enrolling
     * @throws RuleViolation at {@code organisationId}: {@code enrolment.employer.none}, {@code enrolment.employer.which}
     */
    public Enrolment enrol(Actor who, UUID cohortId, UUID organisationId) {
        if (!cohorts.lock(cohortId)) {
            throw new NotFound("cohort.notFound");
        }
        CohortQueries.Row cohort = cohorts.find(cohortId, who.personId()).orElseThrow();
        policy.requireSee(who, cohort);
        UUID employer = employer(who, organisationId);
        Instant now = clock.instant();
        boolean inTime = !now.isBefore(cohort.enrolFrom()) && now.isBefore(cohort.enrolUntil()) || cohorts.isInvited(cohortId, who.personId());
        if (!cohort.state().gathers() || !now.isBefore(cohort.startsAt()) || !inTime) {
            throw new Conflict("cohort.notOpen");
        }
        WaitingLine line = places.line(cohort);
        UUID id = Ids.next();
        line.enrol(id, who.personId(), enrolments.group(cohort.spread(), employer, LocalDate.now(clock)), cohorts.nextLine(cohortId), now);
        places.keep(cohort, line, employer, who);
        return Enrolment.of(enrolments.find(id).orElseThrow());
    }

    private static UUID employer(Actor who, UUID wanted) {
        Set<UUID> employers = who.organisationsWhere(Role.EMPLOYEE);
        UUID chosen = wanted == null && who.actingFor() != null && employers.contains(who.actingFor()) ? who.actingFor() : wanted;
        if (chosen == null && employers.size() == 1) {
            chosen = employers.iterator().next();
        }
        if (chosen == null || !employers.contains(chosen)) {
            throw new RuleViolation(List.of(Violation.of("organisationId", employers.isEmpty() || chosen != null ? "enrolment.employer.none" : "enrolment.employer.which")));
        }
        return chosen;
    }
}
