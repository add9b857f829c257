package nl.vliegwiel.platform.time;

import java.time.Duration;
import java.time.Instant;
import java.util.Objects;

/**
 * A stretch of time, half-open: {@code start} belongs to it, {@code end} does not.
 *
 * @param start first instant
 * @param end first instant after it, later than start
 */
public record Period(Instant start, Instant end) implements Comparable<Period> {
    /** @throws IllegalArgumentException when end is not after start */
    public Period {
        Objects.requireNonNull(start);
        Objects.requireNonNull(end);
        if (!end.isAfter(start)) {
            throw new IllegalArgumentException("A period ends after it starts: " + start + " " + end);
        }
    }

    public boolean overlaps(Period other) {
        return start.isBefore(other.end) && other.start.isBefore(end);
    }

    public boolean contains(Period other) {
        return !other.start.isBefore(start) && !other.end.isAfter(end);
    }

    public boolean contains(Instant moment) {
        return !moment.isBefore(start) && moment.isBefore(end);
    }

    public Duration length() {
        return Duration.between(start, end);
    }

    /** Whole minutes of real time, also over a clock change. */
    public long minutes() {
        return length().toMinutes();
    }

    @Override
    public int compareTo(Period other) {
        int byStart = start.compareTo(other.start);
        return byStart != 0 ? byStart : end.compareTo(other.end);
    }
}
