package nl.vliegwiel.bench;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryPoolMXBean;
import java.lang.management.MemoryType;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.OptionalInt;
import java.util.stream.IntStream;
import nl.vliegwiel.flexpool.domain.planning.Eligibility;
import nl.vliegwiel.flexpool.domain.planning.ExchangeFormat;
import nl.vliegwiel.flexpool.domain.planning.Pairing;
import nl.vliegwiel.flexpool.domain.planning.PlanCheck;
import nl.vliegwiel.flexpool.domain.planning.PlanDifference;
import nl.vliegwiel.flexpool.domain.planning.PlanProgress;
import nl.vliegwiel.flexpool.domain.planning.PlanProposal;
import nl.vliegwiel.flexpool.domain.planning.PlanningEffort;
import nl.vliegwiel.flexpool.domain.planning.PlanningProblem;
import nl.vliegwiel.flexpool.domain.planning.PlanningWatch;
import nl.vliegwiel.flexpool.domain.planning.PricedSearchEngine;
import nl.vliegwiel.flexpool.domain.planning.RandomWeek;

/**
 * The planner: one instance of the exchange format ({@code -Dplanner.instance=FILE -Dplanner.out=PLAN.csv}), or the four sizes of
 * the README ({@code -Dbench=planner}). The engine counts steps; {@code -Dplanner.seconds} (60) only ends what takes far too long,
 * and then the plan depends on the machine. Every plan is judged by {@link PlanCheck}.
 */
final class PlannerBench {
    private static final long SEED = 3;
    private static final int PINS = 20;

    private PlannerBench() {
    }

    /** One file in, one plan out. */
    static void one(Path instance) throws IOException {
        Run run = Run.of(ExchangeFormat.read(instance));
        String out = System.getProperty("planner.out");
        if (out != null) {
            Files.writeString(Path.of(out), run.csv);
        }
        System.out.printf(Locale.ROOT, "value %d%nbound %d%nvalue/bound %.4f %%%ncovered %d of %d%nseconds %.2f (processor %.2f, first plan after %.2f)%nrules %s%n",
            run.proposal.value(), run.proposal.bound(), 100 * run.proposal.quality(), run.proposal.plan().covered(), run.proposal.plan().shifts(),
            run.seconds, run.processor, run.first, run.verdict());
        if (run.proposal.stopped()) {
            System.out.println("stopped by the time limit; another machine may find another plan");
        }
    }

    private static List<ExchangeFormat> weeks() {
        return List.of(RandomWeek.of(500, 300, 45, SEED), RandomWeek.of(2000, 1500, 90, SEED), RandomWeek.of(300, 600, 40, SEED), RandomWeek.of(7000, 4000, 150, SEED));
    }

    /** The table of the README. */
    static void table() {
        System.out.println("| people × shifts | covered | value / bound | first plan | all | processor time | most heap | rules | twice the same |");
        System.out.println("|---|---|---|---|---|---|---|---|---|");
        for (ExchangeFormat week : weeks()) {
            Run run = Run.of(week);
            boolean same = run.proposal.plan().equals(Run.of(week).proposal.plan());
            System.out.printf(Locale.ROOT, "| %s | %d | %.4f %% | %.2f s | %.2f s | %.2f s | %d MB | %s | %s |%n", week.root().get("name").asText().replace("x", " × "),
                run.proposal.plan().covered(), 100 * run.proposal.quality(), run.first, run.seconds, run.processor, run.heap >> 20, run.verdict(), same ? "yes" : "no");
        }
    }

