package nl.vliegwiel.flexpool.domain.worktime;

import java.util.List;
import java.util.stream.IntStream;

/** Work of one week, breaks taken off, is at most the limit (Arbeidstijdenwet 5:7). */
final class AtMostSixtyHoursAWeek implements RuleCheck {
    @Override
    public List<Finding> check(WorkRecord record, WorkingTimeLimits limits) {
        return RuleCheck.one(limits, WorkingTimeRule.WEEK, record).map(limit -> IntStream.range(0, record.weeks().size())
                .filter(week -> record.minutesInWeek(week) > limit.figureMinutes())
                .mapToObj(week -> RuleCheck.inHours(limit, record.minutesInWeek(week), limit.figureMinutes(),
                        WorkRecord.weeks(record.weeks().get(week), 1), "worktime.finding.week"))
                .toList()).orElse(List.of());
    }
}
