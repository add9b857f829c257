package nl.vliegwiel.flexpool.domain;

/**
 * How somebody takes part in the pool (R11: voluntary, ends at any time without a reason).
 *
 * @param version 0 as long as nothing was saved
 * @param place where her journey begins: a name, with its province behind it where names repeat; null when nothing is known
 * @param availabilityVersion of her week and its exceptions
 */
public record PoolMembership(int version, boolean participating, int maxTravelMinutes, int maxMinutesPerWeek, String place, int availabilityVersion) {
    /** The furthest that can be chosen, in minutes one way. */
    public static final int MOST_TRAVEL = 300;
    /** No more than the law knows in a week. */
    public static final int MOST_PER_WEEK = 3600;
    public static final int USUAL_TRAVEL = 60;
    public static final int USUAL_PER_WEEK = 480;
}
