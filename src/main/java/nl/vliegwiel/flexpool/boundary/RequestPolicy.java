package nl.vliegwiel.flexpool.boundary;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;
import nl.vliegwiel.flexpool.persistence.RequestScope;
import nl.vliegwiel.platform.actor.Actor;
import nl.vliegwiel.platform.actor.Role;
import nl.vliegwiel.platform.rule.Forbidden;

/** Who may ask for people. Who may read a request is in the {@link RequestScope} of every query. */
@ApplicationScoped
public class RequestPolicy {
    /** HR managers of the library ask, publish and withdraw. */
    public boolean mayWrite(Actor who, UUID organisationId) {
        return organisationId != null && who.has(Role.HR_MANAGER, organisationId);
    }

    /** @throws Forbidden {@code request.write.forbidden} */
    public void requireWrite(Actor who, UUID organisationId) {
        if (!mayWrite(who, organisationId)) {
            throw new Forbidden("request.write.forbidden");
        }
    }

    /** @throws Forbidden {@code reach.pace.forbidden} to anybody but HR managers of the library */
    public void requireSetPace(Actor who, UUID organisationId) {
        if (!mayWrite(who, organisationId)) {
            throw new Forbidden("reach.pace.forbidden");
        }
    }

    /** What reaches her as an employee, whatever her roles. */
    public RequestScope employedScope(Actor who) {
        return new RequestScope(who.personId(), who.organisationsWhere(Role.HR_MANAGER), who.organisationsWhere(Role.EMPLOYEE), who.regionLibraries());
    }

    /** What this person may see. */
    public RequestScope scope(Actor who) {
        return new RequestScope(who.personId(), who.readAsManager(), who.organisations(), who.regionLibraries());
    }
}
