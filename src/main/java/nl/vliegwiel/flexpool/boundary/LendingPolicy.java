package nl.vliegwiel.flexpool.boundary;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Set;
import java.util.UUID;
import nl.vliegwiel.platform.actor.Actor;
import nl.vliegwiel.platform.actor.Role;
import nl.vliegwiel.platform.rule.Forbidden;

/** What a library agreed about lending is its own affair: its HR managers read and keep it, their deputies among them. */
@ApplicationScoped
public class LendingPolicy {
    public boolean mayKeep(Actor who, UUID organisationId) {
        return organisationId != null && who.has(Role.HR_MANAGER, organisationId);
    }

    /** @throws Forbidden {@code release.forbidden}: that there is such a library is known to all, what it agreed is not */
    public void requireKeep(Actor who, UUID organisationId) {
        if (!mayKeep(who, organisationId)) {
            throw new Forbidden("release.forbidden");
        }
    }

    /** Libraries of which a moderator sees releases that wait long: those of her regions. */
    public Set<UUID> lookedAfter(Actor who) {
        return who.has(Role.POI_MODERATOR) ? who.regionLibraries() : Set.of();
    }

    /** @throws Forbidden {@code release.waits.forbidden} to who moderates no region */
    public void requireLookAfter(Actor who) {
        if (!who.has(Role.POI_MODERATOR)) {
            throw new Forbidden("release.waits.forbidden");
        }
    }
}
