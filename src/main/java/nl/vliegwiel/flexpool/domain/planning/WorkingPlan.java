package nl.vliegwiel.flexpool.domain.planning;

import java.util.Arrays;

/** A plan under construction, with its value kept up to date and every change undoable. Obeys every rule at all times. */
final class WorkingPlan {
    private static final int NONE = -1;
    private final PlanningTables tables;
    private final int[] pairOf;
    private final int[][] week;
    private final int[] weekSize;
    private final int[] minutesLeft;
    private long value;
    private long looks;
    private int[] undo = new int[64];
    private int undoSize;
    /** Open shifts that somebody could do, in no order, and where each stands in that list. */
    private final int[] open;
    private final int[] openAt;
    private int openSize;

    WorkingPlan(PlanningTables tables) {
        this.tables = tables;
        pairOf = new int[tables.shifts];
        Arrays.fill(pairOf, NONE);
        week = new int[tables.people][4];
        weekSize = new int[tables.people];
        minutesLeft = tables.minutesLeft.clone();
        value = tables.pinnedValue;
        open = new int[tables.shifts];
        openAt = new int[tables.shifts];
        for (int shift = 0; shift < tables.shifts; shift++) {
            if (tables.pairsOfShift[shift].length > 0) {
                openAt[shift] = openSize;
                open[openSize++] = shift;
            }
        }
    }

    long value() {
        return value;
    }

    /** The pair that covers this shift, or -1. */
    int pairOf(int shift) {
        return pairOf[shift];
    }

    boolean isOpen(int shift) {
        return pairOf[shift] == NONE;
    }

    /** Open shifts that somebody could do. */
    int openShifts() {
        return openSize;
    }

    int openShift(int index) {
        return open[index];
    }

    int weekSize(int person) {
        return weekSize[person];
    }

    int weekPair(int person, int index) {
        return week[person][index];
    }

    int minutesLeft(int person) {
        return minutesLeft[person];
    }

    /** Whether the person of this pair can take its shift beside what she has. */
    boolean fits(int pair) {
        int person = tables.pairPerson[pair];
        int shift = tables.pairShift[pair];
        if (tables.shiftMinutes[shift] > minutesLeft[person]) {
            return false;
        }
        int[] own = week[person];
        looks += weekSize[person];
        for (int index = weekSize[person] - 1; index >= 0; index--) {
            if (tables.collide(shift, tables.pairShift[own[index]])) {
                return false;
            }
        }
        return true;
    }

    /** Points that taking this pair adds. */
    int gain(int pair) {
        int person = tables.pairPerson[pair];
        return tables.pairGain[pair] - tables.nextSpreadCost(person, weekSize[person]);
    }

    /** Pairs looked at since this plan was begun; counts the work independently of the machine. */
    long looks() {
        return looks;
    }

    /** Covers an open shift with a person whom it fits. */
    void take(int pair) {
        place(pair);
        note(pair);
    }

    /** Opens the shift of a pair again. */
    void drop(int pair) {
        remove(pair);
        note(~pair);
    }

    /** Where to return to with {@link #rollback}. */
    int mark() {
        return undoSize;
    }

    /** The pair that was dropped by this change. */
    int dropped(int change) {
        return ~undo[change];
    }

    void rollback(int mark) {
        while (undoSize > mark) {
            int change = undo[--undoSize];
            if (change >= 0) {
                remove(change);
            } else {
                place(~change);
            }
        }
    }

    /** Makes all changes final. */
    void commit() {
        undoSize = 0;
    }

    /** Covers a shift with the person for whom it brings most and whom it fits; false when there is nobody. */
    boolean coverBest(int shift) {
        int bestPair = NONE;
        int bestGain = 0;
        for (int pair : tables.pairsOfShift[shift]) {
            if (tables.pairGain[pair] <= bestGain) {
                break;
            }
            int gain = gain(pair);
            if (gain > bestGain && fits(pair)) {
                bestGain = gain;
                bestPair = pair;
            }
        }
        if (bestPair == NONE) {
            return false;
        }
        take(bestPair);
        return true;
    }

    /** Gives a person the open shifts that fit, the one with most points first. */
    void fillWeek(int person) {
        while (true) {
            int bestPair = NONE;
            int bestGain = tables.nextSpreadCost(person, weekSize[person]);
            looks += tables.firstPair[person + 1] - tables.firstPair[person];
            for (int pair = tables.firstPair[person]; pair < tables.firstPair[person + 1]; pair++) {
                if (tables.pairGain[pair] > bestGain && isOpen(tables.pairShift[pair]) && fits(pair)) {
                    bestGain = tables.pairGain[pair];
                    bestPair = pair;
                }
            }
            if (bestPair == NONE) {
                return;
            }
            take(bestPair);
        }
    }

    int[] snapshot() {
        return pairOf.clone();
    }

    /** Takes over a snapshot of a plan for the same tables. */
    void restore(int[] snapshot) {
        for (int shift = 0; shift < pairOf.length; shift++) {
            if (pairOf[shift] != NONE && pairOf[shift] != snapshot[shift]) {
                remove(pairOf[shift]);
            }
        }
        for (int shift = 0; shift < pairOf.length; shift++) {
            if (snapshot[shift] != NONE && pairOf[shift] == NONE) {
                place(snapshot[shift]);
            }
        }
        undoSize = 0;
    }

    /** The plan as others know it, pins included. */
    Plan plan() {
        return plan(tables, pairOf);
    }

    static Plan plan(PlanningTables tables, int[] pairOf) {
        int[] personOf = new int[pairOf.length];
        for (int shift = 0; shift < pairOf.length; shift++) {
            personOf[shift] = pairOf[shift] == NONE ? Plan.OPEN : tables.pairPerson[pairOf[shift]];
        }
        for (Pairing pin : tables.problem.pinned()) {
            personOf[pin.shift()] = pin.person();
        }
        return new Plan(personOf);
    }

    private void place(int pair) {
        int person = tables.pairPerson[pair];
        int shift = tables.pairShift[pair];
        value += gain(pair);
        if (weekSize[person] == week[person].length) {
            week[person] = Arrays.copyOf(week[person], 2 * weekSize[person]);
        }
        week[person][weekSize[person]++] = pair;
        minutesLeft[person] -= tables.shiftMinutes[shift];
        pairOf[shift] = pair;
        int moved = open[--openSize];
        open[openAt[shift]] = moved;
        openAt[moved] = openAt[shift];
    }

    private void remove(int pair) {
        int person = tables.pairPerson[pair];
        int shift = tables.pairShift[pair];
        int[] own = week[person];
        int last = --weekSize[person];
        int at = last;
        while (own[at] != pair) {
            at--;
        }
        own[at] = own[last];
        own[last] = NONE;
        minutesLeft[person] += tables.shiftMinutes[shift];
        pairOf[shift] = NONE;
        openAt[shift] = openSize;
        open[openSize++] = shift;
        value -= gain(pair);
    }

    private void note(int change) {
        if (undoSize == undo.length) {
            undo = Arrays.copyOf(undo, 2 * undoSize);
        }
        undo[undoSize++] = change;
    }
}
