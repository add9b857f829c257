package nl.vliegwiel.flexpool.boundary;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.util.Map;
import nl.vliegwiel.flexpool.persistence.MergerQueries;
import nl.vliegwiel.organisation.OrganisationsMerged;
import nl.vliegwiel.platform.actor.CurrentActor;
import nl.vliegwiel.platform.audit.Audit;

/**
 * R19: requests and loans that go on, favourites, weights, rates, what a library agreed about lending and frame agreements go along when it
 * goes up in another. The yeses stay: who takes over stands in the place of who ended; only a yes beforehand for all people of the library that
 * ended is none for all of the larger one, and ends. Requests and loans that are over keep the name under which they
 * were, and the successor's managers read them.
 */
@ApplicationScoped
class MergedLibraries {
    @Inject
    private MergerQueries queries;

    @Inject
    private CurrentActor actor;

    @Inject
    private Audit audit;

    void merged(@Observes OrganisationsMerged event) {
        MergerQueries.Moved moved = queries.move(event.from(), event.into(), event.byPersonId(), event.at());
        Map<String, String> facts = Map.of("from", event.from().toString());
        audit.recordAll(actor.find().orElse(null), "tookOver", "request", moved.requests(), event.into(), facts);
        audit.recordAll(actor.find().orElse(null), "tookOver", PlacementService.ENTITY, moved.placements(), event.into(), facts);
        audit.recordAll(actor.find().orElse(null), "tookOver", FrameService.ENTITY, moved.frames(), event.into(), facts);
        audit.recordAll(actor.find().orElse(null), "ended", FrameService.ENTITY, moved.framesEnded(), event.into(), facts);
        audit.recordAll(actor.find().orElse(null), "tookOver", "standing_release", moved.standing(), event.into(), facts);
    }
}
