package nl.vliegwiel.flexpool.boundary;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;
import nl.vliegwiel.platform.actor.Actor;
import nl.vliegwiel.platform.actor.Role;
import nl.vliegwiel.platform.rule.Forbidden;
import nl.vliegwiel.platform.rule.NotFound;

/** How the pool does is for those who plan: each for her library and its region, all of them for the network. */
@ApplicationScoped
public class HealthPolicy {
    /** Plans or settles anywhere, moderates a region, or keeps the network. */
    public boolean mayRead(Actor who) {
        return who.has(Role.HR_MANAGER) || who.has(Role.FINANCE) || who.has(Role.POI_MODERATOR) || who.isAdmin();
    }

    public boolean mayReadLibrary(Actor who, UUID libraryId) {
        return who.has(Role.HR_MANAGER, libraryId) || who.has(Role.FINANCE, libraryId) || who.moderatesRegionOf(libraryId) || who.isAdmin();
    }

    /** @throws Forbidden {@code health.notYours} */
    public void requireRead(Actor who) {
        if (!mayRead(who)) {
            throw new Forbidden("health.notYours");
        }
    }

    /** @throws Forbidden {@code health.notYours}; NotFound where it is another's library */
    public void requireReadLibrary(Actor who, UUID libraryId) {
        requireRead(who);
        if (!mayReadLibrary(who, libraryId)) {
            throw new NotFound("health.notFound");
        }
    }
}
