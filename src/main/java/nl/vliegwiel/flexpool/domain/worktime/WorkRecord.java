package nl.vliegwiel.flexpool.domain.worktime;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.time.temporal.TemporalAdjusters;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
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
    private static final int KINDS = WorkKind.values().length;

    private final Work candidate;
    private final List<Work> all;
    private final HomeHours home;
    private final int offeredMinutesPerWeek;
    private final DayOfWeek weekStart;
    private final List<LocalDate> weeks;
    /** Which week, counted from the candidate's first, is the earliest with work. */
    private final int firstCounted;
    /** Net minutes by week and kind, reckoned once: the averages ask for dozens of weeks. */
    private final long[][] minutes;

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
        LocalDate first = weekOf(candidate.period().start());
        LocalDate last = weekOf(candidate.period().end().minusNanos(1));
        this.weeks = first.equals(last) ? List.of(first) : List.of(first, last);
        this.firstCounted = (int) ChronoUnit.WEEKS.between(first, weekOf(all.get(0).period().start()));
        Instant end = all.stream().map(one -> one.period().end()).max(Comparator.naturalOrder()).orElseThrow();
        this.minutes = new long[(int) ChronoUnit.WEEKS.between(first, weekOf(end.minusNanos(1))) - firstCounted + 1][KINDS];
        all.forEach(this::count);
    }

    private void count(Work work) {
        LocalDate first = weekOf(work.period().start());
        LocalDate last = weekOf(work.period().end().minusNanos(1));
        int index = (int) ChronoUnit.WEEKS.between(weeks.get(0), first) - firstCounted;
        if (first.equals(last)) {
            minutes[index][work.kind().ordinal()] += work.netMinutes();
            return;
        }
        for (LocalDate week = first; !week.isAfter(last); week = week.plusWeeks(1)) {
            minutes[index++][work.kind().ordinal()] += netWithin(work, weeks(week, 1));
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
        return weeks;
    }

    private LocalDate weekOf(Instant moment) {
        return moment.atZone(Zones.AMSTERDAM).toLocalDate().with(TemporalAdjusters.previousOrSame(weekStart));
    }

    /** From the first midnight of a week to the midnight that ends it; 167 or 169 hours over a clock change. */
    static Period weeks(LocalDate firstDay, int number) {
        return new Period(firstDay.atStartOfDay(Zones.AMSTERDAM).toInstant(),
                firstDay.plusWeeks(number).atStartOfDay(Zones.AMSTERDAM).toInstant());
    }

    /**
     * Net minutes of one week, with what is assumed of the home roster.
     *
     * @param week counted from the first of {@link #weeks()}, which is 0
     */
    long minutesInWeek(int week) {
        return home.weekMinutes(netIn(week, WorkKind.HOME_ROSTER), netIn(week, WorkKind.LOAN));
    }

    /** Net minutes of loans in one week, counted as for {@link #minutesInWeek(int)}. */
    long loanMinutesInWeek(int week) {
        return netIn(week, WorkKind.LOAN);
    }

    private long netIn(int week, WorkKind kind) {
        int index = week - firstCounted;
        return index < 0 || index >= minutes.length ? 0 : minutes[index][kind.ordinal()];
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
        return Periods.without(List.of(window), all.stream().map(Work::period).filter(window::overlaps).toList());
    }
}
