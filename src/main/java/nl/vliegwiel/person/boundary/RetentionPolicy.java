package nl.vliegwiel.person.boundary;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;
import nl.vliegwiel.platform.actor.Actor;
import nl.vliegwiel.platform.actor.Role;
import nl.vliegwiel.platform.rule.Forbidden;

/** Everybody reads what is kept about herself; administrators read how the clock ran, which names nobody. */
@ApplicationScoped
public class RetentionPolicy {
    public boolean mayReadRuns(Actor who) {
        return who.isAdmin();
    }

    /** @throws Forbidden {@code retention.runs.notYours} */
    public void requireRuns(Actor who) {
        if (!mayReadRuns(who)) {
            throw new Forbidden("retention.runs.notYours");
        }
    }

    /** What a library chose is read by everybody who belongs to it. */
    public boolean mayReadChoices(Actor who, UUID organisationId) {
        return who.organisations().contains(organisationId) || who.readsAsManager(organisationId);
    }

    /** @throws Forbidden {@code retention.choice.notYours} */
    public void requireReadChoices(Actor who, UUID organisationId) {
        if (!mayReadChoices(who, organisationId)) {
            throw new Forbidden("retention.choice.notYours");
        }
    }

    public boolean mayChoose(Actor who, UUID organisationId) {
        return who.has(Role.HR_MANAGER, organisationId);
    }

    /** @throws Forbidden {@code retention.choice.notYours} to all but HR managers of the library */
    public void requireChoose(Actor who, UUID organisationId) {
        if (!mayChoose(who, organisationId)) {
            throw new Forbidden("retention.choice.notYours");
        }
    }
}
