package nl.vliegwiel.organisation.boundary;

import java.util.UUID;
import nl.vliegwiel.platform.actor.Actor;
import nl.vliegwiel.platform.actor.Role;
import nl.vliegwiel.platform.rule.Forbidden;

/** Who may say that a number is no BSN (R7): moderators, HR managers and administrators; never the writer as such. */
public final class ModerationPolicy {
    private ModerationPolicy() {
    }

    public static boolean mayRelease(Actor who) {
        return who.isAdmin() || who.has(Role.POI_MODERATOR) || who.has(Role.HR_MANAGER);
    }

    /** @throws Forbidden {@code released.forbidden} */
    public static void requireRelease(Actor who) {
        if (!mayRelease(who)) {
            throw new Forbidden("released.forbidden");
        }
    }

    /** Moderators and administrators see and take back all releases, HR managers those of their own organisation. */
    public static boolean maySee(Actor who, UUID organisationId) {
        return who.isAdmin() || who.has(Role.POI_MODERATOR) || organisationId != null && who.has(Role.HR_MANAGER, organisationId);
    }
}
