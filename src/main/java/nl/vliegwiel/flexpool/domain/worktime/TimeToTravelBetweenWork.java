package nl.vliegwiel.flexpool.domain.worktime;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import nl.vliegwiel.platform.time.Period;

/**
 * Between the shift and the work before or after it there is time to get from one place to the other. Not a law of
 * working time: travel from and to home is the employee's own affair and limited by her own maximum.
 *
 * Only work whose place is known has travel time.
 */
final class TimeToTravelBetweenWork implements RuleCheck {
    @Override
    public List<Finding> check(WorkRecord record, WorkingTimeLimits limits) {
        var limit = RuleCheck.one(limits, WorkingTimeRule.TRAVEL_BETWEEN_WORK, record);
        if (limit.isEmpty()) {
            return List.of();
        }
        Period shift = record.candidate().period();
        List<Finding> findings = new ArrayList<>();
        for (Work other : record.all()) {
            if (other == record.candidate() || other.travelMinutes() == 0 || other.period().overlaps(shift)) {
                continue;
            }
            boolean before = !other.period().end().isAfter(shift.start());
            var from = before ? other.period().end() : shift.end();
            var to = before ? shift.start() : other.period().start();
            long gap = Duration.between(from, to).toMinutes();
            long needed = other.travelMinutes() + (long) limit.get().figureMinutes();
            if (gap < needed) {
                Period window = new Period(before ? other.period().start() : shift.start(),
                        before ? shift.end() : other.period().end());
                findings.add(RuleCheck.finding(limit.get().rule(), limit.get().severity(), gap, needed, window,
                        "worktime.finding.travel", gap, needed));
            }
        }
        return findings;
    }
}
