package nl.vliegwiel.notification.boundary;

import java.time.Instant;
import java.util.UUID;

/**
 * One decision that waits, in words.
 *
 * @param kind what is asked
 * @param label of the kind
 * @param entity kind of thing, as the API names it
 * @param version of the thing, to send back with the decision
 * @param text what is asked, in a sentence
 * @param since when it began to wait
 * @param until when it is too late; null for no limit
 * @param url local path of the page on which it is decided
 */
public record InboxLine(String kind, String label, String entity, UUID entityId, int version, String text, Instant since, Instant until, String url) {
}
