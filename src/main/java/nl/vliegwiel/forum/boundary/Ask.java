package nl.vliegwiel.forum.boundary;

import java.util.List;
import java.util.UUID;
import nl.vliegwiel.forum.domain.TopicKind;

/**
 * Begin a topic.
 *
 * @param id of the topic to be, so that a form sent twice begins it once; null to have one made
 * @param anonymous only moderators read who asks
 * @param aboutNobody words of illness in it are about nobody in particular (R8)
 */
public record Ask(UUID id, TopicKind kind, String title, String body, List<String> tags, boolean anonymous, boolean aboutNobody) {
}
