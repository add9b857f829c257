package nl.vliegwiel.bench;

import java.io.IOException;
import java.io.InputStream;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import nl.vliegwiel.flexpool.boundary.CandidateList;
import nl.vliegwiel.flexpool.boundary.CandidatePolicy;
import nl.vliegwiel.flexpool.boundary.CandidateRefs;
import nl.vliegwiel.flexpool.boundary.CandidateService;
import nl.vliegwiel.flexpool.boundary.CandidateService.Wanted;
import nl.vliegwiel.flexpool.boundary.Ranking;
import nl.vliegwiel.flexpool.boundary.RequestPolicy;
import nl.vliegwiel.flexpool.persistence.RankingLogQueries;
import nl.vliegwiel.flexpool.persistence.RankingQueries;
import nl.vliegwiel.flexpool.persistence.RequestQueries;
import nl.vliegwiel.flexpool.persistence.WorkingTimeQueries;
import nl.vliegwiel.platform.actor.Actor;
import nl.vliegwiel.platform.actor.CurrentActor;
import nl.vliegwiel.platform.actor.Grant;
import nl.vliegwiel.platform.actor.Role;
import nl.vliegwiel.platform.text.Texts;
import nl.vliegwiel.run.Layout;
import nl.vliegwiel.run.Ports;
import nl.vliegwiel.run.PostgresServer;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.postgres.PostgresPlugin;

/**
 * The ranking as a page or a script asks it: from the request's id to the cards with reasons, through the boundary and
 * a real PostgreSQL, each in a transaction of its own. Without HTTP.
 */
final class RankingBench {
    private static final int CARDS = 20;
    private static final int WARM_UP = 1_000;
    private static final int MEASURED = 500;
    private static final double MILLI = 1e6;

    private final Connection connection;
    private final CandidateService service;
    private final RankingActor actor = new RankingActor();
    private final long backend;

    private RankingBench(Connection connection) throws SQLException {
        this.connection = connection;
        Jdbi jdbi = Jdbi.create(connection).installPlugin(new PostgresPlugin());
        RankingQueries queries = new RankingQueries(jdbi);
        service = new CandidateService(new Ranking(queries, new WorkingTimeQueries(jdbi)), queries, new RequestQueries(), new RequestPolicy(), new CandidatePolicy(),
            new CandidateRefs(Optional.of("a key of the measurements, 32 signs or more")), actor,
            new RankingLogQueries(jdbi), Clock.systemUTC());
        this.backend = jdbi.withHandle(handle -> handle.createQuery("select pg_backend_pid()").mapTo(Long.class).one());
        connection.commit();
    }

    /** The HR manager of whatever library asks. */
    private static final class RankingActor extends CurrentActor {
        private Actor actor;

        @Override
        public Actor get() {
            return actor;
        }
    }

    private record Asked(UUID request, UUID shift, UUID library) {
    }

    static void run() throws SQLException, IOException {
        PostgresServer server = new PostgresServer(Layout.fromProperties("target/bench"), Ports.free().postgres());
        server.start();
        try {
            System.out.printf(Locale.ROOT, "%n| Employees | What | p50 | p95 | p99 | CPU per query, Java + PostgreSQL |%n|---|---|---|---|---|---|%n");
            for (String people : System.getProperty("bench.people", "8000,100000").split(",")) {
                measure(server, Integer.parseInt(people));
            }
        } finally {
            server.stop();
        }
    }

    private static void measure(PostgresServer server, int people) throws SQLException, IOException {
        String database = "bench" + people;
        server.createDatabase(database);
        server.migrate(database);
        try (Connection owner = server.connect(database, PostgresServer.OWNER); var statement = owner.createStatement();
                var rows = statement.executeQuery("select count(*) from pool_member")) {
            rows.next();
            if (rows.getInt(1) == 0) {
                fill(server, database, people);
            }
        }
        try (Connection connection = server.connect(database, PostgresServer.APP)) {
            connection.setAutoCommit(false);
            new RankingBench(connection).measure(people);
        }
    }

