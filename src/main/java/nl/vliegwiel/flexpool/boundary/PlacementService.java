package nl.vliegwiel.flexpool.boundary;

import jakarta.inject.Inject;
import java.util.List;
import java.util.UUID;
import nl.vliegwiel.platform.UseCase;
import nl.vliegwiel.platform.actor.CurrentActor;

/** From an application or a proposal to three yeses, and how a placement ends (R1, R5, R13, R15). */
@UseCase
public class PlacementService {
    @Inject
    private PlacementPolicy policy;

    @Inject
    private CurrentActor actor;

    /** @return one placement per shift, in the order asked */
    public List<PlacementRef> apply(Apply command) {
        policy.requireApply(actor.get(), List.of());
        throw new UnsupportedOperationException();
    }

    /** @return one placement per shift, in the order asked */
    public List<PlacementRef> propose(Propose command) {
        policy.requirePropose(actor.get(), command.requestId());
        throw new UnsupportedOperationException();
    }

    /** @return the placement after it; unchanged when the party had said the same to the same text */
    public PlacementDetail giveConsent(GiveConsent command) {
        return detail(command.placementId());
    }

    public PlacementDetail cancel(Cancel command) {
        return detail(command.placementId());
    }

    public PlacementDetail withdraw(Withdraw command) {
        return detail(command.placementId());
    }

    public PlacementDetail detail(UUID placementId) {
        policy.requireRead(actor.get(), new PlacementPolicy.Parties(placementId, placementId, placementId, placementId));
        throw new UnsupportedOperationException();
    }
}
