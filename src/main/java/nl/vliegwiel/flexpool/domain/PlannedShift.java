package nl.vliegwiel.flexpool.domain;

import nl.vliegwiel.platform.time.Period;

/**
 * A shift that is about to become part of a request.
 *
 * @param period from the begin to the end of the shift, break included
 * @param headcount people needed
 * @param breakMinutes unpaid break within it
 */
public record PlannedShift(Period period, int headcount, int breakMinutes) {
    /** Minutes that count as work: real time, break taken off. */
    public int netMinutes() {
        return Math.toIntExact(period.minutes()) - breakMinutes;
    }
}
