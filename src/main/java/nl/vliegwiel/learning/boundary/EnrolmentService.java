package nl.vliegwiel.learning.boundary;

import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import nl.vliegwiel.learning.CohortInvited;
import nl.vliegwiel.learning.EnrolmentChanged;
import nl.vliegwiel.learning.domain.EnrolmentState;
import nl.vliegwiel.learning.domain.Reorder;
import nl.vliegwiel.learning.domain.WaitingLine;
import nl.vliegwiel.learning.persistence.CohortQueries;
import nl.vliegwiel.learning.persistence.EnrolmentQueries;
import nl.vliegwiel.platform.OpenToAllStaff;
import nl.vliegwiel.platform.UseCase;
import nl.vliegwiel.platform.actor.Actor;
import nl.vliegwiel.platform.actor.CurrentActor;
import nl.vliegwiel.platform.audit.Audit;
import nl.vliegwiel.platform.persistence.Ids;
import nl.vliegwiel.platform.rule.Conflict;
import nl.vliegwiel.platform.rule.NotFound;
import nl.vliegwiel.platform.rule.RuleViolation;
import nl.vliegwiel.platform.rule.StaleData;
import nl.vliegwiel.platform.rule.Violation;
import nl.vliegwiel.platform.text.BsnGuard;

/** Enrolling, claiming, leaving, deciding for an employer, and looking after the line (R17). */
@UseCase
public class EnrolmentService {
    private static final int SHORTEST_REASON = 3;
    private static final int LONGEST_REASON = 500;
    private static final String REASON = "reason";

    @Inject
    private CohortQueries cohorts;

    @Inject
    private EnrolmentQueries enrolments;

    @Inject
    private Enrolling enrolling;

    @Inject
    private Places places;

    @Inject
    private LearningPolicy policy;

    @Inject
    private CurrentActor actor;

    @Inject
    private Audit audit;

    @Inject
    private Clock clock;

    @Inject
    private Event<CohortInvited> invited;

    /**
     * The caller wants to take part.
     *
     * @param organisationId the employer for which she does so; null for the one that she has or acts for
     * @return ENROLLED, WAITING_FOR_EMPLOYER or WAITING with her position
     * @throws NotFound {@code cohort.notFound}
     * @throws Conflict {@code enrolment.already}; {@code cohort.notOpen} outside the time for enrolling
     * @throws RuleViolation at {@code organisationId}: {@code enrolment.employer.none}, {@code enrolment.employer.which}
     */
    @OpenToAllStaff
    public Enrolment enrol(UUID cohortId, UUID organisationId) {
        return enrolling.enrol(actor.get(), cohortId, organisationId);
    }

    /**
     * The caller does not take part any more, or does not want to; her place goes to the next at once.
     *
     * @throws NotFound {@code cohort.notFound}, {@code enrolment.notFound}
     * @throws Conflict {@code cohort.over}
     */
    public Enrolment leave(UUID cohortId) {
        Actor who = actor.get();
        CohortQueries.Row cohort = locked(cohortId, who);
        policy.requireSee(who, cohort);
        EnrolmentQueries.Row mine = enrolments.of(cohortId, who.personId()).filter(row -> row.state().isLive()).orElseThrow(() -> new NotFound("enrolment.notFound"));
        if (!cohort.state().moves()) {
            throw new Conflict("cohort.over");
        }
        WaitingLine line = places.line(cohort);
        line.leave(mine.id(), clock.instant());
        places.keep(cohort, line, null, who);
        return Enrolment.of(enrolments.find(mine.id()).orElseThrow());
    }

    /**
     * She takes the place that she is offered.
     *
     * @throws Conflict {@code enrolment.claim.late}, {@code enrolment.state.notNow}
     * @throws StaleData {@code stale}
     */
    public Enrolment claim(UUID id, int seenVersion) {
        Actor who = actor.get();
        CohortQueries.Row cohort = lockedOf(id, who);
        policy.requireClaim(who, seen(id), cohort);
        requireVersion(seen(id), seenVersion);
        WaitingLine line = places.line(cohort);
        line.claim(id, clock.instant());
        places.keep(cohort, line, null, who);
        return Enrolment.of(seen(id));
    }

    /**
     * Her employer lets her take part.
     *
     * @throws Conflict {@code enrolment.consent.late}, {@code enrolment.state.notNow}
     * @throws StaleData {@code stale}
     */
    public Enrolment approve(UUID id, int seenVersion) {
        Actor who = actor.get();
        CohortQueries.Row cohort = lockedOf(id, who);
        policy.requireDecide(who, seen(id), cohort);
        requireVersion(seen(id), seenVersion);
        WaitingLine line = places.line(cohort);
        line.approve(id, clock.instant());
        enrolments.decided(id, who.personId(), null);
        places.keep(cohort, line, null, who);
        return Enrolment.of(seen(id));
    }

    /**
     * Her employer does not let her take part now; the place goes to the next.
     *
     * @param reason for her to read
     * @throws RuleViolation what is wrong with the reason
     */
    public Enrolment decline(UUID id, int seenVersion, String reason) {
        Actor who = actor.get();
        CohortQueries.Row cohort = lockedOf(id, who);
        policy.requireDecide(who, seen(id), cohort);
        requireVersion(seen(id), seenVersion);
        String why = reason(reason);
        WaitingLine line = places.line(cohort);
        line.decline(id, clock.instant());
        enrolments.decided(id, who.personId(), why);
        places.keep(cohort, line, null, who);
        return Enrolment.of(seen(id));
    }

