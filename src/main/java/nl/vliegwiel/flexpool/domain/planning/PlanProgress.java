package nl.vliegwiel.flexpool.domain.planning;

/**
 * The best so far.
 *
 * @param value points of the plan
 * @param bound no plan at all can have more points
 * @param share 0–1, how much of the work is done
 */
public record PlanProgress(Plan plan, long value, long bound, double share) {
}
