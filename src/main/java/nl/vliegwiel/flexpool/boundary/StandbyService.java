package nl.vliegwiel.flexpool.boundary;

import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import nl.vliegwiel.flexpool.PlacementChanged;
import nl.vliegwiel.flexpool.PlacementChanged.Change;
import nl.vliegwiel.flexpool.domain.Party;
import nl.vliegwiel.flexpool.domain.Placement;
import nl.vliegwiel.flexpool.persistence.PlacementQueries;
import nl.vliegwiel.flexpool.persistence.PlacementQueries.Head;
import nl.vliegwiel.flexpool.persistence.PlacementRepository;
import nl.vliegwiel.flexpool.persistence.StandbyQueries;
import nl.vliegwiel.platform.UseCase;
import nl.vliegwiel.platform.actor.CurrentActor;
import nl.vliegwiel.platform.audit.Audit;
import nl.vliegwiel.platform.rule.Conflict;
import nl.vliegwiel.platform.rule.NotFound;
import nl.vliegwiel.platform.rule.StaleData;

/** A standby says that she still is one (R13). */
@UseCase
public class StandbyService {
    @Inject
    private PlacementRepository placements;

    @Inject
    private PlacementQueries queries;

    @Inject
    private StandbyQueries standbys;

    @Inject
    private PlacementPolicy policy;

    @Inject
    private PlacementService service;

    @Inject
    private CurrentActor actor;

    @Inject
    private Clock clock;

    @Inject
    private Audit audit;

    @Inject
    private Event<PlacementChanged> changed;

    /**
     * How a standby stands, for its three parties.
     *
     * @param askedUntil when it lapses unless she says that she still is one; null when she is not asked now
     * @param confirmedAt when she said so; null for not yet
     * @param herself the reader is the one who stands by
     */
    public record Standing(Instant askedUntil, Instant confirmedAt, boolean herself) {
    }

    /**
     * @return empty when the placement is no standby
     * @throws NotFound {@code placement.notFound} to a stranger
     */
    public Optional<Standing> standing(UUID placementId) {
        PlacementDetail detail = service.detail(placementId);
        return standbys.standing(placementId).map(one -> new Standing(one.askedAt() == null || one.confirmedAt() != null ? null : one.askedAt().plus(StandbyRound.PATIENCE),
            one.confirmedAt(), detail.me().employee()));
    }

    /**
     * @return the placement after it; unchanged when she had said so already
     * @throws NotFound {@code placement.notFound} to a stranger
     * @throws StaleData {@code stale}
     * @throws Conflict {@code placement.standby.notNow} when she does not stand by
     */
    public PlacementDetail confirm(UUID placementId, int seenVersion) {
        Head head = queries.head(placementId).orElseThrow(() -> new NotFound("placement.notFound"));
        policy.requireSpeakFor(actor.get(), new PlacementPolicy.Parties(head.id(), head.employeeId(), head.lenderId(), head.borrowerId()), Party.EMPLOYEE);
        placements.lock(head.requestId(), List.of(head.shiftId()), head.employeeId());
        Placement placement = placements.get(placementId);
        placements.requireVersion(placement, seenVersion);
        if (placement.confirmStandby(clock.instant())) {
            placements.flush();
            audit.record(actor.get(), "standby_confirmed", PlacementService.ENTITY, placementId, placement.borrowerId(), Map.of());
            changed.fire(new PlacementChanged(placementId, placement.requestId(), placement.employeeId(), placement.lenderId(), placement.borrowerId(),
                Change.STANDBY_CONFIRMED, actor.get().personId(), clock.instant()));
        }
        return service.detail(placementId);
    }
}
