package nl.vliegwiel.learning.boundary;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Set;
import java.util.UUID;
import nl.vliegwiel.forum.SpaceAudience;
import nl.vliegwiel.learning.persistence.CohortQueries;
import nl.vliegwiel.platform.actor.Actor;
import nl.vliegwiel.platform.actor.Role;

/** R16: a cohort's space is for who takes part and who guides; nobody else, administrators among them. */
@ApplicationScoped
public class CohortAudience implements SpaceAudience {
    static final String KIND = "COHORT";
    static final String DESCRIPTION = "space.cohort.description";
    static final String CLOSED = "space.cohort.closed";

    @Inject
    private CohortQueries cohorts;

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    public Set<UUID> groupsOf(Actor who) {
        return cohorts.joined(who.personId());
    }

    /** Without the database for whoever guides nobody: asked on every page. */
    @Override
    public Set<UUID> moderatedBy(Actor who) {
        return who.has(Role.FACILITATOR) ? cohorts.guided(who.personId()) : Set.of();
    }
}
