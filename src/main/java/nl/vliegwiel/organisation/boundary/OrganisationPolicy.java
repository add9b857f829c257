package nl.vliegwiel.organisation.boundary;

import nl.vliegwiel.platform.actor.Actor;
import nl.vliegwiel.platform.rule.Forbidden;

/** Who may what in the register: everybody reads it, administrators of the network keep it. */
public final class OrganisationPolicy {
    private OrganisationPolicy() {
    }

    public static boolean mayKeep(Actor who) {
        return who.isAdmin();
    }

    /** @throws Forbidden for everybody else: the register is theirs to see */
    public static void requireKeep(Actor who) {
        if (!mayKeep(who)) {
            throw new Forbidden("organisation.keep.forbidden");
        }
    }
}
