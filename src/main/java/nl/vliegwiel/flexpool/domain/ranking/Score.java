package nl.vliegwiel.flexpool.domain.ranking;

import java.util.Comparator;
import java.util.List;

/**
 * A candidate's place in the ranking.
 *
 * @param ref the candidate
 * @param total sum of the reasons' points, 0–1000
 * @param travelMinutes of the candidate, which comes before the key when totals are equal
 * @param reasons one per part, in the order of the parts
 */
public record Score(String ref, int total, int travelMinutes, List<Reason> reasons) implements Comparable<Score> {
    /** Best first: most points, then the shorter way, then the stable key. In SQL the key is compared in "C" order. */
    private static final Comparator<Score> ORDER = Comparator.comparingInt(Score::total).reversed()
            .thenComparingInt(Score::travelMinutes).thenComparing(Score::ref);

    public Score {
        reasons = List.copyOf(reasons);
    }

    @Override
    public int compareTo(Score other) {
        return ORDER.compare(this, other);
    }
}
