package nl.vliegwiel.flexpool.domain.release;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZonedDateTime;
import nl.vliegwiel.platform.time.Zones;

/** Hours in which an office answers: Monday to Friday from nine to five, wall clock. Public holidays are not known. */
public final class WorkingHours {
    private static final LocalTime OPENS = LocalTime.of(9, 0);
    private static final LocalTime CLOSES = LocalTime.of(17, 0);

    private WorkingHours() {
    }

    /**
     * @param hours working hours, more than 0
     * @return the moment at which so many working hours have passed
     */
    public static Instant after(Instant from, int hours) {
        ZonedDateTime now = opening(from.atZone(Zones.AMSTERDAM));
        Duration left = Duration.ofHours(hours);
        while (true) {
            Duration today = Duration.between(now.toLocalTime(), CLOSES);
            if (left.compareTo(today) <= 0) {
                return now.plus(left).toInstant();
            }
            left = left.minus(today);
            now = opening(now.toLocalDate().plusDays(1).atTime(OPENS).atZone(Zones.AMSTERDAM));
        }
    }

    /** This moment when the office is open, else the next opening. */
    private static ZonedDateTime opening(ZonedDateTime moment) {
        ZonedDateTime now = moment;
        if (!now.toLocalTime().isBefore(CLOSES)) {
            now = now.toLocalDate().plusDays(1).atTime(OPENS).atZone(Zones.AMSTERDAM);
        } else if (now.toLocalTime().isBefore(OPENS)) {
            now = now.toLocalDate().atTime(OPENS).atZone(Zones.AMSTERDAM);
        }
        while (now.getDayOfWeek() == DayOfWeek.SATURDAY || now.getDayOfWeek() == DayOfWeek.SUNDAY) {
            now = now.toLocalDate().plusDays(1).atTime(OPENS).atZone(Zones.AMSTERDAM);
        }
        return now;
    }
}
