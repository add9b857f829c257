package nl.vliegwiel.flexpool.boundary;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;
import nl.vliegwiel.platform.actor.Actor;
import nl.vliegwiel.platform.actor.Role;
import nl.vliegwiel.platform.rule.Forbidden;
import nl.vliegwiel.platform.rule.NotFound;

/** A frame agreement is between two employers; nobody else reads it. */
@ApplicationScoped
public class FramePolicy {
    public boolean maySpeakFor(Actor who, UUID organisationId) {
        return organisationId != null && who.has(Role.HR_MANAGER, organisationId);
    }

    public boolean mayRead(Actor who, UUID oneId, UUID otherId) {
        return who.readsAsManager(oneId) || who.readsAsManager(otherId);
    }

    /** @throws NotFound {@code frame.notFound} to who manages neither */
    public void requireRead(Actor who, UUID oneId, UUID otherId) {
        if (!mayRead(who, oneId, otherId)) {
            throw new NotFound("frame.notFound");
        }
    }

    /** @throws Forbidden {@code frame.forbidden} */
    public void requireSpeakFor(Actor who, UUID organisationId) {
        if (!maySpeakFor(who, organisationId)) {
            throw new Forbidden("frame.forbidden");
        }
    }

    /** @throws Forbidden {@code frame.forbidden} to who manages no library */
    public void requireManager(Actor who) {
        if (!who.has(Role.HR_MANAGER)) {
            throw new Forbidden("frame.forbidden");
        }
    }
}
