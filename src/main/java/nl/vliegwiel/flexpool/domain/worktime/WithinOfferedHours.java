package nl.vliegwiel.flexpool.domain.worktime;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Loans of one week are at most what the employee offers, and all work of it at most contract plus what she offers.
 * Not law but what was agreed, so somebody may decide otherwise with a reason (R5).
 */
final class WithinOfferedHours implements RuleCheck {
    @Override
    public List<Finding> check(WorkRecord record, WorkingTimeLimits limits) {
        List<Finding> findings = new ArrayList<>();
        RuleCheck.one(limits, WorkingTimeRule.OFFERED_HOURS, record).ifPresent(limit -> {
            long most = record.offeredMinutesPerWeek() + (long) limit.figureMinutes();
            IntStream.range(0, record.weeks().size()).filter(week -> record.loanMinutesInWeek(week) > most)
                    .mapToObj(week -> RuleCheck.inHours(limit, record.loanMinutesInWeek(week), most,
                            WorkRecord.weeks(record.weeks().get(week), 1), "worktime.finding.offeredHours"))
                    .forEach(findings::add);
        });
        RuleCheck.one(limits, WorkingTimeRule.CONTRACT_AND_OFFERED_HOURS, record).ifPresent(limit -> {
            long most = record.home().contractMinutesPerWeek() + record.offeredMinutesPerWeek()
                    + (long) limit.figureMinutes();
            IntStream.range(0, record.weeks().size()).filter(week -> record.minutesInWeek(week) > most)
                    .mapToObj(week -> RuleCheck.inHours(limit, record.minutesInWeek(week), most,
                            WorkRecord.weeks(record.weeks().get(week), 1), "worktime.finding.contractHours"))
                    .forEach(findings::add);
        });
        return findings;
    }
}
