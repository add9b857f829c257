package nl.vliegwiel.flexpool;

import java.time.Instant;
import java.util.UUID;

/** Somebody begins soon at a branch whose safety instruction she did not accept yet. */
public record InductionDue(UUID placementId, UUID employeeId, UUID branchId, Instant at) {
}
