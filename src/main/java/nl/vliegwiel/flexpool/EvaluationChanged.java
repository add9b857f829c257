package nl.vliegwiel.flexpool;

import java.time.Instant;
import java.util.UUID;

/**
 * Somebody can read what another wrote about a placement (R14). The words themselves stay on the page.
 *
 * @param employeeWrote there is something of the employee to read
 * @param borrowerWrote there is something of the borrower to read
 * @param borrowerWriter who wrote for the borrower; null for nobody
 * @param byPersonId who did it; null where the term ended
 */
public record EvaluationChanged(UUID placementId, UUID employeeId, UUID lenderId, UUID borrowerId, Change change, boolean employeeWrote, boolean borrowerWrote,
        UUID borrowerWriter, UUID byPersonId, Instant at) {
    public enum Change {
        OPENED, REPLIED, SHARED
    }
}
