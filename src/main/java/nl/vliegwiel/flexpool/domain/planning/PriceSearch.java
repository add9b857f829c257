package nl.vliegwiel.flexpool.domain.planning;

import java.util.Arrays;

/**
 * The upper bound: relax "one person per shift", put a price on each shift instead, and let each person take her best week
 * at these prices. For any prices that are not negative
 *
 * <pre>bound(price) = Σ price(shift) + Σ best week(person, price) ≥ value of every plan</pre>
 *
 * (Lagrangian duality: M. L. Fisher, The Lagrangian relaxation method for solving integer programming problems,
 * Management Science 27, 1981). Prices go up where several take a shift and down where nobody does, in steps of Polyak
 * with an averaged direction (P. M. Camerini, L. Fratta, F. Maffioli, Mathematical Programming Study 3, 1975). Prices and weeks are whole numbers, so
 * that no rounding can make the bound too low.
 */
final class PriceSearch {
    private static final double SLOWER = 0.7;
    private static final int PATIENCE = 15;
    private static final double MEMORY = 0.88;
    /** Below this pace the bound does not move any more. */
    private static final double STANDING_STILL = 0.001;
    /** Looks at shifts after which no further step is taken: seconds, reached only where people could do hundreds of shifts. */
    private static final long MOST_LOOKS = 3_000_000_000L;
    /** Share of what a covered shift brings that is its first price when nobody else has time for it. */
    private static final double SCARCE = 0.8;

    private static final int NONE = -1;

    private final PlanningTables tables;
    private final int forced;
    private final int covered;
    private final WeekSolver solver;
    private final long[] price;
    private final long[] bestPrice;
    private final double[] direction;
    private final int[] takers;
    private final long[] weekUpper;
    private final int[][] week;
    private final int[] weekSize;
    private final boolean[] stale;
    private long best = Long.MAX_VALUE;
    private double pace;
    private int sinceBetter;

    /**
     * For the bound of all plans.
     *
     * @param start first prices, 0 or more
     * @param pace size of the first steps: 1 to begin, less when the prices are nearly right
     */
    PriceSearch(PlanningTables tables, long[] start, double pace) {
        this(tables, start, pace, NONE, NONE);
    }

    /** For the bound of the plans that have this pair. */
    static PriceSearch with(PlanningTables tables, long[] start, double pace, int pair) {
        return new PriceSearch(tables, start, pace, pair, NONE);
    }

    /** For the bound of the plans that cover this shift. Its price may fall below 0: a reward for taking it. */
    static PriceSearch covering(PlanningTables tables, long[] start, double pace, int shift) {
        return new PriceSearch(tables, start, pace, NONE, shift);
    }

    private PriceSearch(PlanningTables tables, long[] start, double pace, int forced, int covered) {
        this.tables = tables;
        this.forced = forced;
        this.covered = covered;
        this.pace = pace;
        solver = new WeekSolver(tables);
        price = start.clone();
        bestPrice = start.clone();
        direction = new double[tables.shifts];
        takers = new int[tables.shifts];
        weekUpper = new long[tables.people];
        week = new int[tables.people][4];
        weekSize = new int[tables.people];
        stale = new boolean[tables.people];
        Arrays.fill(stale, true);
        evaluate();
    }

    /**
     * First prices, read off a plan. An open shift costs nothing: who could do it, is worth more elsewhere. A covered one costs
     * what it would bring with the best of those who have time for it, or a good part of its points when nobody has.
     */
    static long[] firstPrices(PlanningTables tables, WorkingPlan plan) {
        long[] first = new long[tables.shifts];
        for (int shift = 0; shift < tables.shifts; shift++) {
            if (plan.isOpen(shift)) {
                continue;
            }
            int present = plan.pairOf(shift);
            double points = SCARCE * tables.pairGain[present];
            for (int pair : tables.pairsOfShift[shift]) {
                if (pair != present && plan.fits(pair)) {
                    points = Math.max(points, plan.gain(pair));
                }
            }
            first[shift] = (long) (points * ShiftPrices.SCALE);
        }
        return first;
    }

    /** The lowest bound so far in whole points; a plan has whole points, so cutting off is allowed. */
    long bound() {
        return Math.floorDiv(best, ShiftPrices.SCALE) + tables.pinnedValue;
    }

    long[] bestPrices() {
        return bestPrice.clone();
    }

    /** Whether further steps are of no use. */
    boolean settled() {
        return pace < STANDING_STILL || solver.looks() > MOST_LOOKS;
    }

    /** Takes one step towards lower bounds; {@code value} is the best plan known. */
    void step(long value) {
        double gap = Math.max(1.0 * ShiftPrices.SCALE, current() - (double) (value - tables.pinnedValue) * ShiftPrices.SCALE);
        double length = 0;
        for (int shift = 0; shift < tables.shifts; shift++) {
            int pull = takers[shift] - 1;
            if (price[shift] == 0 && pull < 0 && shift != covered) {
                pull = 0;
            }
            direction[shift] = MEMORY * direction[shift] + pull;
            length += direction[shift] * direction[shift];
        }
        if (length == 0) {
            pace = 0;
            return;
        }
        double stride = pace * gap / length;
        for (int shift = 0; shift < tables.shifts; shift++) {
            long change = Math.round(stride * direction[shift]);
            if (change != 0) {
                setPrice(shift, shift == covered ? price[shift] + change : Math.max(0, price[shift] + change));
            }
        }
        evaluate();
    }

    private void setPrice(int shift, long now) {
        if (now != price[shift]) {
            price[shift] = now;
            for (int pair : tables.pairsOfShift[shift]) {
                stale[tables.pairPerson[pair]] = true;
            }
        }
    }

    private void evaluate() {
        for (int person = 0; person < tables.people; person++) {
            if (stale[person]) {
                stale[person] = false;
                refresh(person);
            }
        }
        long now = current();
        if (now < best) {
            sinceBetter = now < best - ShiftPrices.SCALE / 8 ? 0 : sinceBetter + 1;
            best = now;
            System.arraycopy(price, 0, bestPrice, 0, price.length);
        } else {
            sinceBetter++;
        }
        if (sinceBetter >= PATIENCE) {
            sinceBetter = 0;
            pace *= SLOWER;
        }
    }

    private void refresh(int person) {
        for (int index = 0; index < weekSize[person]; index++) {
            takers[tables.pairShift[week[person][index]]]--;
        }
        solveWeek(person);
        int size = solver.size();
        if (week[person].length < size) {
            week[person] = new int[2 * size];
        }
        for (int index = 0; index < size; index++) {
            week[person][index] = solver.pair(index);
            takers[tables.pairShift[solver.pair(index)]]++;
        }
        weekSize[person] = size;
        weekUpper[person] = solver.upper();
    }

    private void solveWeek(int person) {
        if (forced == NONE) {
            solver.solve(person, price);
        } else if (tables.pairPerson[forced] == person) {
            solver.solve(person, price, forced, NONE);
        } else {
            solver.solve(person, price, NONE, tables.pair(tables.pairShift[forced], person));
        }
    }

    private long current() {
        long sum = 0;
        for (long points : price) {
            sum += points;
        }
        for (long points : weekUpper) {
            sum += points;
        }
        return sum;
    }
}
