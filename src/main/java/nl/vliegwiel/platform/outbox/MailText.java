package nl.vliegwiel.platform.outbox;

import java.net.URI;
import java.util.Objects;
import java.util.UUID;

/**
 * What a mail says.
 *
 * @param subject one line
 * @param text plain text
 * @param html the same message as an HTML document
 * @param summary what happened, in a sentence or two, for a list of messages
 * @param link the page that the message leads to; null for none
 * @param unsubscribe address that ends mail of this sort with one click (RFC 8058); null where that makes no sense
 * @param conversation that it is part of; null for none
 * @param invitation for the calendar; null for none
 */
public record MailText(String subject, String text, String html, String summary, URI link, URI unsubscribe, Conversation conversation, Invitation invitation) {
    /**
     * A calendar object that travels with the mail (RFC 6047).
     *
     * @param method REQUEST or CANCEL, the same as in the object
     * @param object the iCalendar object
     */
    public record Invitation(String method, String object) {
    }

    /**
     * What goes on in several mails, which mail programs show together.
     *
     * @param id the same in all its mails
     * @param listId of the group in which it is held
     * @param list name of that group
     * @param answerTo mail address to which this receiver alone answers; null for none
     */
    public record Conversation(UUID id, UUID listId, String list, String answerTo) {
    }

    public MailText {
        Objects.requireNonNull(subject);
        Objects.requireNonNull(text);
        Objects.requireNonNull(html);
    }

    /** Without anything for the calendar. */
    public MailText(String subject, String text, String html, String summary, URI link, URI unsubscribe, Conversation conversation) {
        this(subject, text, html, summary, link, unsubscribe, conversation, null);
    }

    /** The same with something for the calendar. */
    public MailText with(Invitation other) {
        return new MailText(subject, text, html, summary, link, unsubscribe, conversation, other);
    }

    /** Of no conversation. */
    public MailText(String subject, String text, String html, String summary, URI link, URI unsubscribe) {
        this(subject, text, html, summary, link, unsubscribe, null);
    }

    /** Without an address to end it. */
    public MailText(String subject, String text, String html, String summary, URI link) {
        this(subject, text, html, summary, link, null, null);
    }
}
