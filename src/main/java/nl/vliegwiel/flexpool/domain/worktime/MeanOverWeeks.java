package nl.vliegwiel.flexpool.domain.worktime;

import java.util.List;

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
        int first = 1 - number;
        int last = record.weeks().size() - 1;
        long sum = 0;
        for (int week = first; week < first + number; week++) {
            sum += record.minutesInWeek(week);
        }
        int fullest = first;
        long most = sum;
        for (int next = first + 1; next <= last; next++) {
            sum += record.minutesInWeek(next + number - 1) - record.minutesInWeek(next - 1);
            if (sum > most) {
                most = sum;
                fullest = next;
            }
        }
        if (most <= (long) limit.get().figureMinutes() * number) {
            return List.of();
        }
        // Rounded up, so that a figure just over the limit never reads as the limit itself
        long mean = (most + number - 1) / number;
        return List.of(RuleCheck.inHours(limit.get(), mean, limit.get().figureMinutes(),
                WorkRecord.weeks(record.weeks().get(0).plusWeeks(fullest), number), key));
    }
}
