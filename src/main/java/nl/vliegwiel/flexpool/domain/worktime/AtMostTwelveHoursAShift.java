package nl.vliegwiel.flexpool.domain.worktime;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import nl.vliegwiel.platform.time.Period;

/**
 * Work of one shift, breaks taken off, is at most the limit (Arbeidstijdenwet 5:7).
 *
 * Pieces of work with less than a legal rest between them are one shift: five hours at home and eight at another
 * library on the same day are thirteen.
 */
final class AtMostTwelveHoursAShift implements RuleCheck {
    @Override
    public List<Finding> check(WorkRecord record, WorkingTimeLimits limits) {
        int rest = RuleCheck.one(limits, WorkingTimeRule.SHORTENED_DAILY_REST, record)
                .map(WorkingTimeLimit::figureMinutes).orElse(REST_THAT_ENDS_A_SHIFT);
        List<Work> shift = record.shifts(Duration.ofMinutes(rest)).stream()
                .filter(s -> s.contains(record.candidate())).findFirst().orElseThrow();
        long net = shift.stream().mapToLong(Work::netMinutes).sum();
        Period window = new Period(shift.get(0).period().start(),
                shift.stream().map(w -> w.period().end()).max(Instant::compareTo).orElseThrow());
        return RuleCheck.one(limits, WorkingTimeRule.SHIFT_LENGTH, record)
                .filter(limit -> net > limit.figureMinutes())
                .map(limit -> List.of(RuleCheck.inHours(limit, net, limit.figureMinutes(), window,
                        "worktime.finding.shiftLength")))
                .orElse(List.of());
    }
}
