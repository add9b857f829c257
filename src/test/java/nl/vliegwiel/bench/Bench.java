package nl.vliegwiel.bench;

import java.nio.file.Path;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * Measures what the README states: {@code mvn -Pbench}, or some sections only with {@code -Dbench=ranking,pages}. Prints
 * tables for the README; nothing fails on a figure, since the machine decides. {@code -Dplanner.instance=FILE} plans that one week
 * instead, see {@link PlannerBench}.
 */
public final class Bench {
    private static final Set<String> SECTIONS = new LinkedHashSet<>(List.of("planner", "ranking", "escalation", "start", "pages", "import", "settlement", "health", "forum"));

    private Bench() {
    }

    public static void main(String[] args) throws Exception {
        String instance = System.getProperty("planner.instance");
        if (instance != null) {
            PlannerBench.one(Path.of(instance));
            System.exit(0);
        }
        List<String> wanted = List.of(System.getProperty("bench", String.join(",", SECTIONS)).split(","));
        for (String section : wanted) {
            if (!SECTIONS.contains(section)) {
                throw new IllegalArgumentException("Unknown section " + section + "; there are " + SECTIONS);
            }
        }
        System.out.printf("Java %s, %d processors, load %.1f at the start%n", Runtime.version(), Runtime.getRuntime().availableProcessors(),
            java.lang.management.ManagementFactory.getOperatingSystemMXBean().getSystemLoadAverage());
        if (wanted.contains("planner")) {
            PlannerBench.table();
            PlannerBench.again();
        }
        if (wanted.contains("ranking")) {
            RankingBench.run();
        }
        if (wanted.contains("escalation")) {
            EscalationBench.run();
        }
        Set<String> application = new LinkedHashSet<>(wanted);
        if (wanted.contains("settlement") || wanted.contains("health")) {
            SettlementBench.run(Set.copyOf(wanted));
        }
        if (wanted.contains("forum")) {
            ForumBench.run();
        }
        application.removeAll(List.of("planner", "ranking", "escalation", "settlement", "health", "forum"));
        if (!application.isEmpty()) {
            ApplicationBench.run(application);
        }
        System.exit(0);
    }
}
