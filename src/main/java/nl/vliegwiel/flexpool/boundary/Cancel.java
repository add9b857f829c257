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
 * @param closePlace the borrower needs nobody in this place any more; refused for the other two
 * @param lateConfirmed she knows that the window has passed; null where she was not asked, as over the API
 */
public record Cancel(UUID placementId, int seenVersion, Party party, String reason, boolean closePlace, Boolean lateConfirmed) {
}
