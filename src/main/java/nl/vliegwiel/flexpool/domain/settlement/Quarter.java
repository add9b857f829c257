package nl.vliegwiel.flexpool.domain.settlement;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import nl.vliegwiel.platform.time.Zones;

/**
 * A quarter of a year in Amsterdam, written {@code 2027Q1}.
 *
 * @param start its first day
 */
public record Quarter(LocalDate start) {
    private static final Pattern NAME = Pattern.compile("(20\\d\\d)Q([1-4])");
    private static final int MONTHS = 3;

    public Quarter {
        if (start.getDayOfMonth() != 1 || (start.getMonthValue() - 1) % MONTHS != 0) {
            throw new DateTimeException("Not the first day of a quarter: " + start);
        }
    }

    /** The quarter that a day lies in. */
    public static Quarter of(LocalDate day) {
        return new Quarter(LocalDate.of(day.getYear(), (day.getMonthValue() - 1) / MONTHS * MONTHS + 1, 1));
    }

    /** @return nothing for a text that names no quarter of this century */
    public static Optional<Quarter> parse(String name) {
        Matcher matcher = NAME.matcher(name == null ? "" : name);
        return matcher.matches()
            ? Optional.of(new Quarter(LocalDate.of(Integer.parseInt(matcher.group(1)), (Integer.parseInt(matcher.group(2)) - 1) * MONTHS + 1, 1)))
            : Optional.empty();
    }

    /** First day after it. */
    public LocalDate end() {
        return start.plusMonths(MONTHS);
    }

    public LocalDate lastDay() {
        return end().minusDays(1);
    }

    /** Midnight with which it begins. */
    public Instant from() {
        return start.atStartOfDay(Zones.AMSTERDAM).toInstant();
    }

    /** Midnight with which it ends. */
    public Instant to() {
        return end().atStartOfDay(Zones.AMSTERDAM).toInstant();
    }

    public Quarter before() {
        return new Quarter(start.minusMonths(MONTHS));
    }

    public Quarter after() {
        return new Quarter(end());
    }

    public int number() {
        return (start.getMonthValue() - 1) / MONTHS + 1;
    }

    /** {@code 2027Q1}. */
    public String name() {
        return start.getYear() + "Q" + number();
    }
}
