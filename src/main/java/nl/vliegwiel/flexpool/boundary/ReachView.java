package nl.vliegwiel.flexpool.boundary;

import java.io.Serializable;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import nl.vliegwiel.flexpool.domain.Circle;

/**
 * How far a published request reaches.
 *
 * @param version of the request
 * @param steps circles in the order in which they open
 * @param pausedAt null when it goes on
 * @param told people who were told that it fits them
 * @param answered people who came forward or were asked
 * @param strict only open circles may see and answer it
 * @param mayOpenNext a circle is closed yet, and the request still looks for people
 * @param mayPause it still looks for people and goes on by itself
 * @param mayResume it is paused
 */
public record ReachView(UUID requestId, int version, List<Step> steps, Instant pausedAt, int told, int answered, boolean strict, boolean mayOpenNext,
        boolean mayPause, boolean mayResume) {
    /**
     * @param opensAt planned; as it happened when it is open
     * @param openedAt null as long as it is closed
     * @param openedBy name of the planner who opened it before its time; null when time did it
     */
    public record Step(Circle circle, Instant opensAt, Instant openedAt, String openedBy) implements Serializable {
        private static final long serialVersionUID = 1L;

        public boolean isOpen() {
            return openedAt != null;
        }
    }
}
