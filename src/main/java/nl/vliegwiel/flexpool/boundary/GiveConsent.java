package nl.vliegwiel.flexpool.boundary;

import java.util.UUID;
import nl.vliegwiel.flexpool.domain.Decision;
import nl.vliegwiel.flexpool.domain.Party;

/**
 * A party says yes or no (R1).
 *
 * @param placementId which placement
 * @param seenVersion version that the person saw
 * @param party in whose name
 * @param decision yes or no
 * @param textVersion version of the agreement's text that the person saw; null is refused
 * @param reason with a no the name of a {@link nl.vliegwiel.flexpool.domain.CancelReason}, or null for none given;
 *        with the lender's yes against a soft working-time rule why it is justified (R5)
 */
public record GiveConsent(UUID placementId, int seenVersion, Party party, Decision decision, Integer textVersion, String reason) {
}
