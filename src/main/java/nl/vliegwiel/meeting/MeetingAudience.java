package nl.vliegwiel.meeting;

import java.util.Set;
import java.util.UUID;
import nl.vliegwiel.platform.actor.Actor;

/** Knows the people of groups of one kind. A feature whose groups meet gives one as a bean; it is asked at every use. */
public interface MeetingAudience {
    /** As it stands in the column {@code audience}, in capitals. */
    String kind();

    /** @return who is invited to what the group does */
    Set<UUID> invited(UUID group);

    /** @return whether the person sees when and where the group meets */
    boolean maySee(Actor who, UUID group);

    /** @return whether she reads agenda, minutes and link, and is counted as present */
    boolean takesPart(Actor who, UUID group);

    /** @return whether she plans what the group does */
    boolean leads(Actor who, UUID group);

    /** Name of the group. */
    String name(UUID group);
}
