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
 * @param unsubscribe address that ends mail of this sort with one click (RFC 8058); null where that makes no sense
 */
public record MailText(String subject, String text, String html, String summary, URI link, URI unsubscribe) {
    public MailText {
        Objects.requireNonNull(subject);
        Objects.requireNonNull(text);
        Objects.requireNonNull(html);
    }

    /** Without an address to end it. */
    public MailText(String subject, String text, String html, String summary, URI link) {
        this(subject, text, html, summary, link, null);
    }
}
