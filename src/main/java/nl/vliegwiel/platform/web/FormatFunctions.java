package nl.vliegwiel.platform.web;

import jakarta.enterprise.inject.spi.CDI;
import jakarta.faces.context.FacesContext;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import nl.vliegwiel.platform.text.Formats;
import nl.vliegwiel.platform.time.Zones;

/** {@link Formats} as functions for pages, in the language of the page; nothing in, nothing out. */
public final class FormatFunctions {
    private FormatFunctions() {
    }

    /** @param day LocalDate, LocalDateTime or Instant */
    public static String date(Object day) {
        if (day == null) {
            return "";
        }
        if (day instanceof Instant moment) {
            return formats().date(moment);
        }
        return formats().date(day instanceof LocalDateTime time ? time.toLocalDate() : (LocalDate) day);
    }

    /** @param moment Instant or LocalDateTime */
    public static String dateTime(Object moment) {
        if (moment == null) {
            return "";
        }
        return moment instanceof LocalDateTime wallClock ? formats().dateTime(wallClock) : formats().dateTime((Instant) moment);
    }

    /** @param moment Instant, LocalDateTime or LocalTime */
    public static String clock(Object moment) {
        if (moment == null) {
            return "";
        }
        if (moment instanceof Instant instant) {
            return formats().clock(instant);
        }
        return formats().clock(moment instanceof LocalDateTime time ? time.toLocalTime() : (LocalTime) moment);
    }

    /**
     * @param start Instant, LocalDateTime, or LocalDate for whole days
     * @param end of the same kind
     */
    public static String period(Object start, Object end) {
        if (start == null) {
            return "";
        }
        if (end == null) {
            return start instanceof LocalDate ? date(start) : dateTime(start);
        }
        return start instanceof LocalDate first
            ? formats().days(first, (LocalDate) end)
            : formats().period(instant(start), instant(end));
    }

    /** @param minutes any whole number */
    /** A stretch of days, the last one included. */
    public static String days(LocalDate first, LocalDate last) {
        return formats().days(first, last);
    }

    public static String hours(Number minutes) {
        return minutes == null ? "" : formats().hours(minutes.longValue());
    }

    public static String euro(BigDecimal amount) {
        return amount == null ? "" : formats().euro(amount);
    }

    public static String number(Number value) {
        return value == null ? "" : formats().number(value);
    }

    public static String relative(Instant moment) {
        return moment == null ? "" : formats().relative(moment, CDI.current().select(Clock.class).get().instant());
    }

    /** For the {@code datetime} attribute of a {@code time} element. */
    public static String machine(Object moment) {
        if (moment == null) {
            return "";
        }
        return moment instanceof Instant instant ? Formats.machine(instant) : moment.toString();
    }

    private static Instant instant(Object moment) {
        return moment instanceof LocalDateTime wallClock ? wallClock.atZone(Zones.AMSTERDAM).toInstant() : (Instant) moment;
    }

    private static Formats formats() {
        return Formats.in(FacesContext.getCurrentInstance().getViewRoot().getLocale());
    }
}
