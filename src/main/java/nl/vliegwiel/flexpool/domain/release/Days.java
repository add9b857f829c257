package nl.vliegwiel.flexpool.domain.release;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;

/** Bounds of what can be agreed by days. */
final class Days {
    private static final int FIRST_YEAR = 2000;
    private static final int LAST_YEAR = 2200;
    private static final int LONGEST = 366;

    private Days() {
    }

    /** A year that somebody can mean. */
    static boolean isSane(LocalDate day) {
        return day.getYear() >= FIRST_YEAR && day.getYear() <= LAST_YEAR;
    }

    /** Longer than a year: then one would forget that it is there. */
    static boolean isTooLong(LocalDate first, LocalDate last) {
        return ChronoUnit.DAYS.between(first, last) > LONGEST;
    }
}
