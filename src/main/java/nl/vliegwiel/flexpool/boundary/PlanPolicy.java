package nl.vliegwiel.flexpool.boundary;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;
import nl.vliegwiel.flexpool.persistence.PlanQueries.Head;
import nl.vliegwiel.platform.actor.Actor;
import nl.vliegwiel.platform.actor.Role;
import nl.vliegwiel.platform.rule.Forbidden;
import nl.vliegwiel.platform.rule.NotFound;

/**
 * Who plans a week. An HR manager plans for her library and asks the people. A moderator plans for the region of her POI,
 * looks, and hands the proposal to the libraries: each of them sees its own shifts and decides about them.
 */
@ApplicationScoped
public class PlanPolicy {
    /** @throws Forbidden {@code plan.forbidden} for who plans for nobody */
    public void requirePlanner(Actor who) {
        if (!who.has(Role.HR_MANAGER) && !who.has(Role.POI_MODERATOR)) {
            throw new Forbidden("plan.forbidden");
        }
    }

    /** She plans for this library, or for the region of this POI. */
    public boolean mayPlan(Actor who, UUID organisationId, boolean region) {
        return who.has(region ? Role.POI_MODERATOR : Role.HR_MANAGER, organisationId);
    }

    /** @throws NotFound {@code plan.notFound} for a library or region of somebody else */
    public void requirePlan(Actor who, UUID organisationId, boolean region) {
        requirePlanner(who);
        if (!mayPlan(who, organisationId, region)) {
            throw new NotFound("plan.notFound");
        }
    }

    /**
     * @param linesOfHers whether some line is about a library whose HR manager she is
     * @throws NotFound {@code plan.notFound} for a proposal of somebody else
     */
    public void requireRead(Actor who, Head head, boolean linesOfHers) {
        requirePlanner(who);
        if (!mayPlan(who, head.organisationId(), head.region()) && (head.handedAt() == null || !linesOfHers)) {
            throw new NotFound("plan.notFound");
        }
    }

    /** Lines of the region a moderator sees all, an HR manager those of her library. */
    public boolean maySeeLine(Actor who, Head head, UUID libraryId) {
        return who.has(Role.HR_MANAGER, libraryId) || head.region() && who.has(Role.POI_MODERATOR, head.organisationId());
    }

    /** Asking is the library's own yes. */
    public boolean mayAsk(Actor who, UUID libraryId) {
        return who.has(Role.HR_MANAGER, libraryId);
    }
}
