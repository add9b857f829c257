package nl.vliegwiel.flexpool.boundary;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;

/**
 * A week of one employee.
 *
 * @param monday with which it begins
 * @param sheets definite shifts that begin in it, by start
 * @param netMinutes of all of them
 * @param complete all hours are with the employers, and she said so
 * @param completedAt when she said so last; null for not yet
 * @param mayComplete something waits for her, and all work of the week is over
 */
public record HoursWeek(LocalDate monday, List<HoursSheet> sheets, int netMinutes, int travelMinutes, boolean complete, Instant completedAt,
        boolean mayComplete) {
    public LocalDate getSunday() {
        return monday.plusDays(6);
    }
}
