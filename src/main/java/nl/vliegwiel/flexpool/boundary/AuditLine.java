package nl.vliegwiel.flexpool.boundary;

import java.time.Instant;
import java.util.Map;
import java.util.UUID;

/**
 * One line: who did what when.
 *
 * @param number by which lines are ordered
 * @param actorId null for the product itself, and where the employee is not named to this person yet (R10)
 * @param actorName null where the employee is not named to this person yet (R10)
 * @param detail states and figures
 */
public record AuditLine(long number, Instant at, UUID actorId, String actorName, String action, String entity, UUID entityId,
        Map<String, Object> detail) {
}
