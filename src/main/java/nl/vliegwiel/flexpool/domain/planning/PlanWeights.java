package nl.vliegwiel.flexpool.domain.planning;

import java.util.List;

/**
 * What a plan is worth, in points; written by people and kept with a version.
 *
 * <pre>
 * covered shift   perPriority × priority
 * fit             max(0, round(fullFit − perSurplusLevel × surplus levels − perKm × km)), half up
 * fair spread     − spread[k] for the k-th shift of one person; after the list spreadStep more each
 * fair libraries  − min(mostForLibrary, perHourLentMore × hours that her library lent more than it got, per colleague in the pool)
 * </pre>
 *
 * @param version names the set of weights in the log of a proposal
 * @param spread cost of the first, second, ... shift; rising by ever more (convex), so that an even spread is cheapest
 * @param spreadStep by how much each further shift costs more than the one before
 * @param perHourLentMore takes off for each such hour of the last weeks, so that the same libraries do not always give
 * @param mostForLibrary takes off at most; less than a covered shift brings, so that none stays open for it
 */
public record PlanWeights(String version, int perPriority, int fullFit, double perSurplusLevel, double perKm, List<Integer> spread,
        int spreadStep, int perHourLentMore, int mostForLibrary) {
    public static final PlanWeights STANDARD = new PlanWeights("2026-2", 1000, 100, 12, 1.6, List.of(0, 6, 14, 26, 40, 60, 80, 100), 20, 2, 40);

    public PlanWeights {
        spread = List.copyOf(spread);
        if (perHourLentMore < 0 || mostForLibrary < 0 || perPriority < 0 || fullFit < 0 || !(perSurplusLevel >= 0) || !(perKm >= 0) || spread.isEmpty() || spread.get(0) < 0) {
            throw new IllegalArgumentException("weights are 0 or more");
        }
        for (int k = 1; k < spread.size(); k++) {
            if (spread.get(k) < spread.get(k - 1)) {
                throw new IllegalArgumentException("a further shift may not cost less than the one before");
            }
        }
        if (spreadStep < 0) {
            throw new IllegalArgumentException("a further shift may not cost less than the one before");
        }
    }

    /** Points for the fit of skills and the way, 0 or more. */
    public int fit(int surplusLevels, double km) {
        return (int) Math.max(0, Math.floor(fullFit - perSurplusLevel * surplusLevels - perKm * km + 0.5));
    }

    /**
     * Points that each shift of somebody costs for the sake of her library.
     *
     * @param hours that it lent more than it got in the last weeks, per colleague in the pool; 0 or more
     */
    public int libraryCost(int hours) {
        return (int) Math.min(mostForLibrary, (long) perHourLentMore * hours);
    }

    /** Points that a shift of this priority brings when it is covered. */
    public int covered(int priority) {
        return perPriority * priority;
    }

    /** Cost of the k-th shift of one person; k from 1. */
    public int spreadCost(int k) {
        return k <= spread.size() ? spread.get(k - 1) : spread.get(spread.size() - 1) + (k - spread.size()) * spreadStep;
    }
}
