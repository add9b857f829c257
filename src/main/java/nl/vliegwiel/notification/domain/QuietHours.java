package nl.vliegwiel.notification.domain;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import nl.vliegwiel.platform.rule.RuleViolation;
import nl.vliegwiel.platform.rule.Violation;
import nl.vliegwiel.platform.time.Zones;

/**
 * Hours in which nothing comes that can wait, by the wall clock in Europe/Amsterdam; they may pass midnight.
 *
 * @param from first minute of quiet since midnight
 * @param to first minute without; the same as from for no quiet at all
 */
public record QuietHours(int from, int to) {
    public static final QuietHours USUAL = new QuietHours(20 * 60, 7 * 60 + 30);
    private static final int DAY = 24 * 60;

    /**
     * @param from as {@code HH:mm}
     * @param to as {@code HH:mm}
     * @throws RuleViolation {@code settings.quiet.notATime} for the field that is no time
     */
    public static QuietHours of(String from, String to) {
        List<Violation> faults = new ArrayList<>();
        int begin = minute("quietFrom", from, faults);
        int end = minute("quietTo", to, faults);
        RuleViolation.throwIfAny(faults);
        return new QuietHours(begin, end);
    }

    private static int minute(String field, String text, List<Violation> faults) {
        try {
            LocalTime time = LocalTime.parse(text == null ? "" : text.strip());
            return time.getHour() * 60 + time.getMinute();
        } catch (DateTimeParseException e) {
            faults.add(Violation.of(field, "settings.quiet.notATime"));
            return 0;
        }
    }

    public String fromText() {
        return text(from);
    }

    public String toText() {
        return text(to);
    }

    private static String text(int minute) {
        return LocalTime.of(minute / 60, minute % 60).format(DateTimeFormatter.ofPattern("HH:mm", Locale.ROOT));
    }

    public boolean isSensible() {
        return from >= 0 && from < DAY && to >= 0 && to < DAY;
    }

    public boolean isQuiet(Instant moment) {
        LocalTime clock = moment.atZone(Zones.AMSTERDAM).toLocalTime();
        int minute = clock.getHour() * 60 + clock.getMinute();
        return from < to ? minute >= from && minute < to : from > to && (minute >= from || minute < to);
    }

    /** The moment itself, or the end of the quiet hours in which it falls. */
    public Instant next(Instant moment) {
        if (!isQuiet(moment)) {
            return moment;
        }
        LocalDate day = moment.atZone(Zones.AMSTERDAM).toLocalDate();
        // An end that the clock skips lies after the gap; one that it passes twice is the first of the two that is still to come
        ZonedDateTime end = at(day);
        if (!end.toInstant().isAfter(moment)) {
            end = end.withLaterOffsetAtOverlap();
        }
        return end.toInstant().isAfter(moment) ? end.toInstant() : at(day.plusDays(1)).toInstant();
    }

    private ZonedDateTime at(LocalDate day) {
        return day.atTime(to / 60, to % 60).atZone(Zones.AMSTERDAM);
    }
}
