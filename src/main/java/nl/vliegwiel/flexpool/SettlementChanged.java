package nl.vliegwiel.flexpool;

import java.time.Instant;
import java.util.UUID;

/**
 * A settlement of two libraries was sent or paid.
 *
 * @param byLibraryId the library in whose name it was done
 * @param otherLibraryId the other one, which has to know (R14)
 */
public record SettlementChanged(UUID settlementId, UUID byLibraryId, UUID otherLibraryId, Change change, UUID byPersonId, Instant at) {
    public enum Change {
        SENT, PAID
    }
}
