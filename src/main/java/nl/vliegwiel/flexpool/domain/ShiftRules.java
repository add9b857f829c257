package nl.vliegwiel.flexpool.domain;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import nl.vliegwiel.flexpool.domain.worktime.Severity;
import nl.vliegwiel.flexpool.domain.worktime.WorkingTimeLimit;
import nl.vliegwiel.flexpool.domain.worktime.WorkingTimeLimits;
import nl.vliegwiel.flexpool.domain.worktime.WorkingTimeRule;
import nl.vliegwiel.platform.rule.Violation;
import nl.vliegwiel.platform.time.Zones;

/**
 * What makes a shift possible at all, before anybody is asked to work it.
 *
 * The figures are the dated limits of the working-time check (R5, R6), so that a request is not published which
 * nobody may ever accept.
 */
public final class ShiftRules {
    /** People in one shift; more than this is a typing error. */
    public static final int MOST_HEADCOUNT = 50;

    private static final Duration NO_LONGER_THAN_A_DAY = Duration.ofHours(24);

    private final WorkingTimeLimits limits;

    public ShiftRules(WorkingTimeLimits limits) {
        this.limits = limits;
    }

    /**
     * Faults that stop the save.
     *
     * @param field prefix of the fields, such as {@code shifts[0].}; may be empty
     * @return {@code shift.time.outOfReach}, {@code shift.end.afterStart}, {@code shift.headcount.range}, {@code shift.break.range},
     *         {@code shift.length.tooLong} (args: hours, most hours), {@code shift.break.tooShort} (args: minutes
     *         needed, hours); empty when all is well
     */
    public List<Violation> check(String field, Instant start, Instant end, int headcount, int breakMinutes) {
        List<Violation> faults = new ArrayList<>();
        if (headcount < 1 || headcount > MOST_HEADCOUNT) {
            faults.add(Violation.of(field + "headcount", "shift.headcount.range", MOST_HEADCOUNT));
        }
        if (!WallClock.isPlausible(start) || !WallClock.isPlausible(end)) {
            faults.add(Violation.of(field + (WallClock.isPlausible(start) ? "end" : "start"), "shift.time.outOfReach"));
            return faults;
        }
        if (!end.isAfter(start)) {
            faults.add(Violation.of(field + "end", "shift.end.afterStart"));
            return faults;
        }
        Duration length = Duration.between(start, end);
        if (breakMinutes < 0 || length.compareTo(Duration.ofMinutes(breakMinutes)) <= 0) {
            faults.add(Violation.of(field + "breakMinutes", "shift.break.range"));
            return faults;
        }
        LocalDate date = start.atZone(Zones.AMSTERDAM).toLocalDate();
        long net = length.toMinutes() - breakMinutes;
        long most = limits.figures(WorkingTimeRule.SHIFT_LENGTH, Severity.HARD, date)
                .mapToLong(WorkingTimeLimit::figureMinutes).min().orElse(NO_LONGER_THAN_A_DAY.toMinutes());
        if (net > most || length.compareTo(NO_LONGER_THAN_A_DAY) > 0) {
            faults.add(Violation.of(field + "end", "shift.length.tooLong", Hours.of(net), Hours.of(most)));
            return faults;
        }
        breakNeeded(date, net, Severity.HARD).filter(needed -> breakMinutes < needed.figureMinutes())
                .ifPresent(needed -> faults.add(Violation.of(field + "breakMinutes", "shift.break.tooShort",
                        needed.figureMinutes(), Hours.of(needed.windowLength()))));
        return faults;
    }

    /**
     * What a borrower should know before publishing, without stopping her: a break that is only allowed where a
     * collective agreement shortened it ({@code shift.break.short}, args: minutes usual, hours).
     */
    public List<Violation> warnings(String field, PlannedShift shift) {
        LocalDate date = shift.period().start().atZone(Zones.AMSTERDAM).toLocalDate();
        return breakNeeded(date, shift.netMinutes(), Severity.SOFT)
                .filter(usual -> shift.breakMinutes() < usual.figureMinutes())
                .map(usual -> List.of(Violation.of(field + "breakMinutes", "shift.break.short",
                        usual.figureMinutes(), Hours.of(usual.windowLength()))))
                .orElse(List.of());
    }

    /** Minutes of break that go with a shift when nobody says otherwise; 0 where none is needed, or end is not after start. */
    public int usualBreak(Instant start, Instant end) {
        if (!end.isAfter(start)) {
            return 0;
        }
        LocalDate date = start.atZone(Zones.AMSTERDAM).toLocalDate();
        long minutes = Duration.between(start, end).toMinutes();
        return Stream.of(Severity.HARD, Severity.SOFT).flatMap(severity -> breakNeeded(date, minutes, severity).stream())
                .mapToInt(WorkingTimeLimit::figureMinutes).max().orElse(0);
    }

    /** At publish every shift lies ahead: {@code shift.start.inPast}, or nothing. */
    public static List<Violation> checkAtPublish(String field, Instant start, Instant now) {
        return start.isAfter(now) ? List.of() : List.of(Violation.of(field + "start", "shift.start.inPast"));
    }

    private Optional<WorkingTimeLimit> breakNeeded(LocalDate date, long netMinutes, Severity severity) {
        return limits.figures(WorkingTimeRule.BREAK, severity, date)
                .filter(limit -> netMinutes > limit.windowLength())
                .max(Comparator.comparingInt(WorkingTimeLimit::figureMinutes));
    }
}
