package nl.vliegwiel.flexpool.domain;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import nl.vliegwiel.platform.time.Period;

/** Arithmetic on sets of periods. Every answer is disjoint and in the order of time. */
public final class Periods {
    private Periods() {
    }

    /** Joins what overlaps or touches. */
    public static List<Period> joined(Collection<Period> periods) {
        List<Period> result = new ArrayList<>();
        periods.stream().sorted().forEach(period -> {
            Period last = result.isEmpty() ? null : result.get(result.size() - 1);
            if (last == null || period.start().isAfter(last.end())) {
                result.add(period);
            } else if (period.end().isAfter(last.end())) {
                result.set(result.size() - 1, new Period(last.start(), period.end()));
            }
        });
        return result;
    }

    /** What is left of {@code from} after {@code taken} is cut out; both may be in any order. */
    public static List<Period> without(Collection<Period> from, Collection<Period> taken) {
        List<Period> cuts = joined(taken);
        List<Period> result = new ArrayList<>();
        for (Period period : joined(from)) {
            Instant start = period.start();
            for (Period cut : cuts) {
                if (!cut.end().isAfter(start)) {
                    continue;
                }
                if (!cut.start().isBefore(period.end())) {
                    break;
                }
                if (cut.start().isAfter(start)) {
                    result.add(new Period(start, cut.start()));
                }
                start = cut.end();
            }
            if (start.isBefore(period.end())) {
                result.add(new Period(start, period.end()));
            }
        }
        return result;
    }

    /** The parts that lie within the window. */
    public static List<Period> clipped(Collection<Period> periods, Period window) {
        return joined(periods).stream().filter(window::overlaps)
                .map(p -> new Period(
                        p.start().isBefore(window.start()) ? window.start() : p.start(),
                        p.end().isAfter(window.end()) ? window.end() : p.end()))
                .toList();
    }

    /** Minutes of the period that lie within the window, 0 when they do not meet. */
    public static long minutesWithin(Period period, Period window) {
        return clipped(List.of(period), window).stream().mapToLong(Period::minutes).sum();
    }
}
