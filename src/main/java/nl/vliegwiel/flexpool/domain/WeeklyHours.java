package nl.vliegwiel.flexpool.domain;

import java.time.DayOfWeek;
import java.util.Objects;
import java.util.regex.Pattern;
import nl.vliegwiel.platform.rule.RuleViolation;

/**
 * One stretch of one day of the week, in wall-clock time of Europe/Amsterdam.
 *
 * Minutes of the day, because the end may be 24:00, which no clock type of Java can hold. A stretch over
 * midnight is two rows: Friday 20:00–24:00 and Saturday 00:00–02:00.
 *
 * @param day day of the week
 * @param fromMinute first minute of the day, 0–1439
 * @param toMinute first minute after it, more than fromMinute, at most 1440 (24:00)
 */
public record WeeklyHours(DayOfWeek day, int fromMinute, int toMinute) implements Comparable<WeeklyHours> {
    /** The end of a day, 24:00. */
    public static final int END_OF_DAY = 24 * 60;

    private static final Pattern CLOCK = Pattern.compile("([01]\\d|2[0-3]):([0-5]\\d)");

    /** @throws RuleViolation {@code availability.hours.endAfterStart} or {@code availability.hours.outsideDay} */
    public WeeklyHours {
        Objects.requireNonNull(day);
        if (fromMinute < 0 || toMinute > END_OF_DAY) {
            throw new RuleViolation("availability.hours.outsideDay");
        }
        if (toMinute <= fromMinute) {
            throw new RuleViolation("availability.hours.endAfterStart");
        }
    }

    /**
     * Reads the times as people and scripts write them.
     *
     * @param from {@code HH:mm}, 00:00 to 23:59
     * @param to {@code HH:mm}, 00:01 to 24:00; 00:00 is read as 24:00, for a time field has no 24:00
     * @throws RuleViolation {@code availability.hours.notATime} or as the constructor
     */
    public static WeeklyHours of(DayOfWeek day, String from, String to) {
        int end = minute(to);
        return new WeeklyHours(day, minute(from), end == 0 ? END_OF_DAY : end);
    }

    private static int minute(String text) {
        if ("24:00".equals(text)) {
            return END_OF_DAY;
        }
        var match = CLOCK.matcher(text == null ? "" : text);
        if (!match.matches()) {
            throw new RuleViolation("availability.hours.notATime");
        }
        return Integer.parseInt(match.group(1)) * 60 + Integer.parseInt(match.group(2));
    }

    /** {@code HH:mm} */
    public String from() {
        return clock(fromMinute);
    }

    /** {@code HH:mm}, 24:00 for the end of the day */
    public String to() {
        return clock(toMinute);
    }

    static String clock(int minute) {
        return "%02d:%02d".formatted(minute / 60, minute % 60);
    }

    @Override
    public int compareTo(WeeklyHours other) {
        int byDay = day.compareTo(other.day);
        int byStart = Integer.compare(fromMinute, other.fromMinute);
        return byDay != 0 ? byDay : byStart != 0 ? byStart : Integer.compare(toMinute, other.toMinute);
    }
}
