package nl.vliegwiel.flexpool;

import java.time.Instant;
import java.util.UUID;

/** A lender did not answer within the time that it promised itself. Nothing is decided by it. */
public record ReleaseWaits(UUID placementId, UUID lenderId, Step step, Instant at) {
    /** Who is told now. */
    public enum Step {
        DEPUTY, REGION
    }
}
