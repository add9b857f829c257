package nl.vliegwiel.forum;

import java.time.Instant;
import java.util.Set;
import java.util.UUID;

/**
 * Somebody replied under a topic. Who wrote it is not told here: she may be nameless.
 *
 * @param tell who follows the topic and has read all before this, without who wrote it
 */
public record PostWritten(UUID postId, UUID topicId, Set<UUID> tell, Instant at) {
    public PostWritten {
        tell = Set.copyOf(tell);
    }
}
