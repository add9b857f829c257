package nl.vliegwiel.forum;

import java.util.UUID;

/**
 * What became of a mail to the forum, for whoever sent it, where she would not see it otherwise.
 *
 * @param topicId the topic; null where there is none
 * @param reason why nothing came of it, as {@code mail.refused.<reason>}; null when a question was placed
 */
public record MailAnswered(UUID personId, UUID topicId, String reason) {
}
