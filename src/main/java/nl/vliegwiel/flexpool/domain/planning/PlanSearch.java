package nl.vliegwiel.flexpool.domain.planning;

import java.util.SplittableRandom;
import java.util.function.BooleanSupplier;

/**
 * Improves a plan by forced insertion: a shift goes to somebody who could do it, what collides is ejected and placed
 * elsewhere (pushing out others in turn, a few links deep), and those who got time free are filled up. The whole
 * chain is kept or taken back as in simulated annealing (S. Kirkpatrick and others, Science 220, 1983): always when it is no
 * loss, with falling probability when it is.
 */
final class PlanSearch {
    /** How many people may be pushed aside one after the other in one move. */
    private static final int LINKS = 3;
    /** Moves between two looks at the stop sign. */
    private static final int BETWEEN_LOOKS = 256;
    private static final long LOOKS_PER_MOVE = 1000;
    private static final int DICE = 4096;
    /** More than any shift brings: sets those apart that alone do not make enough room. */
    private static final int NOT_ENOUGH = 1_000_000;
    /** Points of chance in the choice of what to give up, so that not always the same shift is the victim. */
    private static final int WHIM = 500;
    private static final double[] MINUS_LOG = new double[DICE];

    static {
        for (int i = 0; i < DICE; i++) {
            MINUS_LOG[i] = -StrictMath.log((i + 0.5) / DICE);
        }
    }

    private final PlanningTables tables;
    private final WorkingPlan plan;
    private final SplittableRandom random;
    /** Pairs by shift that a better plan could still have. */
    private int[][] hopeful;
    private int[] best;
    private long bestValue;
    private final int[] touched;
    private int touchedSize;

    PlanSearch(PlanningTables tables, WorkingPlan plan, long seed) {
        this.tables = tables;
        this.plan = plan;
        random = new SplittableRandom(seed);
        hopeful = tables.pairsOfShift;
        best = plan.snapshot();
        bestValue = plan.value();
        touched = new int[Math.max(64, tables.people * 2)];
    }

    long bestValue() {
        return bestValue;
    }

    int[] best() {
        return best;
    }

    /** Looks only at these pairs from now on. */
    void lookAt(int[][] pairsByShift) {
        hopeful = pairsByShift;
    }

    /** Takes over the present state of the working plan when it is better than the best. */
    void keep() {
        if (plan.value() > bestValue) {
            bestValue = plan.value();
            best = plan.snapshot();
        }
    }

    /** Goes on from the best plan. */
    void rewind() {
        plan.restore(best);
    }

    /**
     * Tries moves at one temperature; fewer where each takes very many looks, because people could do hundreds of shifts.
     *
     * @param temperature a loss of this many points is still taken in one of three cases
     */
    void run(int moves, double temperature, BooleanSupplier stop) {
        long until = plan.looks() + LOOKS_PER_MOVE * moves;
        for (int move = 0; move < moves && tables.pairs() > 0 && plan.looks() < until; move++) {
            if (move % BETWEEN_LOOKS == 0 && stop.getAsBoolean()) {
                return;
            }
            move(temperature);
        }
    }

    /** Gives shifts back to whom they were with before, where that costs nothing. */
    void settle(int[] before) {
        rewind();
        for (int shift = 0; shift < tables.shifts; shift++) {
            if (before[shift] >= 0 && plan.pairOf(shift) != before[shift]) {
                attempt(before[shift], 0, 0);
            }
        }
        best = plan.snapshot();
        bestValue = plan.value();
    }

    private void move(double temperature) {
        int shift = plan.openShifts() > 0 && random.nextInt(2) == 0
                ? plan.openShift(random.nextInt(plan.openShifts()))
                : random.nextInt(tables.shifts);
        int[] pairs = hopeful[shift];
        if (pairs.length == 0) {
            return;
        }
        int pair = pairs[random.nextInt(pairs.length)];
        if (pair != plan.pairOf(shift)) {
            attempt(pair, LINKS, temperature);
        }
    }

    private void attempt(int pair, int links, double temperature) {
        long before = plan.value();
        touchedSize = 0;
        force(pair, links);
        for (int index = 0; index < touchedSize; index++) {
            plan.fillWeek(touched[index]);
        }
        long loss = before - plan.value();
        if (loss <= 0 || loss < temperature * MINUS_LOG[random.nextInt(DICE)]) {
            plan.commit();
            keep();
        } else {
            plan.rollback(0);
        }
    }

    private void force(int pair, int links) {
        int shift = tables.pairShift[pair];
        int person = tables.pairPerson[pair];
        int present = plan.pairOf(shift);
        if (present >= 0) {
            plan.drop(present);
            touch(tables.pairPerson[present]);
        }
        int from = plan.mark();
        for (int index = plan.weekSize(person) - 1; index >= 0; index--) {
            int own = plan.weekPair(person, index);
            if (tables.collide(shift, tables.pairShift[own])) {
                plan.drop(own);
            }
        }
        while (plan.minutesLeft(person) < tables.shiftMinutes[shift]) {
            plan.drop(cheapest(person, tables.shiftMinutes[shift] - plan.minutesLeft(person)));
        }
        int to = plan.mark();
        plan.take(pair);
        touch(person);
        for (int change = from; change < to; change++) {
            int ejected = tables.pairShift[plan.dropped(change)];
            if (plan.isOpen(ejected) && !plan.coverBest(ejected) && links > 0) {
                int[] others = hopeful[ejected];
                if (others.length > 0) {
                    int other = others[random.nextInt(others.length)];
                    if (tables.pairPerson[other] != person) {
                        force(other, links - 1);
                    }
                }
            }
        }
    }

    /** The shift that is missed least; one that alone makes enough room goes before others. */
    private int cheapest(int person, int minutesNeeded) {
        int found = -1;
        int least = Integer.MAX_VALUE;
        for (int index = 0; index < plan.weekSize(person); index++) {
            int own = plan.weekPair(person, index);
            int missed = tables.pairGain[own] + (tables.shiftMinutes[tables.pairShift[own]] < minutesNeeded ? NOT_ENOUGH : 0) + random.nextInt(WHIM);
            if (missed < least) {
                least = missed;
                found = own;
            }
        }
        return found;
    }

    private void touch(int person) {
        if (touchedSize < touched.length) {
            touched[touchedSize++] = person;
        }
    }
}
