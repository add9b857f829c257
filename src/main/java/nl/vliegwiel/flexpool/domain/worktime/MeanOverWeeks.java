package nl.vliegwiel.flexpool.domain.worktime;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Work of a number of consecutive weeks is on average at most the limit per week, in every such row of weeks that
 * holds the shift (Arbeidstijdenwet 5:7: 55 hours over 4 weeks, 48 hours over 16). Told once, for the fullest row.
 */
final class MeanOverWeeks implements RuleCheck {
    private final WorkingTimeRule rule;
    private final String key;

    MeanOverWeeks(WorkingTimeRule rule, String key) {
        this.rule = rule;
        this.key = key;
    }

    @Override
    public List<Finding> check(WorkRecord record, WorkingTimeLimits limits) {
        var limit = RuleCheck.one(limits, rule, record);
        if (limit.isEmpty()) {
            return List.of();
        }
        int number = Math.max(1, limit.get().windowLength() / 7);
        Map<LocalDate, Long> perWeek = new HashMap<>();
        LocalDate fullest = null;
        long most = -1;
        LocalDate last = record.weeks().get(record.weeks().size() - 1);
        for (LocalDate first = record.weeks().get(0).minusWeeks(number - 1L); !first.isAfter(last);
                first = first.plusWeeks(1)) {
            long sum = 0;
            for (int i = 0; i < number; i++) {
                sum += perWeek.computeIfAbsent(first.plusWeeks(i), record::minutesInWeek);
            }
            if (sum > most) {
                most = sum;
                fullest = first;
            }
        }
        if (most <= (long) limit.get().figureMinutes() * number) {
            return List.of();
        }
        // Rounded up, so that a figure just over the limit never reads as the limit itself
        long mean = (most + number - 1) / number;
        return List.of(RuleCheck.inHours(limit.get(), mean, limit.get().figureMinutes(),
                WorkRecord.weeks(fullest, number), key));
    }
}
