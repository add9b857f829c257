package nl.vliegwiel.flexpool.boundary;

import java.util.UUID;
import nl.vliegwiel.flexpool.domain.Party;

/**
 * A party ends a placement.
 *
 * @param placementId which placement
 * @param seenVersion version that the person saw
 * @param party in whose name
 * @param reason name of a {@link nl.vliegwiel.flexpool.domain.CancelReason}; null is refused
 */
public record Cancel(UUID placementId, int seenVersion, Party party, String reason) {
}
