package nl.vliegwiel.flexpool.domain.planning;

/**
 * A plan and what is proved about it.
 *
 * @param value points of the plan
 * @param bound no plan of this problem has more points
 * @param prices prove the bound
 * @param stopped whether it was stopped before the effort was spent
 */
public record PlanProposal(Plan plan, long value, long bound, ShiftPrices prices, boolean stopped) {
    /** Value as share of the bound, 0–1; 1 when there is nothing to plan. */
    public double quality() {
        return bound <= 0 ? 1 : (double) value / bound;
    }
}
