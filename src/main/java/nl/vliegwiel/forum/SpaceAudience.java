package nl.vliegwiel.forum;

import java.util.Set;
import java.util.UUID;
import nl.vliegwiel.platform.actor.Actor;

/**
 * Knows who takes part in spaces of one kind of group, such as a region or a cohort. A feature that opens spaces gives one
 * as a bean; the forum asks at every use, so that who leaves the group reads nothing any more.
 */
public interface SpaceAudience {
    /** As it stands in the column {@code audience} of its spaces, in capitals. */
    String kind();

    /** @return the groups, as in {@code audience_ref}, in whose spaces the person reads and writes */
    Set<UUID> groupsOf(Actor who);

    /** @return the groups whose spaces the person moderates; she takes part in them too */
    Set<UUID> moderatedBy(Actor who);
}
