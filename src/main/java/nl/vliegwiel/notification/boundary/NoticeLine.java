package nl.vliegwiel.notification.boundary;

import java.time.Instant;
import java.util.UUID;

/**
 * Something that another changed for the reader.
 *
 * @param kind of message
 * @param title what happened, on one line
 * @param text the same in a sentence or two
 * @param read whether she said that she has seen it
 * @param url local path of the page it is about; null for none
 */
public record NoticeLine(UUID id, String kind, String title, String text, Instant at, boolean read, String url) {
}
