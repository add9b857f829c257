package nl.vliegwiel.flexpool.boundary;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.UUID;
import nl.vliegwiel.flexpool.boundary.PlacementPolicy.Parties;
import nl.vliegwiel.flexpool.domain.Placement;
import nl.vliegwiel.flexpool.persistence.PlacementQueries;
import nl.vliegwiel.flexpool.persistence.PlacementQueries.Head;
import nl.vliegwiel.flexpool.persistence.PlacementRepository;
import nl.vliegwiel.platform.rule.NotFound;
import nl.vliegwiel.platform.rule.StaleData;

/** How a use case gets hold of a placement that it changes: under its locks, as it was seen. Who may is asked by the use case, before. */
@ApplicationScoped
class PlacementLock {
    @Inject
    private PlacementRepository placements;

    @Inject
    private PlacementQueries queries;

    @Inject
    private SwapCompletion swaps;

    /** @throws NotFound {@code placement.notFound} */
    Head head(UUID id) {
        return queries.head(id).orElseThrow(() -> new NotFound("placement.notFound"));
    }

    /** @throws StaleData {@code stale} when it is another than was seen */
    Placement locked(Head head, int seenVersion) {
        if (head.swapId() == null) {
            placements.lock(head.requestId(), List.of(head.shiftId()), head.employeeId());
        } else {
            swaps.lock(head.swapId());
        }
        Placement placement = placements.get(head.id());
        placements.requireVersion(placement, seenVersion);
        return placement;
    }

    static Parties parties(Head head) {
        return new Parties(head.id(), head.employeeId(), head.lenderId(), head.borrowerId());
    }
}
