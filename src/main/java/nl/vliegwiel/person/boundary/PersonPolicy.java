package nl.vliegwiel.person.boundary;

import java.util.UUID;
import nl.vliegwiel.organisation.OrganisationKind;
import nl.vliegwiel.platform.actor.Actor;
import nl.vliegwiel.platform.actor.Role;
import nl.vliegwiel.platform.rule.Forbidden;
import nl.vliegwiel.platform.rule.NotFound;

/**
 * Who may what with people. Managers keep the employees and the roles of their own organisation, as deputies too;
 * administrators appoint a first manager, moderators of POI's and other administrators. What is kept about the people
 * of another organisation is not there for others.
 */
public final class PersonPolicy {
    private PersonPolicy() {
    }

    public static boolean mayManage(Actor who, UUID organisationId) {
        return who.has(Role.HR_MANAGER, organisationId);
    }

    /** @throws Forbidden for colleagues; @throws NotFound for all others */
    public static void requireManage(Actor who, UUID organisationId) {
        if (mayManage(who, organisationId)) {
            return;
        }
        if (who.organisations().contains(organisationId)) {
            throw new Forbidden("employee.forbidden");
        }
        throw new NotFound("organisation.notFound");
    }

    public static boolean maySeeRoles(Actor who, UUID organisationId) {
        return mayManage(who, organisationId) || who.isAdmin();
    }

    /** @throws Forbidden for colleagues; @throws NotFound for all others */
    public static void requireSeeRoles(Actor who, UUID organisationId) {
        if (!maySeeRoles(who, organisationId)) {
            requireManage(who, organisationId);
        }
    }

    /** Whether she may grant or end the role there. */
    public static boolean mayGrant(Actor who, Role role, UUID organisationId) {
        return switch (role) {
            case EMPLOYEE -> false;
            case HR_MANAGER -> mayManage(who, organisationId) || who.isAdmin();
            case FINANCE, FACILITATOR -> mayManage(who, organisationId);
            case POI_MODERATOR, ADMIN -> who.isAdmin();
        };
    }

    /** @throws Forbidden when she sees the roles and may not grant this one; @throws NotFound when she does not even see them */
    public static void requireGrant(Actor who, Role role, UUID organisationId) {
        requireSeeRoles(who, organisationId);
        if (!mayGrant(who, role, organisationId)) {
            throw new Forbidden("role.forbidden", role);
        }
    }

    /** Where a role has a meaning: moderators at a POI, administrators at a national body, the others everywhere. */
    public static boolean fits(Role role, OrganisationKind kind, boolean alsoPoi) {
        return switch (role) {
            case EMPLOYEE -> false;
            case POI_MODERATOR -> kind == OrganisationKind.POI || alsoPoi;
            case ADMIN -> kind == OrganisationKind.NATIONAL;
            case HR_MANAGER, FINANCE, FACILITATOR -> true;
        };
    }

    /** Managers give roles to the people they employ; administrators to anybody who is known. */
    public static boolean mustBeEmployed(Role role) {
        return role != Role.POI_MODERATOR && role != Role.ADMIN;
    }
}
