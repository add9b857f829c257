package nl.vliegwiel.flexpool.boundary;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import nl.vliegwiel.flexpool.domain.SwapKind;
import nl.vliegwiel.flexpool.domain.SwapState;

/**
 * A swap as one of its two people sees it.
 *
 * @param given the shift that who asked gives away
 * @param taken the shift that she gets for it; null for none, or as long as the colleague gave none
 * @param replacing ids of the new placements, once the colleague accepted
 * @param choices what the colleague may give for it; empty for who asked
 */
public record SwapView(UUID id, int version, SwapKind kind, SwapState state, String asker, String colleague, Given given, Given taken, List<UUID> replacing,
        Instant askedAt, boolean mayAnswer, boolean mayWithdraw, List<Given> choices) {
    /** @param placementId of the one who gives it */
    public record Given(UUID placementId, String title, String borrower, String branch, String place, Instant start, Instant end) {
    }
}
