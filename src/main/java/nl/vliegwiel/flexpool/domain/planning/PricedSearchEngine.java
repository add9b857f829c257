package nl.vliegwiel.flexpool.domain.planning;

/**
 * Our own engine: a first plan by {@link GreedyPlan}, prices and bound by {@link PriceSearch}, then rounds of {@link PlanSearch} that
 * start from the weeks which people would choose at these prices and look only at pairs that the prices find nearly
 * as good as the best. It ends when the plan is as good as the bound, or close, or the effort is spent.
 *
 * <p>Whole numbers, a fixed seed and a fixed order everywhere: the same problem and effort give the same plan on every machine,
 * unless it was stopped. Uses one thread and keeps nothing between calls.
 */
public final class PricedSearchEngine implements PlanningEngine {
    private static final int FIRST_MOVES = 20_000;
    private static final double FIRST_TEMPERATURE = 5;
    private static final int COOLINGS = 100;
    private static final double COLD = 0.7;
    private static final double MEND_PACE = 0.2;
    private static final int BETWEEN_REPORTS = 50;
    /** How the rounds differ: where from, how hot, and which pairs. Repeated when there are more rounds. */
    private static final Round[] ROUNDS = {
        new Round(true, 20, 30, 3), new Round(false, 20, 15, 3), new Round(true, 60, 30, 1), new Round(false, 60, 60, 3),
        new Round(true, 40, 15, 2)};
    private static final Round MEND = new Round(false, 4, 60, 3);

    @Override
    public PlanProposal plan(PlanningProblem problem, PlanningEffort effort, PlanningWatch watch) {
        PlanningTables tables = new PlanningTables(problem);
        WorkingPlan plan = new WorkingPlan(tables);
        GreedyPlan.fill(tables, plan);
        Desk desk = new Desk(tables, plan, effort, watch);
        desk.report(0);
        desk.search.run(Math.min(FIRST_MOVES, effort.moves()), FIRST_TEMPERATURE, desk::stop);
        desk.price(PriceSearch.firstPrices(tables, plan), 1);
        for (int round = 0; round < effort.rounds() && desk.worthMore(); round++) {
            desk.improve(ROUNDS[round % ROUNDS.length], round);
        }
        return desk.proposal();
    }

    @Override
    public PlanProposal replan(PlanningProblem problem, PlanProposal earlier, PlanningEffort effort, PlanningWatch watch) {
        if (earlier.plan().shifts() != problem.shifts().size() || earlier.prices().shifts() != problem.shifts().size()) {
            throw new IllegalArgumentException("the earlier proposal is for another list of shifts");
        }
        PlanningTables tables = new PlanningTables(problem);
        WorkingPlan plan = new WorkingPlan(tables);
        int[] before = takeOver(tables, plan, earlier.plan());
        GreedyPlan.fill(tables, plan);
        Desk desk = new Desk(tables, plan, effort, watch);
        desk.report(0);
        long[] prices = earlier.prices().scaled();
        for (int shift = 0; shift < tables.shifts; shift++) {
            if (tables.pairsOfShift[shift].length == 0) {
                prices[shift] = 0;
            }
        }
        desk.price(prices, MEND_PACE);
        for (int round = 0; round < effort.rounds() && desk.worthMore(); round++) {
            desk.improve(MEND, round);
        }
        desk.search.settle(before);
        return desk.proposal();
    }

    /** Puts what still may be into the plan; returns what the earlier plan had, also where it no longer fits. */
    private static int[] takeOver(PlanningTables tables, WorkingPlan plan, Plan earlier) {
        int[] before = new int[tables.shifts];
        for (int shift = 0; shift < tables.shifts; shift++) {
            int person = earlier.personOf(shift);
            if (person >= tables.people) {
                throw new IllegalArgumentException("the earlier proposal is for another list of people");
            }
            before[shift] = person == Plan.OPEN ? -1 : tables.pair(shift, person);
            if (before[shift] >= 0 && plan.fits(before[shift])) {
                plan.take(before[shift]);
            }
        }
        plan.commit();
        return before;
    }

    /**
     * @param fromPrices whether to begin with the weeks that people would choose, or with the best plan
     * @param hot first temperature
     * @param loss points by which a pair may be worse than the best and still be looked at
     * @param few pairs of each shift to look at in any case
     */
    private record Round(boolean fromPrices, double hot, int loss, int few) {
    }

    /** What one call works with. */
    private static final class Desk {
        private final PlanningTables tables;
        private final WorkingPlan plan;
        private final PlanningEffort effort;
        private final PlanningWatch watch;
        private final PlanSearch search;
        private PriceProof proof;
        private long[] prices;
        private long bound;
        private boolean stopped;
        private long reportedValue = Long.MIN_VALUE;
        private long reportedBound = Long.MAX_VALUE;

        Desk(PlanningTables tables, WorkingPlan plan, PlanningEffort effort, PlanningWatch watch) {
            this.tables = tables;
            this.plan = plan;
            this.effort = effort;
            this.watch = watch;
            search = new PlanSearch(tables, plan, effort.seed());
            bound = tables.everythingCovered();
        }

        void price(long[] start, double pace) {
            PriceSearch priceSearch = new PriceSearch(tables, start, pace);
            bound = Math.min(bound, priceSearch.bound());
            for (int step = 1; step <= effort.priceSteps() && !priceSearch.settled() && bound > search.bestValue() && !stop(); step++) {
                priceSearch.step(search.bestValue());
                bound = Math.min(bound, priceSearch.bound());
                if (step % BETWEEN_REPORTS == 0) {
                    report((double) step / effort.priceSteps() / (effort.rounds() + 1));
                }
            }
            prices = priceSearch.bestPrices();
            proof = new PriceProof(tables, prices);
            bound = Math.min(bound, proof.bound());
        }

        /** Whether another round may bring enough. */
        boolean worthMore() {
            return bound - search.bestValue() > bound / PlanningEffort.CLOSE && !stop();
        }

        void improve(Round round, int number) {
            search.lookAt(proof.near(search.bestValue(), round.loss(), round.few()));
            if (round.fromPrices()) {
                WorkingPlan chosen = new WorkingPlan(tables);
                proof.buildWeeks(chosen);
                GreedyPlan.fill(tables, chosen);
                plan.restore(chosen.snapshot());
                search.keep();
            } else {
                search.rewind();
            }
            double temperature = round.hot();
            double cooling = StrictMath.pow(COLD / temperature, 1.0 / COOLINGS);
            for (int i = 0; i < COOLINGS && bound > search.bestValue() && !stop(); i++) {
                search.run(effort.moves() / COOLINGS, temperature, this::stop);
                temperature *= cooling;
                report((number + 1 + (double) i / COOLINGS) / (effort.rounds() + 1));
            }
        }

        /** Once stopped, stopped for good. */
        boolean stop() {
            stopped = stopped || watch.stop();
            return stopped;
        }

        void report(double share) {
            if (search.bestValue() > reportedValue || bound < reportedBound) {
                reportedValue = search.bestValue();
                reportedBound = bound;
                watch.better(new PlanProgress(WorkingPlan.plan(tables, search.best()), reportedValue, bound, share));
            }
        }

        PlanProposal proposal() {
            report(1);
            return new PlanProposal(WorkingPlan.plan(tables, search.best()), search.bestValue(), bound, new ShiftPrices(prices), stopped);
        }
    }
}
