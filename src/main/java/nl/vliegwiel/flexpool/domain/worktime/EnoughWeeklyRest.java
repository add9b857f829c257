package nl.vliegwiel.flexpool.domain.worktime;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import nl.vliegwiel.platform.time.Period;

/**
 * In each seven days from the begin of a shift there is one unbroken rest of at least the weekly limit; or else in
 * the fourteen days from that begin the rests that are long enough to count add up to the fortnight's limit
 * (Arbeidstijdenwet 5:5). Told once, for the first window that fails.
 */
final class EnoughWeeklyRest implements RuleCheck {
    @Override
    public List<Finding> check(WorkRecord record, WorkingTimeLimits limits) {
        var weekly = RuleCheck.one(limits, WorkingTimeRule.WEEKLY_REST, record);
        if (weekly.isEmpty()) {
            return List.of();
        }
        Duration length = Duration.ofDays(weekly.get().windowLength());
        return record.shifts(Duration.ofMinutes(REST_THAT_ENDS_A_SHIFT)).stream()
                .map(shift -> window(shift.get(0).period().start(), length))
                .filter(window -> window.overlaps(record.candidate().period()))
                .filter(window -> longest(record, window) < weekly.get().figureMinutes())
                .filter(window -> !enoughInFortnight(record, limits, window.start()))
                .findFirst()
                .map(window -> List.of(RuleCheck.inHours(weekly.get(), longest(record, window),
                        weekly.get().figureMinutes(), window, "worktime.finding.weeklyRest")))
                .orElse(List.of());
    }

    private static boolean enoughInFortnight(WorkRecord record, WorkingTimeLimits limits, Instant start) {
        var fortnight = RuleCheck.one(limits, WorkingTimeRule.FORTNIGHT_REST, record);
        if (fortnight.isEmpty()) {
            return false;
        }
        int block = RuleCheck.one(limits, WorkingTimeRule.FORTNIGHT_REST_BLOCK, record)
                .map(WorkingTimeLimit::figureMinutes).orElse(0);
        Period window = window(start, Duration.ofDays(fortnight.get().windowLength()));
        return record.restWithin(window).stream().mapToLong(Period::minutes)
                .filter(minutes -> minutes >= block).sum() >= fortnight.get().figureMinutes();
    }

    private static Period window(Instant start, Duration length) {
        return new Period(start, start.plus(length));
    }

    private static long longest(WorkRecord record, Period window) {
        return record.restWithin(window).stream().mapToLong(Period::minutes).max().orElse(0);
    }
}
