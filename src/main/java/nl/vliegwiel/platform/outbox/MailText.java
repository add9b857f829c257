package nl.vliegwiel.platform.outbox;

import java.util.Objects;

/**
 * What a mail says.
 *
 * @param subject one line
 * @param text the whole message as plain text
 * @param html the same message as an HTML document
 */
public record MailText(String subject, String text, String html) {
    public MailText {
        Objects.requireNonNull(subject);
        Objects.requireNonNull(text);
        Objects.requireNonNull(html);
    }
}
