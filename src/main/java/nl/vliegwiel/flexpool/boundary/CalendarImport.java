package nl.vliegwiel.flexpool.boundary;

import java.time.Instant;

/**
 * What came of a calendar.
 *
 * @param version of the availability afterwards
 * @param added exceptions that were added
 * @param events busy events in the file that fall in the time looked at, repeats counted one by one
 * @param ignored events left out: free time, cancelled, without length or outside the time looked at
 * @param from begin of the time looked at
 * @param until end of it
 */
public record CalendarImport(int version, int added, int events, int ignored, Instant from, Instant until) {
}
