package nl.vliegwiel.learning.domain;

import java.time.Instant;

/** Somebody was put elsewhere in the line. */
public record Reorder(String person, int fromPlace, int toPlace, String reason, String by, Instant at) {
}
