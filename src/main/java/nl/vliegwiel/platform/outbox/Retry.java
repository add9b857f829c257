package nl.vliegwiel.platform.outbox;

import java.time.Duration;
import java.time.Instant;

/** When a message that could not be sent is tried again: soon at first, then less often, for three days. */
final class Retry {
    private static final Duration FIRST = Duration.ofSeconds(10);
    private static final Duration LONGEST = Duration.ofMinutes(10);
    private static final Duration PATIENCE = Duration.ofDays(3);
    private static final int MOST_DOUBLINGS = 10;

    private Retry() {
    }

    /**
     * @param attempts made so far, at least 1
     * @return 10 seconds after the first attempt, twice as long after each further one, at most 10 minutes
     */
    static Instant next(int attempts, Instant now) {
        Duration wait = FIRST.multipliedBy(1L << Math.min(attempts - 1, MOST_DOUBLINGS));
        return now.plus(wait.compareTo(LONGEST) < 0 ? wait : LONGEST);
    }

    static boolean givesUp(Instant createdAt, Instant now) {
        return createdAt.plus(PATIENCE).isBefore(now);
    }
}
