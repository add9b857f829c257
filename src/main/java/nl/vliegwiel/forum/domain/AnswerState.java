package nl.vliegwiel.forum.domain;

import java.time.Instant;
import java.time.LocalDate;

/** Whether an answer can be relied on today. */
public enum AnswerState {
    /** Nothing that it rests on has ended. */
    CURRENT,
    /** Something that it rests on has ended, and nobody looked since. */
    CHECK,
    /** Somebody who may judge said that it does not hold any more. */
    OUTDATED;

    /**
     * @param outdatedAt when somebody said that it does not hold; null for nobody
     * @param checkFrom first day on which somebody has to look; null for never
     */
    public static AnswerState of(Instant outdatedAt, LocalDate checkFrom, LocalDate today) {
        if (outdatedAt != null) {
            return OUTDATED;
        }
        return checkFrom != null && !checkFrom.isAfter(today) ? CHECK : CURRENT;
    }
}
