package nl.vliegwiel.forum;

import java.time.Instant;
import java.util.Set;
import java.util.UUID;

/**
 * Nobody answered a question for some time, and it goes to others. Who asked is not told here: she may be nameless.
 *
 * @param tell who may know the answer, without who asked
 */
public record QuestionWaits(UUID topicId, Set<UUID> tell, Instant at) {
    public QuestionWaits {
        tell = Set.copyOf(tell);
    }
}
