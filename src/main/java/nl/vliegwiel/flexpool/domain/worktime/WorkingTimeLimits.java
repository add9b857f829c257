package nl.vliegwiel.flexpool.domain.worktime;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** All limits of all times. A rule without a limit on a day is not checked on that day. */
public final class WorkingTimeLimits {
    private final List<WorkingTimeLimit> limits;
    /** Hard ones first; asked for every rule of every check. */
    private final Map<WorkingTimeRule, List<WorkingTimeLimit>> byRule = new EnumMap<>(WorkingTimeRule.class);

    public WorkingTimeLimits(Collection<WorkingTimeLimit> limits) {
        this.limits = limits.stream()
                .sorted(Comparator.comparing(WorkingTimeLimit::rule).thenComparing(WorkingTimeLimit::validFrom)
                        .thenComparing(WorkingTimeLimit::severity))
                .toList();
        this.limits.stream().sorted(Comparator.comparing(WorkingTimeLimit::severity))
                .forEach(one -> byRule.computeIfAbsent(one.rule(), rule -> new ArrayList<>()).add(one));
    }

    /** The limits of a rule that hold on a day; hard ones first. A rule may have a hard and a soft limit. */
    public Stream<WorkingTimeLimit> figures(WorkingTimeRule rule, LocalDate day) {
        return byRule.getOrDefault(rule, List.of()).stream().filter(l -> l.holdsOn(day));
    }

    /** The first of the {@link #figures} of a rule that hold on a day. */
    Optional<WorkingTimeLimit> first(WorkingTimeRule rule, LocalDate day) {
        for (WorkingTimeLimit one : byRule.getOrDefault(rule, List.of())) {
            if (one.holdsOn(day)) {
                return Optional.of(one);
            }
        }
        return Optional.empty();
    }

    public Stream<WorkingTimeLimit> figures(WorkingTimeRule rule, Severity severity, LocalDate day) {
        return figures(rule, day).filter(l -> l.severity() == severity);
    }

    /** All limits that hold on a day, in the order of the rules. */
    public List<WorkingTimeLimit> on(LocalDate day) {
        return limits.stream().filter(l -> l.holdsOn(day)).toList();
    }

    /**
     * Name of the set that holds on a day, to be stored with a calculation (R6): the latest first day among its
     * rows, such as {@code 2025-01-01}; {@code none} when nothing holds.
     */
    public String versionOn(LocalDate day) {
        return on(day).stream().map(WorkingTimeLimit::validFrom).max(Comparator.naturalOrder())
                .map(LocalDate::toString).orElse("none");
    }
}
