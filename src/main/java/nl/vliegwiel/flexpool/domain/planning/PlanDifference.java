package nl.vliegwiel.flexpool.domain.planning;

import java.util.ArrayList;
import java.util.List;

/**
 * What a change does to a plan.
 *
 * @param value points more (or, below 0, less)
 * @param covered shifts covered more
 * @param moves shifts that go to somebody else, become open or are covered now
 */
public record PlanDifference(long value, int covered, List<Move> moves) {
    public static PlanDifference between(PlanProposal before, PlanProposal after) {
        List<Move> moves = new ArrayList<>();
        for (int shift = 0; shift < before.plan().shifts(); shift++) {
            int from = before.plan().personOf(shift);
            int to = after.plan().personOf(shift);
            if (from != to) {
                moves.add(new Move(shift, from, to));
            }
        }
        return new PlanDifference(after.value() - before.value(), after.plan().covered() - before.plan().covered(), List.copyOf(moves));
    }

    /** A shift, and whose it was and is; {@link Plan#OPEN} for nobody. */
    public record Move(int shift, int from, int to) {
    }
}
