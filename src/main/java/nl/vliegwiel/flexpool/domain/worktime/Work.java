package nl.vliegwiel.flexpool.domain.worktime;

import java.util.Objects;
import nl.vliegwiel.platform.time.Period;

/**
 * One piece of work of one person.
 *
 * @param period from begin to end in real time, break included
 * @param breakMinutes break within it, less than the period
 * @param kind own roster or loan
 * @param travelMinutes one way between the place of this work and the place of the shift that is checked; 0 where
 *        it is the same place or not known
 */
public record Work(Period period, int breakMinutes, WorkKind kind, int travelMinutes) {
    public Work {
        Objects.requireNonNull(period);
        Objects.requireNonNull(kind);
        if (breakMinutes < 0 || breakMinutes > period.minutes() || travelMinutes < 0) {
            throw new IllegalArgumentException("Not a piece of work: " + period + " " + breakMinutes);
        }
    }

    public static Work loan(Period period, int breakMinutes) {
        return new Work(period, breakMinutes, WorkKind.LOAN, 0);
    }

    public static Work atHome(Period period, int breakMinutes) {
        return new Work(period, breakMinutes, WorkKind.HOME_ROSTER, 0);
    }

    public Work withTravel(int minutes) {
        return new Work(period, breakMinutes, kind, minutes);
    }

    /** Minutes that count as work: real time, also over a clock change, break taken off. */
    public int netMinutes() {
        return Math.toIntExact(period.minutes()) - breakMinutes;
    }
}
