package nl.vliegwiel.flexpool;

import java.time.Instant;
import java.util.UUID;

/**
 * Something happened to a frame agreement of two libraries.
 *
 * @param organisationId library for which somebody did it
 * @param otherId the other one
 */
public record FrameChanged(UUID frameId, int number, UUID organisationId, UUID otherId, Change change, UUID byPersonId, Instant at) {
    public enum Change {
        PROPOSED, CONSENTED, AGREED, REFUSED, TEXT_CHANGED, TERMINATED
    }
}
