package nl.vliegwiel.flexpool.domain.planning;

import java.util.Comparator;
import java.util.stream.IntStream;

/** The first usable plan: important shifts first, among these the ones that few can do, each to whom it brings most. */
final class GreedyPlan {
    private GreedyPlan() {
    }

    static void fill(PlanningTables tables, WorkingPlan plan) {
        IntStream.range(0, tables.shifts).boxed()
                .sorted(Comparator.comparingInt((Integer shift) -> -tables.problem.shifts().get(shift).priority())
                        .thenComparingInt(shift -> tables.pairsOfShift[shift].length)
                        .thenComparingInt(shift -> shift))
                .filter(shift -> plan.isOpen(shift))
                .forEach(plan::coverBest);
        plan.commit();
    }
}
