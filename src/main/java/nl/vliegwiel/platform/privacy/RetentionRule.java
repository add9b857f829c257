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
 * @param leastMonths a library may choose any number from this one; null where it may not choose
 */
public record RetentionRule(String kind, int months, String event, Action action, String source, LocalDate validFrom, Integer leastMonths) {
    /** What happens when the time is over. */
    public enum Action {
        DELETE, ANONYMISE, KEEP
    }
}
