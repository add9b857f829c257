package nl.vliegwiel.flexpool.boundary;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;
import nl.vliegwiel.platform.actor.Actor;
import nl.vliegwiel.platform.actor.Role;
import nl.vliegwiel.platform.rule.Forbidden;
import nl.vliegwiel.platform.rule.NotFound;

/** Who keeps the favourites of a library, and who decides to be one: she alone (R11). */
@ApplicationScoped
public class FavouritePolicy {
    public boolean mayKeep(Actor who, UUID organisationId) {
        return organisationId != null && who.has(Role.HR_MANAGER, organisationId);
    }

    /** @throws Forbidden {@code favourite.forbidden} */
    public void requireKeep(Actor who, UUID organisationId) {
        if (!mayKeep(who, organisationId)) {
            throw new Forbidden("favourite.forbidden");
        }
    }

    /** @throws NotFound {@code favourite.notFound} to who does not manage the library */
    public void requireKeepIt(Actor who, UUID organisationId) {
        if (!mayKeep(who, organisationId)) {
            throw new NotFound("favourite.notFound");
        }
    }

    /** @throws NotFound {@code favourite.notFound} to everybody but herself */
    public void requireAnswer(Actor who, UUID personId) {
        if (!who.is(personId)) {
            throw new NotFound("favourite.notFound");
        }
    }

    /** @throws NotFound {@code favourite.notFound} to who is neither of the two */
    public void requireEnd(Actor who, UUID organisationId, UUID personId) {
        if (!mayKeep(who, organisationId)) {
            requireAnswer(who, personId);
        }
    }
}
