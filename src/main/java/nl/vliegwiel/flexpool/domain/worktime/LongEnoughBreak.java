package nl.vliegwiel.flexpool.domain.worktime;

import java.util.Comparator;
import java.util.List;

/**
 * A shift in which more is worked than the window says has at least the limit as break (Arbeidstijdenwet 5:4).
 *
 * There may be a soft limit (what the law asks where nothing else was agreed) beside a hard one (what no collective
 * agreement may go below); the hard one is told first and then the soft one is not told again.
 */
final class LongEnoughBreak implements RuleCheck {
    @Override
    public List<Finding> check(WorkRecord record, WorkingTimeLimits limits) {
        Work shift = record.candidate();
        return limits.figures(WorkingTimeRule.BREAK, record.day())
                .filter(limit -> shift.netMinutes() > limit.windowLength())
                .filter(limit -> shift.breakMinutes() < limit.figureMinutes())
                .max(Comparator.comparing((WorkingTimeLimit l) -> l.severity() == Severity.HARD)
                        .thenComparingInt(WorkingTimeLimit::figureMinutes))
                .map(limit -> List.of(RuleCheck.finding(limit.rule(), limit.severity(), shift.breakMinutes(),
                        limit.figureMinutes(), shift.period(), "worktime.finding.break",
                        shift.breakMinutes(), limit.figureMinutes())))
                .orElse(List.of());
    }
}
