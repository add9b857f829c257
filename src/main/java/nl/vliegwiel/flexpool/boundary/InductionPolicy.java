package nl.vliegwiel.flexpool.boundary;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;
import nl.vliegwiel.platform.actor.Actor;
import nl.vliegwiel.platform.actor.Role;
import nl.vliegwiel.platform.rule.Forbidden;
import nl.vliegwiel.platform.rule.NotFound;

/** A sheet tells about keys and alarms: who works there reads it, who lends her, and the library itself. */
@ApplicationScoped
public class InductionPolicy {
    public boolean mayKeep(Actor who, UUID organisationId) {
        return who.has(Role.HR_MANAGER, organisationId);
    }

    /**
     * @param works she has, or had, definite work at the branch
     * @param lends a library whose HR manager she is lends somebody to it
     */
    public boolean mayRead(Actor who, UUID organisationId, boolean works, boolean lends) {
        return works || lends || who.readsAsManager(organisationId) || who.has(Role.EMPLOYEE, organisationId);
    }

    /** @throws NotFound {@code induction.notFound} to everybody else */
    public void requireRead(Actor who, UUID organisationId, boolean works, boolean lends) {
        if (!mayRead(who, organisationId, works, lends)) {
            throw new NotFound("induction.notFound");
        }
    }

    /** @throws Forbidden {@code induction.keep.forbidden} */
    public void requireKeep(Actor who, UUID organisationId) {
        if (!mayKeep(who, organisationId)) {
            throw new Forbidden("induction.keep.forbidden");
        }
    }

    /** @throws Forbidden {@code induction.accept.forbidden}: nobody accepts for another */
    public void requireAccept(boolean works) {
        if (!works) {
            throw new Forbidden("induction.accept.forbidden");
        }
    }
}
