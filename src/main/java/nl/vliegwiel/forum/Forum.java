package nl.vliegwiel.forum;

import java.util.Optional;
import java.util.UUID;

/** What other features may ask of the forum. */
public interface Forum {
    /**
     * A post as one reader may know it.
     *
     * @param author name of who wrote it; null where the reader may not know it
     * @param body as it was written, in Markdown
     * @param html the same, safe to show
     * @param answerTo mail address to which this reader alone answers; null where mail is not read, or nobody may write any more
     */
    record Reply(UUID topicId, String topic, UUID postId, String author, UUID spaceId, String space, String body, String html, String answerTo) {
    }

    /** @return title of a topic; empty when the person may not read it now */
    Optional<String> titleFor(UUID topicId, UUID readerId);

    /** @return the post; empty when it is hidden, or the person may not read it now */
    Optional<Reply> replyFor(UUID postId, UUID readerId);

    /** A question that nobody answered yet, as one reader may know it. */
    record Unanswered(UUID topicId, String topic, String space) {
    }

    /** @return the question; empty when somebody answered, it is hidden or closed, or the person may not read it now */
    Optional<Unanswered> unansweredFor(UUID topicId, UUID readerId);
}
