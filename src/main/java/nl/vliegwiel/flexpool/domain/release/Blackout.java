package nl.vliegwiel.flexpool.domain.release;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import nl.vliegwiel.platform.rule.Violation;
import nl.vliegwiel.platform.time.Period;
import nl.vliegwiel.platform.time.Zones;

/**
 * Days on which a library would rather not lend.
 *
 * @param start first day; null when it was not said
 * @param end last day, included; null when it was not said
 */
public record Blackout(LocalDate start, LocalDate end, BlackoutReason reason) {
    /** Whether any part of the work is on one of these days. */
    public boolean touches(Period work) {
        LocalDate first = work.start().atZone(Zones.AMSTERDAM).toLocalDate();
        LocalDate last = work.end().minusNanos(1).atZone(Zones.AMSTERDAM).toLocalDate();
        return touches(first, last);
    }

    /** Whether one of these days is among others, the last of which counts. */
    public boolean touches(LocalDate first, LocalDate last) {
        return !first.isAfter(end) && !last.isBefore(start);
    }

    /**
     * What is wrong with a list of them; two that share a day are refused, at the later one of the list.
     *
     * @param field name of the list, such as {@code blackouts}
     */
    public static List<Violation> check(String field, List<Blackout> blackouts) {
        List<Violation> faults = new ArrayList<>();
        for (int i = 0; i < blackouts.size(); i++) {
            String at = field + "[" + i + "].";
            Blackout one = blackouts.get(i);
            if (one == null) {
                faults.add(Violation.of(field + "[" + i + "]", "release.blackout.empty"));
                continue;
            }
            int before = faults.size();
            if (one.start() == null) {
                faults.add(Violation.of(at + "start", "release.date.missing"));
            }
            if (one.end() == null) {
                faults.add(Violation.of(at + "end", "release.date.missing"));
            }
            if (one.reason() == null) {
                faults.add(Violation.of(at + "reason", "release.blackout.reasonMissing"));
            }
            if (faults.size() == before) {
                one.checkDays(at, blackouts.subList(0, i), faults);
            }
        }
        return faults;
    }

    private void checkDays(String at, List<Blackout> earlier, List<Violation> faults) {
        if (!Days.isSane(start)) {
            faults.add(Violation.of(at + "start", "release.date.range"));
        } else if (end.isBefore(start)) {
            faults.add(Violation.of(at + "end", "release.date.endBeforeStart"));
        } else if (Days.isTooLong(start, end)) {
            faults.add(Violation.of(at + "end", "release.date.tooLong"));
        } else {
            earlier.stream().filter(Objects::nonNull).filter(other -> other.start() != null && other.end() != null && other.touches(start, end)).findFirst()
                .ifPresent(other -> faults.add(Violation.of(at + "start", "release.blackout.overlap", other.start(), other.end())));
        }
    }
}
