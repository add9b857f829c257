package nl.vliegwiel.flexpool.domain;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.Optional;
import nl.vliegwiel.platform.rule.Violation;
import nl.vliegwiel.platform.time.Zones;

/**
 * From a date and a time as people type them to an instant.
 *
 * In the night that the clock goes forward, 02:00 to 03:00 does not exist: refused, never shifted in silence. In
 * the night that it goes back, 02:00 to 03:00 exists twice: the first of the two is meant (summer time), because
 * then a shift that starts before the change lasts as long as its two clock times say to somebody who has not
 * yet changed her watch. Who means the second one sends an instant with its offset.
 */
public final class WallClock {
    private static final Instant FIRST = Instant.parse("2000-01-01T00:00:00Z");
    private static final Instant LAST = Instant.parse("2100-01-01T00:00:00Z");

    private WallClock() {
    }

    /** False for moments outside this century: typing errors, and far enough out more than a database can hold. */
    public static boolean isPlausible(Instant moment) {
        return !moment.isBefore(FIRST) && moment.isBefore(LAST);
    }

    /** The instant, or nothing when this time does not exist on this date. */
    public static Optional<Instant> instant(LocalDate date, LocalTime time) {
        var offsets = Zones.AMSTERDAM.getRules().getValidOffsets(date.atTime(time));
        return offsets.isEmpty() ? Optional.empty() : Optional.of(date.atTime(time).toInstant(offsets.get(0)));
    }

    /** What to say at the field when the time does not exist: {@code shift.time.doesNotExist} with date and time. */
    public static Violation doesNotExist(String field, LocalDate date, LocalTime time) {
        return Violation.of(field, "shift.time.doesNotExist", date, time);
    }
}
