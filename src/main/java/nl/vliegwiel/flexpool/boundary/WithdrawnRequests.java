package nl.vliegwiel.flexpool.boundary;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.util.Map;
import java.util.UUID;
import nl.vliegwiel.flexpool.PlacementChanged;
import nl.vliegwiel.flexpool.RequestChanged;
import nl.vliegwiel.flexpool.domain.CancelReason;
import nl.vliegwiel.flexpool.domain.Party;
import nl.vliegwiel.flexpool.domain.Placement;
import nl.vliegwiel.flexpool.persistence.PlacementRepository;
import nl.vliegwiel.flexpool.persistence.RequestQueries;
import nl.vliegwiel.platform.actor.CurrentActor;
import nl.vliegwiel.platform.audit.Audit;

/** With a request that is taken back, what is not definite for it ends too, and everybody hears of it (R14). */
@ApplicationScoped
public class WithdrawnRequests {
    @Inject
    private RequestQueries queries;

    @Inject
    private PlacementRepository placements;

    @Inject
    private CurrentActor actor;

    @Inject
    private Audit audit;

    @Inject
    private Event<PlacementChanged> changed;

    /** In the transaction of the withdrawal itself. */
    void end(@Observes RequestChanged event) {
        if (event.change() != RequestChanged.Change.WITHDRAWN) {
            return;
        }
        for (UUID id : queries.waiting(event.requestId())) {
            Placement placement = placements.get(id);
            placement.stop(Party.BORROWER, CancelReason.NEED_ENDED, event.at());
            placements.flush();
            audit.record(actor.get(), "cancelled", "placement", id, event.organisationId(),
                Map.of("party", Party.BORROWER.name(), "reason", CancelReason.NEED_ENDED.name(), "request", event.requestId().toString()));
            changed.fire(new PlacementChanged(id, placement.requestId(), placement.employeeId(), placement.lenderId(), placement.borrowerId(),
                PlacementChanged.Change.CANCELLED, event.byPersonId(), event.at()));
        }
    }
}
