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
}
