package nl.vliegwiel.skill.boundary;

import java.util.Set;
import java.util.UUID;
import nl.vliegwiel.platform.actor.Actor;
import nl.vliegwiel.platform.actor.Role;
import nl.vliegwiel.platform.rule.Forbidden;
import nl.vliegwiel.platform.rule.NotFound;

/**
 * Who may what with skills: everybody reads the catalogue and keeps her own set, administrators keep the catalogue,
 * managers read and confirm the skills of the people their library employs, never their own.
 */
public final class SkillPolicy {
    private SkillPolicy() {
    }

    public static boolean mayKeepCatalogue(Actor who) {
        return who.isAdmin();
    }

    public static void requireKeepCatalogue(Actor who) {
        if (!mayKeepCatalogue(who)) {
            throw new Forbidden("skill.keep.forbidden");
        }
    }

    /** Organisations whose people she may confirm. */
    public static Set<UUID> confirmsFor(Actor who) {
        return who.organisationsWhere(Role.HR_MANAGER);
    }

    /**
     * @param employedThere whether the person works at one of the organisations of {@link #confirmsFor}
     * @throws NotFound when she is nobody of theirs; @throws Forbidden for her own skills
     */
    public static void requireConfirm(Actor who, UUID personId, boolean employedThere) {
        if (who.is(personId)) {
            throw new Forbidden("skill.confirm.own");
        }
        if (!employedThere) {
            throw new NotFound("person.notFound");
        }
    }
}
