package nl.vliegwiel.flexpool.boundary;

import jakarta.inject.Inject;
import java.util.Map;
import java.util.UUID;
import nl.vliegwiel.flexpool.domain.ranking.Weights;
import nl.vliegwiel.flexpool.persistence.WeightsQueries;
import nl.vliegwiel.flexpool.persistence.WeightsQueries.Kept;
import nl.vliegwiel.platform.OpenToAllStaff;
import nl.vliegwiel.platform.UseCase;
import nl.vliegwiel.platform.actor.Actor;
import nl.vliegwiel.platform.actor.CurrentActor;
import nl.vliegwiel.platform.actor.Role;
import nl.vliegwiel.platform.audit.Audit;
import nl.vliegwiel.platform.rule.NotFound;
import nl.vliegwiel.platform.rule.RuleViolation;
import nl.vliegwiel.platform.rule.StaleData;

/** What weighs in the ranking. Open to everybody who may be ranked; set by the HR managers of the library. */
@UseCase
public class WeightsService {
    @Inject
    private WeightsQueries queries;

    @Inject
    private CandidatePolicy policy;

    @Inject
    private CurrentActor actor;

    @Inject
    private Audit audit;

    /** @throws NotFound {@code weights.notFound} when there is no such organisation */
    @OpenToAllStaff
    public WeightsView weights(UUID organisationId) {
        String name = queries.organisationName(organisationId).orElseThrow(() -> new NotFound("weights.notFound"));
        Kept kept = queries.find(organisationId).orElse(new Kept(Weights.DEFAULT, 0));
        return new WeightsView(organisationId, name, kept.weights(), kept.version(), actor.get().has(Role.HR_MANAGER, organisationId));
    }

    /**
     * @param seenVersion version that the person saw
     * @throws RuleViolation when they are not together 100
     * @throws StaleData when somebody else changed them since
     */
    public WeightsView save(UUID organisationId, int seenVersion, Weights weights) {
        Actor who = actor.get();
        weights(organisationId);
        policy.requireSetWeights(who, organisationId);
        if (!queries.save(organisationId, seenVersion, weights)) {
            throw new StaleData("stale");
        }
        WeightsView now = weights(organisationId);
        audit.record(who, "changed", "match_weights", organisationId, organisationId, Map.of("version", now.version(), "skillFit", weights.skillFit(),
            "travel", weights.travel(), "hoursBalance", weights.hoursBalance(), "fairSpread", weights.fairSpread(), "knowsPlace", weights.knowsPlace()));
        return now;
    }
}
