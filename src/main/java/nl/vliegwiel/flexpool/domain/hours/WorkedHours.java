package nl.vliegwiel.flexpool.domain.hours;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import nl.vliegwiel.flexpool.domain.WallClock;
import nl.vliegwiel.platform.rule.Violation;
import nl.vliegwiel.platform.time.Period;

/**
 * When somebody worked, in real time: over a clock change the minutes are those that passed.
 *
 * @param breakMinutes unpaid, within the work
 * @param travelMinutes there and back
 */
public record WorkedHours(Instant start, Instant end, int breakMinutes, int travelMinutes) {
    /** Working and travelling on one day. */
    public static final int MOST_MINUTES_A_DAY = 24 * 60;

    private static final Duration NEAR = Duration.ofHours(12);

    /** What is proposed: the shift as it was planned. */
    public static WorkedHours planned(Period shift, int breakMinutes, int travelMinutes) {
        return new WorkedHours(shift.start(), shift.end(), breakMinutes, travelMinutes);
    }

    /** Work without the break, in minutes. */
    public int netMinutes() {
        return Math.toIntExact(Duration.between(start, end).toMinutes()) - breakMinutes;
    }

    /**
     * Faults that stop the save; the sum with other work of that day is looked at elsewhere.
     *
     * @param planned the shift
     * @return a fault per field: {@code hours.time.outOfReach}, {@code hours.end.afterStart}, {@code hours.start.otherDay},
     *         {@code hours.end.tooLong}, {@code hours.break.within}, {@code hours.travel.range}; empty when all is well
     */
    public List<Violation> check(Period planned) {
        List<Violation> faults = new ArrayList<>();
        if (!WallClock.isPlausible(start) || !WallClock.isPlausible(end)) {
            return List.of(Violation.of(WallClock.isPlausible(start) ? "end" : "start", "hours.time.outOfReach"));
        }
        if (!end.isAfter(start)) {
            return List.of(Violation.of("end", "hours.end.afterStart"));
        }
        if (Duration.between(planned.start(), start).abs().compareTo(NEAR) > 0) {
            faults.add(Violation.of("start", "hours.start.otherDay"));
        }
        long minutes = Duration.between(start, end).toMinutes();
        if (Duration.between(start, end).compareTo(Duration.ofMinutes(MOST_MINUTES_A_DAY)) > 0) {
            faults.add(Violation.of("end", "hours.end.tooLong"));
        } else if (minutes + Math.max(0, travelMinutes) > MOST_MINUTES_A_DAY) {
            faults.add(Violation.of("travelMinutes", "hours.travel.range"));
        }
        if (breakMinutes < 0 || breakMinutes >= minutes) {
            faults.add(Violation.of("breakMinutes", "hours.break.within"));
        }
        if (travelMinutes < 0) {
            faults.add(Violation.of("travelMinutes", "hours.travel.range"));
        }
        return faults;
    }
}
