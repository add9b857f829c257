package nl.vliegwiel.platform.privacy;

import java.time.LocalDate;

/**
 * How long one kind of record is kept (R18).
 *
 * @param kind of record; its label is the message key {@code RetentionKind.<kind>}
 * @param months after the event
 * @param event that starts the clock; its label is {@code RetentionEvent.<event>}
 * @param source law or decision it rests on
 * @param validFrom first day on which it holds (R6)
 */
public record RetentionRule(String kind, int months, String event, Action action, String source, LocalDate validFrom) {
    /** What happens when the time is over. */
    public enum Action {
        DELETE, ANONYMISE, KEEP
    }
}
