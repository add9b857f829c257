package nl.vliegwiel.flexpool.domain.settlement;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.List;

/**
 * Public holidays, reckoned by dated rules (R6): a day of the year, or a number of days from Easter. Which days are paid on top and with how
 * much is for the library's own collective agreement; here stands only which days these are.
 */
public record PublicHolidays(List<Rule> rules) {
    public static final PublicHolidays NONE = new PublicHolidays(List.of());

    public PublicHolidays {
        rules = List.copyOf(rules);
    }

    /**
     * One holiday.
     *
     * @param month 1–12; 0 where it is counted from Easter
     * @param day of the month; or days after Easter Sunday
     * @param notOnSunday kept on the Saturday before where it falls on a Sunday
     * @param from first day on which the rule holds
     * @param until first day on which it no longer holds; null as long as no end is known
     */
    public record Rule(String name, int month, int day, boolean notOnSunday, LocalDate from, LocalDate until) {
        LocalDate in(int year) {
            LocalDate date = month == 0 ? easter(year).plusDays(day) : LocalDate.of(year, month, day);
            return notOnSunday && date.getDayOfWeek() == DayOfWeek.SUNDAY ? date.minusDays(1) : date;
        }

        boolean falls(LocalDate date) {
            return !date.isBefore(from) && (until == null || date.isBefore(until)) && in(date.getYear()).equals(date);
        }
    }

    public boolean on(LocalDate day) {
        return rules.stream().anyMatch(rule -> rule.falls(day));
    }

    /** Easter Sunday of the Gregorian calendar (the anonymous algorithm, Nature, 20 April 1876). */
    public static LocalDate easter(int year) {
        int golden = year % 19;
        int century = year / 100;
        int yearOfCentury = year % 100;
        int correction = (century - (century + 8) / 25 + 1) / 3;
        int epact = (19 * golden + century - century / 4 - correction + 15) % 30;
        int weekday = (32 + 2 * (century % 4) + 2 * (yearOfCentury / 4) - epact - yearOfCentury % 4) % 7;
        int late = (golden + 11 * epact + 22 * weekday) / 451;
        int count = epact + weekday - 7 * late + 114;
        return LocalDate.of(year, count / 31, count % 31 + 1);
    }
}
