package nl.vliegwiel.flexpool.domain.planning;

import java.util.Arrays;

/**
 * One person's best week at given prices: the set of shifts with the most points left after paying each shift's price and the
 * spread, within minutes and without collisions. Exact by branch and bound (the best shifts first; a branch ends when even
 * its best shifts, counted as if none collided, cannot win). When a week takes more than {@link #LOOKS} looks at shifts, the
 * answer is the best found and {@link #upper} stays a proved upper bound.
 */
final class WeekSolver {
    private static final long LOOKS = 100_000;

    private final PlanningTables tables;
    private long[] price;
    private int person;
    private int[][] list = new int[8][];
    private long[][] profit = new long[8][];
    private final int[] chosen;
    private int[] best = new int[16];
    private int bestSize;
    private long bestProfit;
    private long upper;
    private long looks;
    private long until;

    WeekSolver(PlanningTables tables) {
        this.tables = tables;
        int most = 0;
        for (int who = 0; who < tables.people; who++) {
            most = Math.max(most, tables.firstPair[who + 1] - tables.firstPair[who]);
        }
        chosen = new int[most + 1];
    }

    /** The best week of a person, at prices in {@link ShiftPrices#SCALE} to the point. */
    void solve(int who, long[] prices) {
        solve(who, prices, -1, -1);
    }

    /**
     * The best week that has (or has not) one pair.
     *
     * @param forced pair that must be in it, or -1
     * @param banned pair that must not be in it, or -1
     */
    void solve(int who, long[] prices, int forced, int banned) {
        person = who;
        price = prices;
        until = looks + LOOKS;
        bestSize = 0;
        int size = 0;
        int taken = 0;
        int minutes = tables.minutesLeft[who];
        long begin = 0;
        int from = tables.firstPair[who];
        int to = tables.firstPair[who + 1];
        looks += to - from;
        room(0, to - from);
        if (forced >= 0) {
            int shift = tables.pairShift[forced];
            begin = profit(forced) - cost(0);
            minutes -= tables.shiftMinutes[shift];
            chosen[taken++] = forced;
        }
        long least = cost(taken);
        for (int pair = from; pair < to; pair++) {
            long points = profit(pair);
            if (points <= least || pair == forced || pair == banned || tables.shiftMinutes[tables.pairShift[pair]] > minutes
                    || forced >= 0 && tables.collide(tables.pairShift[forced], tables.pairShift[pair])) {
                continue;
            }
            size = insert(size, pair, points);
        }
        bestProfit = begin;
        remember(taken);
        upper = begin;
        search(0, size, begin, minutes, taken);
        upper = Math.max(upper, bestProfit);
    }

    /** Points of the week found, scaled. */
    long profit() {
        return bestProfit;
    }

    /** No week of this person has more points than this, scaled. */
    long upper() {
        return upper;
    }

    /** Shifts looked at since this solver was made; counts the work independently of the machine. */
    long looks() {
        return looks;
    }

    int size() {
        return bestSize;
    }

    /** The pairs of the week found. */
    int pair(int index) {
        return best[index];
    }

    private void search(int depth, int size, long points, int minutes, int taken) {
        int[] pairs = list[depth];
        long[] profits = profit[depth];
        int shortest = Integer.MAX_VALUE;
        for (int index = 0; index < size; index++) {
            shortest = Math.min(shortest, tables.shiftMinutes[tables.pairShift[pairs[index]]]);
        }
        for (int index = 0; index < size; index++) {
            long hope = hope(profits, index, size, points, minutes / shortest, taken);
            if (hope <= bestProfit) {
                return;
            }
            if (looks > until) {
                upper = Math.max(upper, hope);
                return;
            }
            int shift = tables.pairShift[pairs[index]];
            looks++;
            int left = minutes - tables.shiftMinutes[shift];
            long with = points + profits[index] - cost(taken);
            chosen[taken] = pairs[index];
            if (with > bestProfit) {
                bestProfit = with;
                remember(taken + 1);
            }
            room(depth + 1, size - index);
            int[] nextPairs = list[depth + 1];
            long[] nextProfits = profit[depth + 1];
            long least = cost(taken + 1);
            int next = 0;
            for (int rest = index + 1; rest < size && profits[rest] > least; rest++) {
                looks++;
                int other = tables.pairShift[pairs[rest]];
                if (tables.shiftMinutes[other] <= left && !tables.collide(shift, other)) {
                    nextPairs[next] = pairs[rest];
                    nextProfits[next++] = profits[rest];
                }
            }
            if (next > 0) {
                search(depth + 1, next, with, left, taken + 1);
            }
        }
    }

    /** Points if the next best shifts did not collide and were all as short as the shortest. */
    private long hope(long[] profits, int from, int size, long points, int atMost, int taken) {
        long sum = points;
        int until = Math.min(size, from + atMost);
        int planned = taken;
        for (int index = from; index < until; index++) {
            long more = profits[index] - cost(planned++);
            if (more <= 0) {
                break;
            }
            sum += more;
        }
        return sum;
    }

    private long profit(int pair) {
        return (long) tables.pairGain[pair] * ShiftPrices.SCALE - price[tables.pairShift[pair]];
    }

    private long cost(int planned) {
        return (long) tables.nextSpreadCost(person, planned) * ShiftPrices.SCALE;
    }

    private int insert(int size, int pair, long points) {
        int[] pairs = list[0];
        long[] profits = profit[0];
        int at = size;
        while (at > 0 && profits[at - 1] < points) {
            profits[at] = profits[at - 1];
            pairs[at] = pairs[at - 1];
            at--;
        }
        profits[at] = points;
        pairs[at] = pair;
        return size + 1;
    }

    private void remember(int size) {
        if (best.length < size) {
            best = new int[2 * size];
        }
        System.arraycopy(chosen, 0, best, 0, size);
        bestSize = size;
    }

    private void room(int depth, int size) {
        if (depth >= list.length) {
            list = Arrays.copyOf(list, 2 * depth);
            profit = Arrays.copyOf(profit, 2 * depth);
        }
        if (list[depth] == null || list[depth].length < size) {
            list[depth] = new int[Math.max(16, size * 3 / 2)];
            profit[depth] = new long[list[depth].length];
        }
    }
}
