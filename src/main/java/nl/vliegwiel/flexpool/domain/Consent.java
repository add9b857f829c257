package nl.vliegwiel.flexpool.domain;

import java.time.Instant;
import java.util.Objects;
import java.util.UUID;

/**
 * What one party said to one text of the agreement (R1). Kept for good (R15).
 *
 * @param party in whose name
 * @param decision yes or no
 * @param by person who said it
 * @param at when
 * @param textVersion version of the agreement's text that the person saw
 * @param reason with a no; null with a yes
 */
public record Consent(Party party, Decision decision, UUID by, Instant at, String textVersion, CancelReason reason) {
    public Consent {
        Objects.requireNonNull(party);
        Objects.requireNonNull(decision);
        Objects.requireNonNull(by);
        Objects.requireNonNull(at);
        Objects.requireNonNull(textVersion);
        if (decision == Decision.NO && reason == null) {
            reason = CancelReason.NOT_GIVEN;
        } else if (decision == Decision.YES) {
            reason = null;
        }
    }

    public static Consent yes(Party party, UUID by, Instant at, String textVersion) {
        return new Consent(party, Decision.YES, by, at, textVersion, null);
    }

    public static Consent no(Party party, UUID by, Instant at, String textVersion, CancelReason reason) {
        return new Consent(party, Decision.NO, by, at, textVersion, reason);
    }
}
