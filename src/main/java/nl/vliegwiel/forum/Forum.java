package nl.vliegwiel.forum;

import java.time.Instant;
import java.util.List;
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

    /** Something that was said in a space. @param author null for a nameless question */
    record Said(UUID topicId, String topic, String author, Instant at, String body) {
    }

    /**
     * Opens the space of a group, or gives it another name.
     *
     * @param kind of space, in capitals
     * @param audience kind of the {@link SpaceAudience} that knows who takes part
     * @param description a message key, or words; closedReason likewise
     * @return its id
     */
    UUID openSpace(String kind, String audience, UUID group, String name, String description, String closedReason);

    /** @return the space of a group; empty when there is none. It asks nobody's rights */
    Optional<UUID> space(String audience, UUID group);

    /** What was said in the space of a group and is not hidden, the latest topic first. It asks nobody's rights: who calls has a ground. */
    List<Said> transcript(String audience, UUID group, int most);
}
