package nl.vliegwiel.flexpool.boundary;

import java.util.UUID;
import nl.vliegwiel.flexpool.domain.PlacementState;

/** A placement as it is just after it came about. */
public record PlacementRef(UUID id, int version, PlacementState state) {
}
