package nl.vliegwiel.platform.job;

import java.time.Duration;
import java.util.function.IntSupplier;

/**
 * What every node does again and again. The rows that it changes are claimed by one node ({@code for update skip locked}), so
 * that nothing happens twice. A feature gives its jobs with producer methods.
 *
 * @param doing for the log, with the number of things it was done to: "Requests moved on by time"
 * @param first from the start of the application to the first round
 * @param pause from the end of one round to the next
 * @param round one round; how many things were done
 */
public record Job(String doing, Duration first, Duration pause, IntSupplier round) {
    /** The first round comes after one pause. */
    public static Job every(Duration pause, String doing, IntSupplier round) {
        return new Job(doing, pause, pause, round);
    }

    /** Removes once a day what is too old, first an hour after the start. */
    public static Job daily(String doing, IntSupplier round) {
        return new Job(doing, Duration.ofHours(1), Duration.ofDays(1), round);
    }
}
