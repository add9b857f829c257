package nl.vliegwiel.flexpool.domain;

import java.time.Instant;
import java.util.Objects;
import nl.vliegwiel.platform.rule.RuleViolation;
import nl.vliegwiel.platform.time.Period;

/**
 * An exception to the weekly pattern: one stretch of time in which somebody is, or is not, available.
 *
 * @param period when
 * @param available true adds time that the pattern lacks, false takes time away
 */
public record AvailabilityOverride(Period period, boolean available) {
    public AvailabilityOverride {
        Objects.requireNonNull(period);
    }

    /**
     * @throws RuleViolation {@code availability.override.endAfterStart} when end is not after start,
     *         {@code availability.override.outOfReach} when it is not in this century
     */
    public static AvailabilityOverride of(Instant start, Instant end, boolean available) {
        if (!end.isAfter(start)) {
            throw new RuleViolation("availability.override.endAfterStart");
        }
        if (!WallClock.isPlausible(start) || !WallClock.isPlausible(end)) {
            throw new RuleViolation("availability.override.outOfReach");
        }
        return new AvailabilityOverride(new Period(start, end), available);
    }
}
