package nl.vliegwiel.flexpool.boundary;

import java.util.UUID;

/**
 * An employee takes back what is not definite yet.
 *
 * @param placementId which placement
 * @param seenVersion version that she saw
 */
public record Withdraw(UUID placementId, int seenVersion) {
}
