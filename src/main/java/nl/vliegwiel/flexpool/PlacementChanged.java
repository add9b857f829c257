package nl.vliegwiel.flexpool;

import java.time.Instant;
import java.util.UUID;

/**
 * Something happened to a placement.
 *
 * @param byPersonId who did it; null for the product itself
 */
public record PlacementChanged(UUID placementId, UUID requestId, UUID employeeId, UUID lenderId, UUID borrowerId, Change change,
        UUID byPersonId, Instant at) {
    public enum Change {
        APPLIED, STANDBY, STANDBY_ASKED, STANDBY_CONFIRMED, STANDBY_LAPSED, PROPOSED, CONSENTED, LENDER_ASKED_AGAIN, DECLINED, CONFIRMED, TEXT_CHANGED,
        WITHDRAWN, CANCELLED, SWAP_PROPOSED, SWAPPED, NO_SHOW, NO_SHOW_VIEW, NO_SHOW_UNDONE
    }
}
