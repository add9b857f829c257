package nl.vliegwiel.flexpool.domain.settlement;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import nl.vliegwiel.platform.time.Zones;

/**
 * Part of the wage that a library pays on top at some hours of a weekday, or of public holidays (R6).
 *
 * @param weekday null for public holidays, which go before the weekday on which they fall
 * @param fromMinute of the day, by the clock on the wall
 * @param toMinute of the day; 1,440 for its end
 * @param perMille of the gross wage
 * @param from first day
 * @param until first day on which it no longer holds; null as long as no end is known
 * @param demo invented for the demonstration
 */
public record IrregularHours(DayOfWeek weekday, int fromMinute, int toMinute, int perMille, LocalDate from, LocalDate until, boolean demo) {
    private static final int DAY = 24 * 60;

    public boolean isOnHolidays() {
        return weekday == null;
    }

    /** @param holiday whether that day is a public holiday */
    public boolean holdsOn(LocalDate day, boolean holiday) {
        return (isOnHolidays() ? holiday : day.getDayOfWeek() == weekday) && !day.isBefore(from) && (until == null || day.isBefore(until));
    }

    /** The hours of this that no holiday takes the place of. */
    List<IrregularHours> without(List<IrregularHours> holidays) {
        List<IrregularHours> left = new ArrayList<>(List.of(this));
        for (IrregularHours holiday : holidays) {
            left = left.stream().flatMap(part -> Stream.of(part.between(part.fromMinute, Math.min(part.toMinute, holiday.fromMinute)),
                part.between(Math.max(part.fromMinute, holiday.toMinute), part.toMinute))).filter(part -> part.fromMinute < part.toMinute).toList();
        }
        return left;
    }

    private IrregularHours between(int begin, int end) {
        return new IrregularHours(weekday, begin, end, perMille, from, until, demo);
    }

    /** Minutes that really passed between the two moments at these hours of a day: over a clock change an hour more or less. */
    long minutesOn(LocalDate day, Instant start, Instant end) {
        Instant opens = moment(day, fromMinute);
        Instant closes = moment(day, toMinute);
        Instant first = start.isAfter(opens) ? start : opens;
        Instant last = end.isBefore(closes) ? end : closes;
        return Math.max(0, Duration.between(first, last).toMinutes());
    }

    private static Instant moment(LocalDate day, int minute) {
        return (minute == DAY ? day.plusDays(1).atStartOfDay(Zones.AMSTERDAM) : day.atTime(minute / 60, minute % 60).atZone(Zones.AMSTERDAM)).toInstant();
    }
}
