package nl.vliegwiel.flexpool.domain;

import java.time.DayOfWeek;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/**
 * The week of somebody who takes part in the pool: on which hours of which days a loan is possible.
 *
 * Repeats every week in wall-clock time, so 9:00 stays 9:00 when the clock changes. Rows that touch or overlap
 * are joined; the order of the rows does not matter.
 */
public final class WeeklyPattern {
    private final List<WeeklyHours> hours;

    private WeeklyPattern(List<WeeklyHours> hours) {
        this.hours = List.copyOf(hours);
    }

    public static WeeklyPattern of(Collection<WeeklyHours> rows) {
        List<WeeklyHours> joined = new ArrayList<>();
        rows.stream().sorted().forEach(row -> {
            WeeklyHours last = joined.isEmpty() ? null : joined.get(joined.size() - 1);
            if (last != null && last.day() == row.day() && row.fromMinute() <= last.toMinute()) {
                joined.set(joined.size() - 1, new WeeklyHours(row.day(), last.fromMinute(),
                        Math.max(last.toMinute(), row.toMinute())));
            } else {
                joined.add(row);
            }
        });
        return new WeeklyPattern(joined);
    }

    public static WeeklyPattern of(WeeklyHours... rows) {
        return of(List.of(rows));
    }

    /** Joined, from Monday to Sunday and from morning to evening. */
    public List<WeeklyHours> hours() {
        return hours;
    }

    public List<WeeklyHours> on(DayOfWeek day) {
        return hours.stream().filter(h -> h.day() == day).toList();
    }

    public boolean isEmpty() {
        return hours.isEmpty();
    }

    /** Minutes in a week without a clock change. */
    public int minutesPerWeek() {
        return hours.stream().mapToInt(h -> h.toMinute() - h.fromMinute()).sum();
    }

    /** Days with the same hours taken together, in the order of the first day of each group. */
    public List<SameDays> sameDays() {
        Map<DayOfWeek, List<String>> clock = new EnumMap<>(DayOfWeek.class);
        List<SameDays> groups = new ArrayList<>();
        for (DayOfWeek day : DayOfWeek.values()) {
            List<WeeklyHours> today = on(day);
            if (today.isEmpty()) {
                continue;
            }
            clock.put(day, today.stream().map(h -> h.from() + h.to()).toList());
            int same = -1;
            for (int i = 0; i < groups.size() && same < 0; i++) {
                if (clock.get(groups.get(i).days().get(0)).equals(clock.get(day))) {
                    same = i;
                }
            }
            if (same < 0) {
                groups.add(new SameDays(List.of(day), today));
            } else {
                List<DayOfWeek> days = new ArrayList<>(groups.get(same).days());
                days.add(day);
                groups.set(same, new SameDays(List.copyOf(days), groups.get(same).hours()));
            }
        }
        return List.copyOf(groups);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof WeeklyPattern pattern && hours.equals(pattern.hours);
    }

    @Override
    public int hashCode() {
        return hours.hashCode();
    }

    @Override
    public String toString() {
        return hours.toString();
    }

    /**
     * Days of the week on which the hours are the same.
     *
     * @param days in the order of the week, at least one
     * @param hours the hours of the first of these days
     */
    public record SameDays(List<DayOfWeek> days, List<WeeklyHours> hours) {
        /** Three or more days without a gap between them. */
        public boolean isRange() {
            return days.size() > 2 && days.get(days.size() - 1).getValue() - days.get(0).getValue() == days.size() - 1;
        }
    }
}
