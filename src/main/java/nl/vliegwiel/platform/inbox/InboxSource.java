package nl.vliegwiel.platform.inbox;

import java.util.List;
import nl.vliegwiel.platform.actor.Actor;

/** Something in a feature that waits for a person's decision. The inbox asks every source; a feature never knows the inbox. */
public interface InboxSource {
    /** @return what waits for this person now, scoped by her rights; in no particular order */
    List<InboxItem> waitingFor(Actor actor);

    /** @return how many items {@link #waitingFor} would give, cheaply; asked on many pages */
    int count(Actor actor);
}
