package nl.vliegwiel.flexpool;

import java.time.Instant;
import java.util.UUID;

/**
 * Something happened to the hours of a placement (R12).
 *
 * @param byPersonId who did it
 */
public record HoursChanged(UUID placementId, UUID employeeId, UUID lenderId, UUID borrowerId, Change change, UUID byPersonId, Instant at) {
    public enum Change {
        ENTERED, SUBMITTED, CONFIRMED, APPROVED, REJECTED, CORRECTED
    }
}