    /** Planning again with a pin: of so many shifts in turn, each goes to somebody else who may do it. */
    static void again() {
        System.out.println("| people × shifts | plan again with a pin, median | slowest | slowest, processor time | least value / bound | shifts moved, median | twice the same |");
        System.out.println("|---|---|---|---|---|---|---|");
        var threads = ManagementFactory.getThreadMXBean();
        for (ExchangeFormat week : weeks()) {
            PricedSearchEngine engine = new PricedSearchEngine();
            PlanningProblem problem = week.problem();
            PlanProposal first = engine.plan(problem, PlanningEffort.full(problem), PlanningWatch.NONE);
            Eligibility may = new Eligibility(problem);
            List<Double> seconds = new ArrayList<>();
            List<Integer> moved = new ArrayList<>();
            double processor = 0;
            double least = 1;
            boolean same = true;
            for (int shift = 0; shift < problem.shifts().size() && seconds.size() < PINS; shift += Math.max(1, problem.shifts().size() / (PINS + PINS / 2))) {
                int of = shift;
                OptionalInt other = IntStream.range(0, problem.people().size()).filter(person -> person != first.plan().personOf(of) && may.failing(of, person).isEmpty()).findFirst();
                if (other.isEmpty()) {
                    continue;
                }
                PlanningProblem pinned = problem.pin(new Pairing(shift, other.getAsInt()));
                long busy = threads.getCurrentThreadCpuTime();
                long begin = System.nanoTime();
                PlanProposal again = engine.replan(pinned, first, PlanningEffort.mend(), PlanningWatch.NONE);
                seconds.add((System.nanoTime() - begin) / 1e9);
                processor = Math.max(processor, (threads.getCurrentThreadCpuTime() - busy) / 1e9);
                least = Math.min(least, again.quality());
                moved.add(PlanDifference.between(first, again).moves().size());
                same &= seconds.size() > 1 || again.plan().equals(engine.replan(pinned, first, PlanningEffort.mend(), PlanningWatch.NONE).plan());
            }
            Collections.sort(seconds);
            Collections.sort(moved);
            System.out.printf(Locale.ROOT, "| %s | %.2f s | %.2f s | %.2f s | %.4f %% | %d | %s |%n", week.root().get("name").asText().replace("x", " × "), seconds.get(seconds.size() / 2),
                seconds.get(seconds.size() - 1), processor, 100 * least, moved.get(moved.size() / 2), same ? "yes" : "no");
        }
    }

    private record Run(PlanProposal proposal, String csv, double first, double seconds, double processor, long heap, PlanCheck check) {
        static Run of(ExchangeFormat week) {
            System.gc();
            heapPools().forEach(MemoryPoolMXBean::resetPeakUsage);
            long limit = (long) (Double.parseDouble(System.getProperty("planner.seconds", "60")) * 1e9);
            var threads = ManagementFactory.getThreadMXBean();
            long processor = threads.getCurrentThreadCpuTime();
            long begin = System.nanoTime();
            double[] first = {0};
            PlanProposal proposal = new PricedSearchEngine().plan(week.problem(), PlanningEffort.full(week.problem()), new PlanningWatch() {
                @Override
                public boolean stop() {
                    return System.nanoTime() - begin > limit;
                }

                @Override
                public void better(PlanProgress progress) {
                    if (first[0] == 0) {
                        first[0] = (System.nanoTime() - begin) / 1e9;
                    }
                }
            });
            double seconds = (System.nanoTime() - begin) / 1e9;
            double cpu = (threads.getCurrentThreadCpuTime() - processor) / 1e9;
            long heap = heapPools().stream().mapToLong(pool -> pool.getPeakUsage().getUsed()).sum();
            String csv = week.csv(proposal.plan());
            return new Run(proposal, csv, first[0], seconds, cpu, heap, PlanCheck.of(week.root(), csv));
        }

        String verdict() {
            if (!check.faults().isEmpty()) {
                return "broken: " + check.faults().get(0);
            }
            return check.value() == proposal.value() ? "kept" : "kept, but worth " + check.value();
        }

        private static List<MemoryPoolMXBean> heapPools() {
            return ManagementFactory.getMemoryPoolMXBeans().stream().filter(pool -> pool.getType() == MemoryType.HEAP).toList();
        }
    }
}
