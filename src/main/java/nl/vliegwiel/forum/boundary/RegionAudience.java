package nl.vliegwiel.forum.boundary;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Set;
import java.util.UUID;
import nl.vliegwiel.forum.SpaceAudience;
import nl.vliegwiel.forum.persistence.SpaceQueries;
import nl.vliegwiel.platform.actor.Actor;
import nl.vliegwiel.platform.actor.Role;

/** HR-kringen: the people of the libraries that a POI supports, and who moderates for that POI. */
@ApplicationScoped
public class RegionAudience implements SpaceAudience {
    @Inject
    private SpaceQueries queries;

    @Override
    public String kind() {
        return "REGION";
    }

    @Override
    public Set<UUID> groupsOf(Actor who) {
        return queries.poisOf(who.organisations());
    }

    @Override
    public Set<UUID> moderatedBy(Actor who) {
        return who.organisationsWhere(Role.POI_MODERATOR);
    }
}
