package nl.vliegwiel.learning.boundary;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;
import nl.vliegwiel.learning.domain.CohortState;
import nl.vliegwiel.learning.domain.EnrolmentState;
import nl.vliegwiel.learning.persistence.CohortQueries;
import nl.vliegwiel.learning.persistence.EnrolmentQueries;
import nl.vliegwiel.platform.actor.Actor;
import nl.vliegwiel.platform.actor.Role;
import nl.vliegwiel.platform.rule.Forbidden;
import nl.vliegwiel.platform.rule.NotFound;

/** Who guides, who takes part, who decides for an employer, and who else may see what. */
@ApplicationScoped
public class LearningPolicy {
    /** Guides learners somewhere. */
    public boolean mayMake(Actor who) {
        return who.has(Role.FACILITATOR);
    }

    /** @throws Forbidden {@code learning.notFacilitator} */
    public void requireMake(Actor who) {
        if (!mayMake(who)) {
            throw new Forbidden("learning.notFacilitator");
        }
    }

    /** @throws Forbidden {@code learning.notFacilitator} for an organisation where she does not guide */
    public void requireMake(Actor who, UUID organiserId) {
        if (!who.has(Role.FACILITATOR, organiserId)) {
            throw new Forbidden("learning.notFacilitator");
        }
    }

    /** A draft is there for its facilitators only. @throws NotFound {@code cohort.notFound} */
    public void requireSee(Actor who, CohortQueries.Row cohort) {
        if (cohort.state() == CohortState.DRAFT && !mayGuide(who, cohort)) {
            throw new NotFound("cohort.notFound");
        }
    }

    public boolean mayGuide(Actor who, CohortQueries.Row cohort) {
        return cohort.guided() && who.has(Role.FACILITATOR);
    }

    /** @throws Forbidden {@code cohort.notGuided} */
    public void requireGuide(Actor who, CohortQueries.Row cohort) {
        requireSee(who, cohort);
        if (!mayGuide(who, cohort)) {
            throw new Forbidden("cohort.notGuided");
        }
    }

    /** The names of who takes part: for each other, and for who guides them. */
    public boolean maySeeMembers(Actor who, CohortQueries.Row cohort) {
        return mayGuide(who, cohort) || cohort.mine() == EnrolmentState.ENROLLED;
    }

    /** @throws Forbidden {@code cohort.notMember} */
    public void requireSeeMembers(Actor who, CohortQueries.Row cohort) {
        requireSee(who, cohort);
        if (!maySeeMembers(who, cohort)) {
            throw new Forbidden("cohort.notMember");
        }
    }

    /** Her employer's manager, but not for herself. */
    public boolean mayDecide(Actor who, EnrolmentQueries.Row enrolment) {
        return who.has(Role.HR_MANAGER, enrolment.organisationId()) && !who.is(enrolment.personId());
    }

    /** Herself, her employer's managers, and who guides the cohort. @throws NotFound {@code enrolment.notFound} */
    public void requireSee(Actor who, EnrolmentQueries.Row enrolment, CohortQueries.Row cohort) {
        if (!who.is(enrolment.personId()) && !who.has(Role.HR_MANAGER, enrolment.organisationId()) && !mayGuide(who, cohort)) {
            throw new NotFound("enrolment.notFound");
        }
    }

    /** @throws Forbidden {@code enrolment.notEmployer} */
    public void requireDecide(Actor who, EnrolmentQueries.Row enrolment, CohortQueries.Row cohort) {
        requireSee(who, enrolment, cohort);
        if (!mayDecide(who, enrolment)) {
            throw new Forbidden("enrolment.notEmployer");
        }
    }

    /** @throws Forbidden {@code enrolment.notYours} */
    public void requireClaim(Actor who, EnrolmentQueries.Row enrolment, CohortQueries.Row cohort) {
        requireSee(who, enrolment, cohort);
        if (!who.is(enrolment.personId())) {
            throw new Forbidden("enrolment.notYours");
        }
    }

    /** R16: administrators, and they say why. @throws Forbidden {@code cohort.reading.notAdmin} */
    public void requireAdmin(Actor who) {
        if (!who.isAdmin()) {
            throw new Forbidden("cohort.reading.notAdmin");
        }
    }
}
