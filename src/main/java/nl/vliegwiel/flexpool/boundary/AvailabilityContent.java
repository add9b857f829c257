package nl.vliegwiel.flexpool.boundary;

import java.time.DayOfWeek;
import java.time.Instant;
import java.util.List;

/** A week and its exceptions as somebody sent them; null for none. */
public record AvailabilityContent(List<Day> weekly, List<Extra> overrides) {
    /** A stretch of a day in wall-clock time; {@code to} may be 24:00. */
    public record Day(DayOfWeek day, String from, String to) {
    }

    /** An exception to the week. */
    public record Extra(Instant start, Instant end, Boolean available) {
    }

    public AvailabilityContent {
        weekly = weekly == null ? List.of() : weekly;
        overrides = overrides == null ? List.of() : overrides;
    }
}
