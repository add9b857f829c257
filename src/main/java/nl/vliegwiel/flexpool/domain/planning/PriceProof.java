package nl.vliegwiel.flexpool.domain.planning;

import java.util.Arrays;

/**
 * What prices prove about single pairs: the bound of all plans that have a certain pair. It is the bound less the best
 * weeks of that person and of the others who would take the shift, plus their best weeks with and without that shift.
 */
final class PriceProof {
    private final PlanningTables tables;
    private final long[] price;
    private final WeekSolver solver;
    private final long[] weekUpper;
    /** For each shift, how much the bound falls when those who would take it may not. */
    private final long[] withoutTakers;
    /** For each pair in a best week, how much that week loses without it; else 0. */
    private final long[] lossWithout;
    private final boolean[] inWeek;
    private final long bound;
    /** Bound with each pair, reckoned when first asked. */
    private long[] boundWith;

    PriceProof(PlanningTables tables, long[] price) {
        this.tables = tables;
        this.price = price;
        solver = new WeekSolver(tables);
        weekUpper = new long[tables.people];
        withoutTakers = new long[tables.shifts];
        inWeek = new boolean[tables.pairs()];
        lossWithout = new long[tables.pairs()];
        long sum = Arrays.stream(price).sum();
        for (int person = 0; person < tables.people; person++) {
            solver.solve(person, price);
            long upper = solver.upper();
            weekUpper[person] = upper;
            sum += upper;
            int[] week = new int[solver.size()];
            for (int index = 0; index < week.length; index++) {
                week[index] = solver.pair(index);
            }
            for (int pair : week) {
                solver.solve(person, price, -1, pair);
                inWeek[pair] = true;
                lossWithout[pair] = Math.max(0, upper - solver.upper());
                withoutTakers[tables.pairShift[pair]] += lossWithout[pair];
            }
        }
        bound = sum;
    }

    /** The bound of all plans, in points. */
    long bound() {
        return Math.floorDiv(bound, ShiftPrices.SCALE) + tables.pinnedValue;
    }

    /** The bound of the plans that have this pair, in points. */
    long boundWith(int pair) {
        int person = tables.pairPerson[pair];
        int shift = tables.pairShift[pair];
        solver.solve(person, price, pair, -1);
        long with = bound - weekUpper[person] + solver.upper() - (withoutTakers[shift] - lossWithout[pair]);
        return Math.floorDiv(with, ShiftPrices.SCALE) + tables.pinnedValue;
    }

    /**
     * The pairs by shift that cost at most {@code loss} points against the bound and that a plan of more than {@code value} points
     * could have; at least {@code few} of each shift as long as they could be in such a plan.
     */
    int[][] near(long value, int loss, int few) {
        int[][] near = new int[tables.shifts][];
        if (boundWith == null) {
            boundWith = new long[tables.pairs()];
            Arrays.setAll(boundWith, this::boundWith);
        }
        for (int shift = 0; shift < tables.shifts; shift++) {
            int[] pairs = tables.pairsOfShift[shift];
            long[] byBound = new long[pairs.length];
            int size = 0;
            for (int pair : pairs) {
                long with = boundWith[pair];
                if (with > value) {
                    byBound[size++] = (bound() - with) << 32 | pair;
                }
            }
            Arrays.sort(byBound, 0, size);
            int kept = 0;
            while (kept < size && (kept < few || byBound[kept] >> 32 <= loss)) {
                kept++;
            }
            near[shift] = new int[kept];
            for (int index = 0; index < kept; index++) {
                near[shift][index] = (int) byBound[index];
            }
        }
        return near;
    }

    /** Takes the best weeks over into an empty plan; a shift wanted by several goes to the one who would lose most without it. */
    void buildWeeks(WorkingPlan plan) {
        for (int shift = 0; shift < tables.shifts; shift++) {
            int most = -1;
            for (int pair : tables.pairsOfShift[shift]) {
                if (inWeek[pair] && (most < 0 || lossWithout[pair] > lossWithout[most])) {
                    most = pair;
                }
            }
            if (most >= 0) {
                plan.take(most);
            }
        }
        plan.commit();
    }
}
