package nl.vliegwiel.forum;

import java.util.Optional;
import java.util.UUID;

/** What other features may ask of the forum. */
public interface Forum {
    /**
     * A post as one reader may know it.
     *
     * @param author name of who wrote it; null where the reader may not know it
     */
    record Reply(UUID topicId, String topic, UUID postId, String author) {
    }

    /** @return the post; empty when it is hidden, or the person may not read it now */
    Optional<Reply> replyFor(UUID postId, UUID readerId);

    /** A question that nobody answered yet, as one reader may know it. */
    record Unanswered(UUID topicId, String topic, String space) {
    }

    /** @return the question; empty when somebody answered, it is hidden or closed, or the person may not read it now */
    Optional<Unanswered> unansweredFor(UUID topicId, UUID readerId);
}
