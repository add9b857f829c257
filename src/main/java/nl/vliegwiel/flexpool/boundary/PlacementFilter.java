package nl.vliegwiel.flexpool.boundary;

import java.time.Instant;
import java.util.UUID;
import nl.vliegwiel.flexpool.domain.PlacementState;

/**
 * Which placements of one's own scope. A null leaves that side open.
 *
 * @param state only in this state
 * @param requestId only of this request
 * @param from only those that end after this moment
 * @param to only those that start before this moment
 */
public record PlacementFilter(PlacementState state, UUID requestId, Instant from, Instant to) {
    public static final PlacementFilter NONE = new PlacementFilter(null, null, null, null);
}
