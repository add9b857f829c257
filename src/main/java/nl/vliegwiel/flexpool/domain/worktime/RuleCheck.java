package nl.vliegwiel.flexpool.domain.worktime;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import nl.vliegwiel.flexpool.domain.Hours;
import nl.vliegwiel.platform.time.Period;
import nl.vliegwiel.platform.time.Zones;

/** One rule of the working-time check. Looks only at stretches of time that the candidate touches. */
interface RuleCheck {
    /** Gap between two pieces of work that ends a shift, where no limit says otherwise. */
    int REST_THAT_ENDS_A_SHIFT = 8 * 60;

    /** What the candidate would break; empty when nothing. */
    List<Finding> check(WorkRecord record, WorkingTimeLimits limits);

    static Optional<WorkingTimeLimit> one(WorkingTimeLimits limits, WorkingTimeRule rule, WorkRecord record) {
        return limits.first(rule, record.day());
    }

    static Finding inHours(WorkingTimeLimit limit, long figure, long allowed, Period window, String key) {
        return finding(limit.rule(), limit.severity(), figure, allowed, window, key, Hours.of(figure), Hours.of(allowed));
    }

    static Finding finding(WorkingTimeRule rule, Severity severity, long figure, long allowed, Period window,
            String key, Object figureToSay, Object limitToSay) {
        LocalDate first = window.start().atZone(Zones.AMSTERDAM).toLocalDate();
        LocalDate last = window.end().minusNanos(1).atZone(Zones.AMSTERDAM).toLocalDate();
        return new Finding(rule, severity, Math.toIntExact(figure), Math.toIntExact(allowed), window, key,
                List.of(figureToSay, limitToSay, first, last));
    }
}
