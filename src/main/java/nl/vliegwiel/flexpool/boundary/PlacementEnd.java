package nl.vliegwiel.flexpool.boundary;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import nl.vliegwiel.flexpool.PlacementChanged;
import nl.vliegwiel.flexpool.PlacementChanged.Change;
import nl.vliegwiel.flexpool.RequestChanged;
import nl.vliegwiel.flexpool.domain.CancelReason;
import nl.vliegwiel.flexpool.domain.Party;
import nl.vliegwiel.flexpool.domain.Placement;
import nl.vliegwiel.flexpool.persistence.PlacementRepository;
import nl.vliegwiel.platform.actor.CurrentActor;
import nl.vliegwiel.platform.audit.Audit;

/** Ends with a request what was not definite yet, so that nobody waits for an answer that never comes (R14, R15). */
@ApplicationScoped
class PlacementEnd {
    @Inject
    private PlacementRepository placements;

    @Inject
    private CurrentActor actor;

    @Inject
    private Clock clock;

    @Inject
    private Audit audit;

    @Inject
    private Event<PlacementChanged> changed;

    void requestChanged(@Observes RequestChanged event) {
        if (event.change() != RequestChanged.Change.WITHDRAWN) {
            return;
        }
        endAll(placements.openOf(event.requestId()), event.byPersonId());
    }

    /** The last place of a shift was closed: whoever still waits for it need not. */
    void placeClosed(UUID shiftId, UUID byPersonId) {
        endAll(placements.openOfShift(shiftId), byPersonId);
    }

    private void endAll(List<Placement> open, UUID byPersonId) {
        for (Placement placement : open) {
            placement.stop(Party.BORROWER, CancelReason.NEED_ENDED, clock.instant());
            placements.flush();
            audit.record(actor.find().orElse(null), "cancelled", PlacementService.ENTITY, placement.id(), placement.borrowerId(),
                Map.of("state", placement.state().name(), "party", Party.BORROWER.name(), "reason", CancelReason.NEED_ENDED.name()));
            changed.fire(new PlacementChanged(placement.id(), placement.requestId(), placement.employeeId(), placement.lenderId(), placement.borrowerId(),
                Change.CANCELLED, byPersonId, clock.instant()));
        }
    }
}
