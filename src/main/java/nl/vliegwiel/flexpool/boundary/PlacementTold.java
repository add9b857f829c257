package nl.vliegwiel.flexpool.boundary;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import nl.vliegwiel.flexpool.PlacementChanged;
import nl.vliegwiel.flexpool.PlacementChanged.Change;
import nl.vliegwiel.flexpool.domain.Party;
import nl.vliegwiel.flexpool.domain.Placement;
import nl.vliegwiel.platform.actor.CurrentActor;

/** Tells what happened to a placement: the audit by its facts, other features by an event (R14, R15). */
@ApplicationScoped
class PlacementTold {
    @Inject
    private CurrentActor actor;

    @Inject
    private Clock clock;

    @Inject
    private Event<PlacementChanged> changed;

    /** In whose books a deed of a party stands. */
    static UUID organisation(Placement placement, Party party) {
        return party == Party.BORROWER ? placement.borrowerId() : placement.lenderId();
    }

    static Map<String, Object> facts(Placement placement) {
        Map<String, Object> facts = new LinkedHashMap<>();
        facts.put("state", placement.state().name());
        facts.put("textVersion", placement.textVersion());
        return facts;
    }

    void fire(Placement placement, Change change) {
        changed.fire(new PlacementChanged(placement.id(), placement.requestId(), placement.employeeId(), placement.lenderId(), placement.borrowerId(),
            change, actor.get().personId(), clock.instant()));
    }
}
