package nl.vliegwiel.flexpool.domain.worktime;

import java.time.LocalDate;
import java.util.Objects;

/**
 * One limit as it holds in a stretch of time (R6). A row of reference data; the figures come from law and collective
 * agreement and change.
 *
 * @param rule what is limited
 * @param figureMinutes the limit in minutes, at least 0. For OFFERED_HOURS and CONTRACT_AND_OFFERED_HOURS minutes
 *        that are forgiven on top of the person's own figure (0 as a rule); for TRAVEL_BETWEEN_WORK minutes added
 *        to the travel time
 * @param windowLength length of the window in the window's unit
 * @param windowUnit unit of the window
 * @param severity whether somebody may override it
 * @param source article and place where the figure was read
 * @param validFrom first day on which it holds
 * @param validTo last day on which it holds; null as long as no end is known
 */
public record WorkingTimeLimit(WorkingTimeRule rule, int figureMinutes, int windowLength, WindowUnit windowUnit,
        Severity severity, String source, LocalDate validFrom, LocalDate validTo) {
    public WorkingTimeLimit {
        Objects.requireNonNull(rule);
        Objects.requireNonNull(windowUnit);
        Objects.requireNonNull(severity);
        Objects.requireNonNull(source);
        Objects.requireNonNull(validFrom);
        if (figureMinutes < 0 || windowLength < 0 || validTo != null && validTo.isBefore(validFrom)) {
            throw new IllegalArgumentException("Not a limit: " + rule + " " + figureMinutes + " " + windowLength);
        }
    }

    public boolean holdsOn(LocalDate day) {
        return !day.isBefore(validFrom) && (validTo == null || !day.isAfter(validTo));
    }
}
