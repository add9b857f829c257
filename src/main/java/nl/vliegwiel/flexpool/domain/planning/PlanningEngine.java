package nl.vliegwiel.flexpool.domain.planning;

/** Makes proposals for a week. The port; {@link PricedSearchEngine} is our own engine behind it. */
public interface PlanningEngine {
    /**
     * A proposal from nothing.
     *
     * @throws IllegalArgumentException when a pin breaks a rule
     */
    PlanProposal plan(PlanningProblem problem, PlanningEffort effort, PlanningWatch watch);

    /**
     * A proposal that starts from an earlier one and keeps what it can of it: for "what if".
     *
     * @param earlier a proposal for the same people and shifts; pins, forbidden pairs and windows may differ
     * @throws IllegalArgumentException when a pin breaks a rule, or the earlier proposal is for other lists
     */
    PlanProposal replan(PlanningProblem problem, PlanProposal earlier, PlanningEffort effort, PlanningWatch watch);
}
