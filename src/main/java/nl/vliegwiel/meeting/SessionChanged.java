package nl.vliegwiel.meeting;

import java.util.Set;
import java.util.UUID;

/**
 * A session was planned, moved or called off (R14: all who are invited are told).
 *
 * @param people who is invited
 */
public record SessionChanged(UUID sessionId, Set<UUID> people, Change change) {
    public SessionChanged {
        people = Set.copyOf(people);
    }

    /** What happened. */
    public enum Change {
        PLANNED, MOVED, CANCELLED
    }
}
