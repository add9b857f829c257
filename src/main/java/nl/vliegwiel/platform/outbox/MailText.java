package nl.vliegwiel.platform.outbox;

import java.net.URI;
import java.util.Objects;

/**
 * What a mail says.
 *
 * @param subject one line
 * @param text plain text
 * @param html the same message as an HTML document
 * @param summary what happened, in a sentence or two, for a list of messages
 * @param link the page that the message leads to; null for none
 */
public record MailText(String subject, String text, String html, String summary, URI link) {
    public MailText {
        Objects.requireNonNull(subject);
        Objects.requireNonNull(text);
        Objects.requireNonNull(html);
    }
}
