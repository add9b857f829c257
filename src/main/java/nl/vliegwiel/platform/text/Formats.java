package nl.vliegwiel.platform.text;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.text.DecimalFormat;
import java.text.DecimalFormatSymbols;
import java.text.MessageFormat;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.Locale;
import java.util.ResourceBundle;
import nl.vliegwiel.platform.time.Zones;

/** Dates, times, hours and money as people in the Netherlands say and write them, in Dutch or in English. */
public final class Formats {
    private static final Formats DUTCH = new Formats(Bundles.DUTCH, "HH.mm", '.', ',');
    private static final Formats ENGLISH = new Formats(Bundles.ENGLISH, "HH:mm", ',', '.');
    /** Keeps the parts of "€ 12,50" and "7 uur 30" on one line. */
    private static final char TOGETHER = '\u00A0';

    private final ResourceBundle texts;
    private final Locale locale;
    private final DateTimeFormatter date;
    private final DateTimeFormatter clock;
    private final DecimalFormatSymbols symbols;
    private final boolean dutch;

    private Formats(Locale locale, String clock, char grouping, char decimal) {
        this.texts = Bundles.of("platform", locale);
        this.locale = locale;
        this.dutch = locale.equals(Bundles.DUTCH);
        this.date = DateTimeFormatter.ofPattern("EEE d MMMM yyyy", locale);
        this.clock = DateTimeFormatter.ofPattern(clock, locale);
        this.symbols = new DecimalFormatSymbols(locale);
        this.symbols.setGroupingSeparator(grouping);
        this.symbols.setDecimalSeparator(decimal);
    }

    public static Formats in(Locale locale) {
        return Bundles.supported(locale).equals(Bundles.ENGLISH) ? ENGLISH : DUTCH;
    }

    /** "ma 3 mei 2027". */
    public String date(LocalDate day) {
        return date.format(day);
    }

    /** "ma 3 mei 2027", the day in the Netherlands. */
    public String date(Instant moment) {
        return date(local(moment).toLocalDate());
    }

    /** "10.00"; the hour that comes twice in October says which of the two it is. */
    public String clock(Instant moment) {
        return clock.format(local(moment)) + season(local(moment));
    }

    /** "10.00". */
    public String clock(LocalTime time) {
        return clock.format(time);
    }

    /** "ma 3 mei 2027, 10.00 uur". */
    public String dateTime(Instant moment) {
        ZonedDateTime local = local(moment);
        return text("format.dateTime", date.format(local), clock.format(local)) + season(local);
    }

    /** "ma 3 mei 2027, 10.00 uur", for a wall-clock time. */
    public String dateTime(LocalDateTime wallClock) {
        return text("format.dateTime", date.format(wallClock), clock.format(wallClock));
    }

    /** "ma 3 mei 2027, 10.00–14.00 uur"; over midnight both days are named, and an end at midnight is 24.00. */
    public String period(Instant start, Instant end) {
        ZonedDateTime from = local(start);
        ZonedDateTime to = local(end);
        boolean untilMidnight = to.toLocalTime().equals(LocalTime.MIDNIGHT) && to.toLocalDate().equals(from.toLocalDate().plusDays(1));
        if (!untilMidnight && !from.toLocalDate().equals(to.toLocalDate())) {
            return dateTime(start) + " – " + dateTime(end);
        }
        String last = untilMidnight ? clock.format(LocalTime.MIDNIGHT).replaceFirst("00", "24") : clock.format(to);
        return text("format.period", date.format(from), clock.format(from) + season(from), last) + (untilMidnight ? "" : season(to));
    }

    /** "ma 3 mei 2027 – vr 7 mei 2027", or one day. */
    public String days(LocalDate first, LocalDate last) {
        return first.equals(last) ? date(first) : date(first) + " – " + date(last);
    }

    /** "7 uur 30", "45 minuten", "1 uur". */
    public String hours(long minutes) {
        String sign = minutes < 0 ? "−" : "";
        long size = Math.abs(minutes);
        long hours = size / 60;
        long rest = size % 60;
        String said;
        if (hours == 0 && rest > 0) {
            said = text("format.minutes", rest);
        } else if (rest == 0) {
            said = text("format.hours", hours);
        } else {
            said = text("format.hoursMinutes", hours, rest < 10 ? "0" + rest : String.valueOf(rest));
        }
        return sign + said.replace(' ', TOGETHER);
    }

    /** "€ 1.234,56", rounded half up on the cent. */
    public String euro(BigDecimal amount) {
        String figure = decimal("#,##0.00").format(amount.abs().setScale(2, RoundingMode.HALF_UP));
        String sign = amount.setScale(2, RoundingMode.HALF_UP).signum() < 0 ? "−" : "";
        return dutch ? "€" + TOGETHER + sign + figure : sign + "€" + figure;
    }

    /** "1.234" or "36,5": at most two decimals. */
    public String number(Number value) {
        return decimal("#,##0.##").format(value);
    }

    /** "vandaag", "morgen", "over 3 dagen", "2 uur geleden"; only ever beside the full date. */
    public String relative(Instant moment, Instant now) {
        long days = ChronoUnit.DAYS.between(local(now).toLocalDate(), local(moment).toLocalDate());
        if (days == 1) {
            return text("format.tomorrow");
        }
        if (days == -1) {
            return text("format.yesterday");
        }
        if (days != 0) {
            return days > 0 ? text("format.inDays", days) : text("format.daysAgo", -days);
        }
        long hours = Duration.between(now, moment).toHours();
        if (hours == 0) {
            return text("format.today");
        }
        return hours > 0 ? text("format.inHours", hours) : text("format.hoursAgo", -hours);
    }

    /** The moment as a machine reads it in the {@code datetime} of a {@code time} element. */
    public static String machine(Instant moment) {
        return DateTimeFormatter.ISO_OFFSET_DATE_TIME.format(local(moment));
    }

    private String season(ZonedDateTime local) {
        if (local.getZone().getRules().getValidOffsets(local.toLocalDateTime()).size() < 2) {
            return "";
        }
        boolean summer = local.getZone().getRules().isDaylightSavings(local.toInstant());
        return " (" + (summer ? text("format.summerTime") : text("format.winterTime")) + ")";
    }

    private String text(String key, Object... arguments) {
        return new MessageFormat(texts.getString(key), locale).format(arguments);
    }

    private DecimalFormat decimal(String pattern) {
        DecimalFormat format = new DecimalFormat(pattern, symbols);
        format.setRoundingMode(RoundingMode.HALF_UP);
        return format;
    }

    private static ZonedDateTime local(Instant moment) {
        return moment.atZone(Zones.AMSTERDAM);
    }
}
