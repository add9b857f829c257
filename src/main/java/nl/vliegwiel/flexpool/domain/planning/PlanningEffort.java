package nl.vliegwiel.flexpool.domain.planning;

/**
 * How much work to do, in steps and not in time, so that a slow machine finds the same plan as a fast one.
 *
 * @param priceSteps most rounds of prices for the bound
 * @param rounds most rounds of search; fewer when the plan is within {@link #CLOSE} of the bound
 * @param moves moves tried in one round
 * @param seed of the pseudo-random choices
 */
public record PlanningEffort(int priceSteps, int rounds, int moves, long seed) {
    /** One part in this many of the bound is near enough to end before the last round. */
    static final long CLOSE = 25_000;
    private static final long SEED = 20261122;
    private static final int PRICE_STEPS = 900;
    private static final int ROUNDS = 5;
    private static final int LEAST_MOVES = 100_000;
    private static final int MOST_MOVES = 2_000_000;
    private static final int MOVES_PER_SHIFT = 800;
    private static final int MEND_PRICE_STEPS = 40;
    private static final int MEND_MOVES = 60_000;

    public PlanningEffort {
        if (priceSteps < 0 || rounds < 0 || moves < 0) {
            throw new IllegalArgumentException("steps are 0 or more");
        }
    }

    /** Enough for a full proposal of this size: seconds. */
    public static PlanningEffort full(PlanningProblem problem) {
        int moves = Math.max(LEAST_MOVES, Math.min(MOST_MOVES, MOVES_PER_SHIFT * problem.shifts().size()));
        return new PlanningEffort(PRICE_STEPS, ROUNDS, moves, SEED);
    }

    /** Enough to mend a plan after one change: within a second. */
    public static PlanningEffort mend() {
        return new PlanningEffort(MEND_PRICE_STEPS, 1, MEND_MOVES, SEED);
    }
}
