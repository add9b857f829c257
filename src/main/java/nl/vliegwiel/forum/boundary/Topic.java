package nl.vliegwiel.forum.boundary;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import nl.vliegwiel.forum.domain.TopicFilter.Cursor;
import nl.vliegwiel.forum.domain.TopicKind;

/**
 * A topic as one reader sees it.
 *
 * @param author null where the reader may not know who asked
 * @param anonymous asked namelessly
 * @param mine the reader began it
 * @param unread posts that came since she last looked; null when she never opened it
 * @param following WATCHING, MUTED or null
 * @param moderated the reader moderates the space
 * @param doubtful its accepted answer has to be checked, or is outdated
 * @param usedBy how many libraries use it, of a letter
 */
public record Topic(UUID id, int version, UUID spaceId, TopicKind kind, String title, List<String> tags, Author author, boolean anonymous, boolean mine,
        Instant createdAt, Instant lastPostAt, int postCount, int lastPosition, int likes, UUID acceptedPostId, boolean closed, boolean hidden, Integer unread,
        String following, boolean moderated, boolean doubtful, int usedBy) {
    public boolean solved() {
        return acceptedPostId != null;
    }

    /** Posts under the first one. */
    public int replies() {
        return Math.max(0, postCount - 1);
    }

    public Cursor cursor() {
        return new Cursor(likes, lastPostAt, id);
    }
}
