package nl.vliegwiel.forum.boundary;

import java.time.Instant;
import java.util.UUID;

/**
 * A post as one reader sees it.
 *
 * @param author null where the reader may not know it, and for what is hidden
 * @param nameless written by who asked namelessly
 * @param byAsker by who began the topic
 * @param body null for what is hidden, but for moderators
 * @param html as body, safe to show
 * @param hiddenReason why a moderator hid it; null for who took her own words back
 * @param flagged somebody asks for a look at it; told to moderators alone
 * @param answer what it rests on and whether it still holds; null for what is no answer, or rests on nothing and was never judged
 */
public record Post(UUID id, int version, UUID topicId, int position, Author author, boolean nameless, boolean mine, boolean byAsker, String body, String html,
        Instant createdAt, Instant editedAt, int likes, boolean liked, boolean accepted, boolean hidden, String hiddenReason, boolean flagged, boolean mayEdit,
        boolean mayAccept, boolean mayHide, Answer answer) {
    public boolean first() {
        return position == 1;
    }
}