    /**
     * A facilitator puts somebody elsewhere in the line.
     *
     * @param place from 1
     * @param reason for her to read
     */
    public Enrolment move(UUID id, int seenVersion, Integer place, String reason) {
        Actor who = actor.get();
        CohortQueries.Row cohort = lockedOf(id, who);
        policy.requireSee(who, seen(id), cohort);
        policy.requireGuide(who, cohort);
        requireVersion(seen(id), seenVersion);
        if (place == null || place < 1) {
            throw new RuleViolation(List.of(Violation.of("place", "enrolment.place.range")));
        }
        String why = reason(reason);
        if (!cohort.state().gathers()) {
            throw new Conflict("cohort.notOpen");
        }
        WaitingLine line = places.line(cohort);
        int from = line.move(id, place, clock.instant());
        places.keep(cohort, line, null, who);
        EnrolmentQueries.Row now = seen(id);
        int to = now.position() == 0 ? place : now.position();
        if (from != to) {
            cohorts.addReorder(Ids.next(), cohort.id(), id, from, to, why, who.personId(), clock.instant());
            if (now.state() == EnrolmentState.WAITING) {
                places.tell(new WaitingLine.Entry(id, now.personId(), "", now.state(), 0, null), now.organisationId(), EnrolmentChanged.Change.MOVED, who);
            }
        }
        return Enrolment.of(now);
    }

    /**
     * A facilitator asks somebody to enrol; who is invited may do so outside the time for enrolling.
     *
     * @throws RuleViolation {@code enrolment.invite.nobody} at {@code email}
     * @throws Conflict {@code cohort.notOpen}
     */
    public void invite(UUID cohortId, String email) {
        Actor who = actor.get();
        CohortQueries.Row cohort = cohorts.find(cohortId, who.personId()).orElseThrow(() -> new NotFound("cohort.notFound"));
        policy.requireGuide(who, cohort);
        if (!cohort.state().gathers()) {
            throw new Conflict("cohort.notOpen");
        }
        UUID person = cohorts.employee(email == null ? "" : email.strip(), LocalDate.now(clock))
            .orElseThrow(() -> new RuleViolation(List.of(Violation.of("email", "enrolment.invite.nobody"))));
        if (cohorts.invite(cohortId, person, who.personId(), clock.instant())) {
            audit.record(who, "invited", CohortService.ENTITY, cohortId, cohort.organiserId(), Map.of("person", person.toString()));
            invited.fire(new CohortInvited(cohortId, person, who.personId(), clock.instant()));
        }
    }

    /** @throws NotFound {@code enrolment.notFound} */
    public Enrolment get(UUID id) {
        Actor who = actor.get();
        EnrolmentQueries.Row row = seen(id);
        policy.requireSee(who, row, cohorts.find(row.cohortId(), who.personId()).orElseThrow());
        return Enrolment.of(row);
    }

    /** Whether the caller decides it for the employer, now. */
    public boolean mayDecide(UUID id) {
        EnrolmentQueries.Row row = seen(id);
        return policy.mayDecide(actor.get(), row) && row.state() == EnrolmentState.WAITING_FOR_EMPLOYER && clock.instant().isBefore(row.until());
    }

    /** Everything that the caller enrolled for, the latest first. */
    @OpenToAllStaff
    public List<Enrolment> mine() {
        return enrolments.ofPerson(actor.get().personId()).stream().map(Enrolment::of).toList();
    }

    /** How the caller stands with a cohort; null for never. */
    @OpenToAllStaff
    public Enrolment mine(UUID cohortId) {
        return enrolments.of(cohortId, actor.get().personId()).map(Enrolment::of).orElse(null);
    }

    /**
     * Who takes part; for facilitators also who waits, in order.
     *
     * @throws NotFound {@code cohort.notFound}; Forbidden {@code cohort.notMember}
     */
    public List<Enrolment> of(UUID cohortId) {
        Actor who = actor.get();
        CohortQueries.Row cohort = cohorts.find(cohortId, who.personId()).orElseThrow(() -> new NotFound("cohort.notFound"));
        policy.requireSeeMembers(who, cohort);
        boolean guides = policy.mayGuide(who, cohort);
        return enrolments.live(cohortId).stream().filter(row -> guides || row.state() == EnrolmentState.ENROLLED).map(Enrolment::of).toList();
    }

    /** Who was put elsewhere in the line, the latest first; for facilitators. */
    public List<Reorder> reorders(UUID cohortId) {
        Actor who = actor.get();
        policy.requireGuide(who, cohorts.find(cohortId, who.personId()).orElseThrow(() -> new NotFound("cohort.notFound")));
        return cohorts.reorders(cohortId);
    }

    private EnrolmentQueries.Row seen(UUID id) {
        return enrolments.find(id).orElseThrow(() -> new NotFound("enrolment.notFound"));
    }

    private CohortQueries.Row lockedOf(UUID enrolmentId, Actor who) {
        return locked(seen(enrolmentId).cohortId(), who);
    }

    private CohortQueries.Row locked(UUID cohortId, Actor who) {
        if (!cohorts.lock(cohortId)) {
            throw new NotFound("cohort.notFound");
        }
        return cohorts.find(cohortId, who.personId()).orElseThrow();
    }

    private static void requireVersion(EnrolmentQueries.Row row, int seenVersion) {
        if (row.version() != seenVersion) {
            throw new StaleData("stale");
        }
    }

    private static String reason(String typed) {
        String reason = typed == null ? "" : typed.strip();
        if (reason.length() < SHORTEST_REASON || reason.length() > LONGEST_REASON) {
            throw new RuleViolation(List.of(Violation.of(REASON, "enrolment.reason.length", SHORTEST_REASON, LONGEST_REASON)));
        }
        BsnGuard.require(REASON, reason);
        return reason;
    }
}
