package nl.vliegwiel.flexpool.boundary;

import java.util.Map;
import java.util.UUID;
import nl.vliegwiel.flexpool.domain.evaluation.EvaluationText;
import nl.vliegwiel.flexpool.domain.evaluation.GoalReach;

/**
 * What one side says of a placement.
 *
 * @param seenVersion of what it said before; 0 for nothing
 * @param reached by learning goal; goals may be left out
 */
public record Evaluate(UUID placementId, int seenVersion, EvaluationText text, Map<UUID, GoalReach> reached) {
    public Evaluate {
        reached = reached == null ? Map.of() : reached;
    }
}
