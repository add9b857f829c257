package nl.vliegwiel.flexpool.domain.planning;

import java.util.Map;
import java.util.Optional;

/**
 * Why a shift stays open.
 *
 * @param funnel people by the first rule that excludes them
 * @param could people whom no rule excludes, were it not for their other shifts
 * @param busy of those, people by the rule by which shifts proposed to them stand in the way
 * @param loss every plan that covers this shift is worth at least so many points less; 0 when that is not proved
 * @param help the one change that would help most, or empty when no single change helps
 */
public record UnfilledShift(int shift, Map<PlanRule, Integer> funnel, int could, Map<PlanRule, Integer> busy, long loss, Optional<Help> help) {
    /**
     * One change, and whom it would bring: people who fail this rule alone and have time in the plan.
     *
     * @param step by how much the rule gives way: kilometres, levels or minutes, as the rule has it; 0 for any amount
     */
    public record Help(PlanRule rule, int step, int people) {
    }
}
