package nl.vliegwiel.flexpool.domain;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.zone.ZoneOffsetTransition;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import nl.vliegwiel.platform.time.Period;
import nl.vliegwiel.platform.time.Zones;

/**
 * When somebody can be lent out: the weekly pattern with its exceptions laid over it.
 *
 * A moment is free when
 * <ol>
 * <li>no exception "not available" covers it (no always wins: who blocks a day must be able to trust that), and</li>
 * <li>an exception "available" covers it, or the wall clock of Europe/Amsterdam at that moment lies in the
 * pattern.</li>
 * </ol>
 * Said by the wall clock, both clock changes need no rule of their own: the hour that does not exist is never
 * free, the hour that exists twice is free twice. SQL gets the same answer with
 * {@code moment at time zone 'Europe/Amsterdam'}.
 */
public final class Availability {
    private final WeeklyPattern pattern;
    private final List<Period> extra;
    private final List<Period> blocked;

    public Availability(WeeklyPattern pattern, Collection<AvailabilityOverride> overrides) {
        this.pattern = pattern;
        this.extra = periods(overrides, true);
        this.blocked = periods(overrides, false);
    }

    private static List<Period> periods(Collection<AvailabilityOverride> overrides, boolean available) {
        return Periods.joined(overrides.stream()
                .filter(o -> o.available() == available).map(AvailabilityOverride::period).toList());
    }

    /**
     * The free time within a window.
     *
     * @param from begin of the window
     * @param to end of the window, not before from
     * @return disjoint periods in the order of time, none touching the next, all within the window
     */
    public List<Period> expand(Instant from, Instant to) {
        if (!to.isAfter(from)) {
            return List.of();
        }
        List<Period> free = new ArrayList<>(extra);
        LocalDate last = to.atZone(Zones.AMSTERDAM).toLocalDate();
        for (LocalDate day = from.atZone(Zones.AMSTERDAM).toLocalDate(); !day.isAfter(last); day = day.plusDays(1)) {
            for (WeeklyHours hours : pattern.on(day.getDayOfWeek())) {
                addOn(day, hours, free);
            }
        }
        return Periods.clipped(Periods.without(Periods.joined(free), blocked), new Period(from, to));
    }

    /** True when every moment of the period is free. */
    public boolean covers(Period period) {
        return missing(period).isEmpty();
    }

    /** The parts of the period in which the person is not free, in the order of time. */
    public List<Period> missing(Period period) {
        return Periods.without(List.of(period), expand(period.start(), period.end()));
    }

    private static void addOn(LocalDate day, WeeklyHours hours, List<Period> free) {
        LocalDateTime from = day.atStartOfDay().plusMinutes(hours.fromMinute());
        LocalDateTime to = day.atStartOfDay().plusMinutes(hours.toMinute());
        ZoneOffset morning = Zones.AMSTERDAM.getRules().getOffset(day.atStartOfDay());
        ZoneOffsetTransition change = Zones.AMSTERDAM.getRules()
                .nextTransition(day.atStartOfDay().toInstant(morning).minusNanos(1));
        if (change == null || !change.getInstant().isBefore(day.plusDays(1).atStartOfDay(Zones.AMSTERDAM).toInstant())) {
            add(from.toInstant(morning), to.toInstant(morning), free);
            return;
        }
        // A day with a clock change: read the wall clock once with the old and once with the new offset
        Instant oldEnd = to.toInstant(change.getOffsetBefore());
        Instant newStart = from.toInstant(change.getOffsetAfter());
        add(from.toInstant(change.getOffsetBefore()), min(oldEnd, change.getInstant()), free);
        add(max(newStart, change.getInstant()), to.toInstant(change.getOffsetAfter()), free);
    }

    private static void add(Instant start, Instant end, List<Period> free) {
        if (end.isAfter(start)) {
            free.add(new Period(start, end));
        }
    }

    private static Instant min(Instant a, Instant b) {
        return a.isBefore(b) ? a : b;
    }

    private static Instant max(Instant a, Instant b) {
        return a.isAfter(b) ? a : b;
    }
}
