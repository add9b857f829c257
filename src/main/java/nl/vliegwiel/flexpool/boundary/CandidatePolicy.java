package nl.vliegwiel.flexpool.boundary;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;
import nl.vliegwiel.platform.actor.Actor;
import nl.vliegwiel.platform.actor.Role;
import nl.vliegwiel.platform.rule.Forbidden;

/** Who sees who would fit a request, and who sets what weighs. */
@ApplicationScoped
public class CandidatePolicy {
    /** HR managers of the library that asks; the moderator of its region looks along. */
    public boolean mayRead(Actor who, UUID borrowerId) {
        return who.has(Role.HR_MANAGER, borrowerId) || who.moderatesRegionOf(borrowerId);
    }

    /** @throws Forbidden {@code candidates.forbidden} */
    public void requireRead(Actor who, UUID borrowerId) {
        if (!mayRead(who, borrowerId)) {
            throw new Forbidden("candidates.forbidden");
        }
    }

    /** Which rankings were shown: HR managers of the library that asks, and administrators. */
    public boolean mayReadLog(Actor who, UUID borrowerId) {
        return who.readsAsManager(borrowerId) || who.isAdmin();
    }

    /** @throws Forbidden {@code candidates.forbidden} */
    public void requireReadLog(Actor who, UUID borrowerId) {
        if (!mayReadLog(who, borrowerId)) {
            throw new Forbidden("candidates.forbidden");
        }
    }

    /** A name on a card: for the library that asks, once the person came forward (R10). A moderator needs no names. */
    public boolean maySeeName(Actor who, UUID borrowerId, boolean cameForward) {
        return cameForward && who.has(Role.HR_MANAGER, borrowerId);
    }

    /** @throws Forbidden {@code weights.forbidden} */
    public void requireSetWeights(Actor who, UUID organisationId) {
        if (!who.has(Role.HR_MANAGER, organisationId)) {
            throw new Forbidden("weights.forbidden");
        }
    }
}
