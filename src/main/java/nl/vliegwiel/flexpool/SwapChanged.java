package nl.vliegwiel.flexpool;

import java.time.Instant;
import java.util.UUID;

/**
 * Two people agreed, or did not, on changing places (R14).
 *
 * @param byPersonId who did it; null for the product itself
 */
public record SwapChanged(UUID swapId, UUID givenId, UUID askerId, UUID colleagueId, Change change, UUID byPersonId, Instant at) {
    public enum Change {
        ASKED, ACCEPTED, DECLINED, WITHDRAWN, ENDED, EXPIRED, DONE
    }
}
