package nl.vliegwiel.flexpool.boundary;

import java.time.Instant;
import java.util.UUID;

/**
 * Hours as somebody sends them.
 *
 * @param seenVersion version of the sheet that she saw; 0 for one without hours
 * @param breakMinutes null for the planned break
 * @param travelMinutes there and back; null for what is proposed
 * @param reason why approved hours are replaced; not used otherwise
 */
public record EnterHours(UUID placementId, int seenVersion, Instant start, Instant end, Integer breakMinutes, Integer travelMinutes, String reason) {
}