    private static void fill(PostgresServer server, String database, int people) throws SQLException, IOException {
        try (InputStream script = RankingBench.class.getResourceAsStream("/bench/ranking-data.sql"); Connection owner = server.connect(database, PostgresServer.OWNER);
                var statement = owner.createStatement()) {
            statement.execute(new String(script.readAllBytes(), StandardCharsets.UTF_8).replace("${people}", String.valueOf(people)));
            long start = System.nanoTime();
            statement.execute("select refresh_search_rows()");
            statement.execute("vacuum analyze flexpool_search_row");
            System.out.printf(Locale.ROOT, "| %,d | all search rows made anew | %.1f s | | | |%n", people, (System.nanoTime() - start) / 1e9);
        }
    }

    private void measure(int people) throws SQLException {
        List<Asked> asked = asked();
        long start = System.nanoTime();
        rank(asked.get(0), null, false);
        print(people, "first answer of a node, which takes over all rows", new double[] {(System.nanoTime() - start) / MILLI}, 0, 0);
        for (int i = 0; i < WARM_UP; i++) {
            rank(asked.get(i % asked.size()), null, false);
        }
        List<String> someone = new ArrayList<>();
        int[] found = new int[1];
        time(people, "top " + CARDS + " with reasons", asked, one -> {
            CandidateList list = rank(one, null, false);
            found[0] += list.items().size();
            if (!list.items().isEmpty()) {
                someone.add(list.items().get(list.items().size() - 1).candidateRef());
            } else {
                someone.add(null);
            }
        });
        for (int i = 0; i < MEASURED / 5; i++) {
            explain(asked.get(i), someone.get(i));
            rank(asked.get(i), null, true);
        }
        int[] next = new int[1];
        time(people, "top " + CARDS + " and why (not) one person", asked, one -> explain(one, someone.get(next[0]++)));
        time(people, "top " + CARDS + " and the funnel", asked, one -> rank(one, null, true));
        System.out.printf(Locale.ROOT, "| %,d | cards per answer, mean | %.1f | | | |%n", people, (double) found[0] / MEASURED);
    }

    private interface Query {
        void ask(Asked one) throws SQLException;
    }

    private void time(int people, String what, List<Asked> asked, Query query) throws SQLException {
        double[] taken = new double[MEASURED];
        long java = ManagementFactory.getThreadMXBean().getThreadCpuTime(Thread.currentThread().getId());
        long postgres = backendCpu();
        for (int i = 0; i < MEASURED; i++) {
            long start = System.nanoTime();
            query.ask(asked.get(i));
            taken[i] = (System.nanoTime() - start) / MILLI;
        }
        print(people, what, taken, (ManagementFactory.getThreadMXBean().getThreadCpuTime(Thread.currentThread().getId()) - java) / MILLI / MEASURED,
            (backendCpu() - postgres) / MILLI / MEASURED);
    }

    private long backendCpu() {
        return ProcessHandle.of(backend).flatMap(process -> process.info().totalCpuDuration()).map(cpu -> cpu.toNanos()).orElse(0L);
    }

    private static void print(int people, String what, double[] taken, double java, double postgres) {
        Arrays.sort(taken);
        System.out.printf(Locale.ROOT, "| %,d | %s | %.1f ms | %.1f ms | %.1f ms | %.1f + %.1f ms |%n", people, what, at(taken, 0.5), at(taken, 0.95),
            at(taken, 0.99), java, postgres);
    }

    private static double at(double[] sorted, double share) {
        return sorted[Math.min(sorted.length - 1, (int) Math.ceil(share * sorted.length) - 1)];
    }

    private List<Asked> asked() throws SQLException {
        List<Asked> asked = new ArrayList<>();
        try (var statement = connection.createStatement(); var rows = statement.executeQuery(
                "select r.id, s.id, r.organisation_id from staff_request r join shift s on s.request_id = r.id order by r.id limit " + MEASURED)) {
            while (rows.next()) {
                asked.add(new Asked(rows.getObject(1, UUID.class), rows.getObject(2, UUID.class), rows.getObject(3, UUID.class)));
            }
        }
        connection.commit();
        return asked;
    }

    private void explain(Asked one, String candidateRef) throws SQLException {
        rank(one, candidateRef, false);
    }

    private CandidateList rank(Asked one, String explain, boolean funnel) throws SQLException {
        actor.actor = new Actor(one.library(), "Bench", Texts.DUTCH, Set.of(new Grant(Role.HR_MANAGER, one.library())), Set.of(), one.library());
        CandidateList list = service.candidates(new Wanted(one.request(), one.shift(), CARDS, null, explain, funnel, Texts.DUTCH));
        connection.commit();
        return list;
    }
}
