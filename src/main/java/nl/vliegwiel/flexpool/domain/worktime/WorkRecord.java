package nl.vliegwiel.flexpool.domain.worktime;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.TemporalAdjusters;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import nl.vliegwiel.flexpool.domain.Periods;
import nl.vliegwiel.platform.time.Period;
import nl.vliegwiel.platform.time.Zones;

/**
 * All that is known of one person's work around the shift that she would take on.
 *
 * Give all definite work from sixteen weeks before to sixteen weeks after the shift, without the shift itself and
 * without undecided placements. Work at home that lies in the time of the shift is taken to be released for it: only
 * what sticks out of the shift still counts.
 */
public final class WorkRecord {
    private final Work candidate;
    private final List<Work> all;
    private final HomeHours home;
    private final int offeredMinutesPerWeek;
    private final DayOfWeek weekStart;
    /** Net minutes by first day of the week and kind, reckoned once: the averages ask for dozens of weeks. */
    private final Map<LocalDate, long[]> minutes = new HashMap<>();

    /**
     * @param candidate the shift to check
     * @param others all other known work
     * @param home what is known of the hours at the own library
     * @param offeredMinutesPerWeek minutes of loans a week that the employee offers
     * @param weekStart first day of a week for sums of hours; Sunday by the Arbeidstijdenwet
     */
    public WorkRecord(Work candidate, Collection<Work> others, HomeHours home, int offeredMinutesPerWeek,
            DayOfWeek weekStart) {
        this.candidate = candidate;
        this.home = home;
        this.offeredMinutesPerWeek = offeredMinutesPerWeek;
        this.weekStart = weekStart;
        List<Work> work = new ArrayList<>();
        work.add(candidate);
        for (Work other : others) {
            if (other.kind() == WorkKind.HOME_ROSTER && other.period().overlaps(candidate.period())) {
                released(other, candidate.period(), work);
            } else {
                work.add(other);
            }
        }
        work.sort(Comparator.comparing(Work::period).thenComparing(Work::kind));
        this.all = List.copyOf(work);
        all.forEach(this::count);
    }

    private void count(Work work) {
        LocalDate last = weekOf(work.period().end().minusNanos(1));
        for (LocalDate week = weekOf(work.period().start()); !week.isAfter(last); week = week.plusWeeks(1)) {
            minutes.computeIfAbsent(week, first -> new long[WorkKind.values().length])[work.kind().ordinal()] += netWithin(work, weeks(week, 1));
        }
    }

    private static void released(Work home, Period loan, List<Work> work) {
        int breakLeft = home.breakMinutes();
        for (Period rest : Periods.without(List.of(home.period()), List.of(loan))) {
            int pause = (int) Math.min(breakLeft, rest.minutes());
            work.add(new Work(rest, pause, WorkKind.HOME_ROSTER, home.travelMinutes()));
            breakLeft -= pause;
        }
    }

    public Work candidate() {
        return candidate;
    }

    /** In the order of time, the candidate among them. */
    public List<Work> all() {
        return all;
    }

    public HomeHours home() {
        return home;
    }

    public int offeredMinutesPerWeek() {
        return offeredMinutesPerWeek;
    }

    /** The day on which the candidate begins, which decides which limits hold. */
    public LocalDate day() {
        return candidate.period().start().atZone(Zones.AMSTERDAM).toLocalDate();
    }

    /** First days of the weeks in which the candidate has minutes: one, or two when it crosses into the next. */
    List<LocalDate> weeks() {
        LocalDate first = weekOf(candidate.period().start());
        LocalDate last = weekOf(candidate.period().end().minusNanos(1));
        return first.equals(last) ? List.of(first) : List.of(first, last);
    }

    private LocalDate weekOf(Instant moment) {
        return moment.atZone(Zones.AMSTERDAM).toLocalDate().with(TemporalAdjusters.previousOrSame(weekStart));
    }

    /** From the first midnight of a week to the midnight that ends it; 167 or 169 hours over a clock change. */
    static Period weeks(LocalDate firstDay, int number) {
        return new Period(firstDay.atStartOfDay(Zones.AMSTERDAM).toInstant(),
                firstDay.plusWeeks(number).atStartOfDay(Zones.AMSTERDAM).toInstant());
    }

    /** Net minutes of one week, with what is assumed of the home roster. */
    long minutesInWeek(LocalDate firstDay) {
        return home.weekMinutes(netIn(firstDay, WorkKind.HOME_ROSTER), netIn(firstDay, WorkKind.LOAN));
    }

    long loanMinutesInWeek(LocalDate firstDay) {
        return netIn(firstDay, WorkKind.LOAN);
    }

    private long netIn(LocalDate firstDay, WorkKind kind) {
        long[] byKind = minutes.get(firstDay);
        return byKind == null ? 0 : byKind[kind.ordinal()];
    }

    /** The break of work that crosses a week's end is shared out by length. */
    private static long netWithin(Work work, Period window) {
        return work.netMinutes() * Periods.minutesWithin(work.period(), window) / Math.max(1, work.period().minutes());
    }

    /**
     * Work without a real rest between the pieces: what the law calls one shift ("dienst"), even if it is done at
     * two libraries.
     *
     * @param leastRest a gap from this length on ends the shift
     */
    List<List<Work>> shifts(Duration leastRest) {
        List<List<Work>> shifts = new ArrayList<>();
        Instant end = null;
        for (Work work : all) {
            if (end == null || !work.period().start().isBefore(end.plus(leastRest))) {
                shifts.add(new ArrayList<>());
                end = work.period().end();
            }
            shifts.get(shifts.size() - 1).add(work);
            end = work.period().end().isAfter(end) ? work.period().end() : end;
        }
        return shifts;
    }

    /** Stretches without known work within a window, in the order of time. */
    List<Period> restWithin(Period window) {
        return Periods.without(List.of(window), all.stream().map(Work::period).toList());
    }
}
