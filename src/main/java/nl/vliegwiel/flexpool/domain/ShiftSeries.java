package nl.vliegwiel.flexpool.domain;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import nl.vliegwiel.platform.rule.RuleViolation;
import nl.vliegwiel.platform.rule.Violation;
import nl.vliegwiel.platform.time.Period;

/**
 * The same shift on given days of the week over a number of weeks.
 *
 * Times are wall-clock times and stay so when the clock changes. Every shift lies within one day; an end of 00:00
 * means the end of that day.
 *
 * @param days days of the week, at least one
 * @param from first date that may have a shift
 * @param until last date that may have a shift
 * @param start wall-clock start
 * @param end wall-clock end, after start
 * @param headcount people needed at each shift
 * @param breakMinutes unpaid break in each shift
 */
public record ShiftSeries(Set<DayOfWeek> days, LocalDate from, LocalDate until, LocalTime start, LocalTime end,
        int headcount, int breakMinutes) {
    /** More shifts than this in one go is a typing error rather than a wish. */
    public static final int MOST_SHIFTS = 200;

    public ShiftSeries {
        days = Set.copyOf(days);
        Objects.requireNonNull(from);
        Objects.requireNonNull(until);
        Objects.requireNonNull(start);
        Objects.requireNonNull(end);
    }

    /**
     * All shifts of the series in the order of time.
     *
     * @throws RuleViolation with a violation per field: {@code series.days.none}, {@code series.until.beforeFrom},
     *         {@code series.until.tooMany}, {@code series.days.noDate}, {@code shift.end.afterStart} and, once per
     *         date, {@code shift.time.doesNotExist}
     */
    public List<PlannedShift> expand() {
        RuleViolation.throwIfAny(faults());
        List<PlannedShift> shifts = new ArrayList<>();
        List<Violation> missing = new ArrayList<>();
        for (LocalDate date : dates()) {
            var begins = WallClock.instant(date, start);
            var ends = end.equals(LocalTime.MIDNIGHT)
                    ? WallClock.instant(date.plusDays(1), end) : WallClock.instant(date, end);
            if (begins.isEmpty()) {
                missing.add(WallClock.doesNotExist("start", date, start));
            } else if (ends.isEmpty()) {
                missing.add(WallClock.doesNotExist("end", date, end));
            } else {
                shifts.add(new PlannedShift(new Period(begins.get(), ends.get()), headcount, breakMinutes));
            }
        }
        RuleViolation.throwIfAny(missing);
        return shifts;
    }

    private List<Violation> faults() {
        List<Violation> faults = new ArrayList<>();
        if (days.isEmpty()) {
            faults.add(Violation.of("days", "series.days.none"));
        }
        if (!end.equals(LocalTime.MIDNIGHT) && !end.isAfter(start)) {
            faults.add(Violation.of("end", "shift.end.afterStart"));
        }
        if (until.isBefore(from)) {
            faults.add(Violation.of("until", "series.until.beforeFrom"));
        } else if (!days.isEmpty()) {
            int count = dates().size();
            if (count == 0) {
                faults.add(Violation.of("days", "series.days.noDate"));
            } else if (count > MOST_SHIFTS) {
                faults.add(Violation.of("until", "series.until.tooMany", MOST_SHIFTS));
            }
        }
        return faults;
    }

    private List<LocalDate> dates() {
        List<LocalDate> dates = new ArrayList<>();
        // One more than allowed is enough to know; nobody makes the server walk to the year 9999
        for (LocalDate date = from; !date.isAfter(until) && dates.size() <= MOST_SHIFTS; date = date.plusDays(1)) {
            if (days.contains(date.getDayOfWeek())) {
                dates.add(date);
            }
        }
        return dates;
    }
}
