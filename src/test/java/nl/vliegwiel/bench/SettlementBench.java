package nl.vliegwiel.bench;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;
import nl.vliegwiel.demo.DemoData;
import nl.vliegwiel.flexpool.boundary.HealthFigures;
import nl.vliegwiel.flexpool.boundary.HealthPolicy;
import nl.vliegwiel.flexpool.boundary.HealthReport.Scope;
import nl.vliegwiel.flexpool.boundary.HealthService;
import nl.vliegwiel.flexpool.boundary.Settling;
import nl.vliegwiel.flexpool.domain.settlement.Quarter;
import nl.vliegwiel.flexpool.persistence.HealthQueries;
import nl.vliegwiel.flexpool.persistence.RateQueries;
import nl.vliegwiel.flexpool.persistence.SettlementQueries;
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

/** A quarter of 20,000 placements as every library settles it, and the figures of the pool, each on a real PostgreSQL and without HTTP. */
final class SettlementBench {
    private static final int PLACEMENTS = 20_000;
    private static final int ASKED = 300;
    private static final double MILLI = 1e6;
    private static final double SECOND = 1e9;

    private static final String WORK = """
        create temporary table lib as select id, row_number() over (order by id) - 1 as n, (select b.id from branch b where b.organisation_id = o.id order by b.id limit 1) as branch
          from organisation o where kind = 'LIBRARY' and exists (select from branch b where b.organisation_id = o.id);
        create temporary table worker as select e.person_id, e.organisation_id, row_number() over (order by e.person_id) - 1 as n from employment e
          where e.ends_on is null order by e.person_id limit %1$d / 10;
        create temporary table loan as
          select uuidv7() as id, w.person_id, w.organisation_id as lender, l.id as borrower, timestamptz '%2$s 09:00Z' + make_interval(days => (7 * k + w.n %% 5)::int) as starts
            from worker w cross join generate_series(0, 9) k join lib l on l.n = (w.n * 7 + k * 13) %% (select count(*) from lib) where l.id <> w.organisation_id;
        insert into staff_request (id, organisation_id, branch_id, title, description, purpose, status, circles, created_by, created_at, published_at)
          select uuidv7(), l.id, l.branch, 'Kwartaal', '', 'CAPACITY', 'DONE', '{COUNTRY}', (select person_id from worker limit 1), now(), now() from lib l;
        insert into shift (id, request_id, starts_at, ends_at, headcount, break_minutes)
          select uuidv7(), r.id, d.starts, d.starts + interval '5 hours', 99, 30 from (select distinct borrower, starts from loan) d
            join staff_request r on r.organisation_id = d.borrower and r.title = 'Kwartaal';
        insert into placement (id, request_id, shift_id, employee_id, lender_id, borrower_id, starts_at, ends_at, break_minutes, state, waadi_ground, vat_ground, created_by, created_at, changed_at)
          select n.id, r.id, s.id, n.person_id, n.lender, n.borrower, n.starts, n.starts + interval '5 hours', 30, 'HOURS_CLOSED', 'COLLEGIAL_NON_PROFIT', 'STANDARD', n.person_id, now(), now()
            from loan n join staff_request r on r.organisation_id = n.borrower and r.title = 'Kwartaal' join shift s on s.request_id = r.id and s.starts_at = n.starts;
        insert into agreement (placement_id, text_version, clause_version, content, created_at)
          select id, 1, '1', '{"money": {"rateCents": 3450, "roadMetres": 41300}}', now() from loan;
        insert into timesheet (placement_id, version, employee_id, state, entry, starts_at, ends_at, break_minutes, travel_minutes, approved_entry, changed_at)
          select id, 4, person_id, 'APPROVED', 1, starts, starts + interval '5 hours', 30, 40, 1, now() from loan;
        insert into timesheet_entry (placement_id, number, starts_at, ends_at, break_minutes, travel_minutes, entered_by, entered_at)
          select id, 1, starts, starts + interval '5 hours', 30, 40, person_id, now() from loan;
        analyze""";

    private SettlementBench() {
    }

    static void run(Set<String> wanted) throws SQLException {
        PostgresServer server = new PostgresServer(Layout.fromProperties("target/bench"), Ports.free().postgres());
        server.start();
        try {
            if (wanted.contains("settlement")) {
                settle(server);
            }
            if (wanted.contains("health")) {
                health(server);
            }
        } finally {
            server.stop();
        }
    }

    private static Jdbi jdbi(Connection connection) throws SQLException {
        connection.setAutoCommit(false);
        return Jdbi.create(connection).installPlugin(new PostgresPlugin());
    }

    private static void load(PostgresServer server, String database, String size) throws SQLException {
        server.createDatabase(database);
        server.migrate(database);
        try (Connection owner = server.connect(database, PostgresServer.OWNER)) {
            owner.setAutoCommit(false);
            DemoData.load(owner, size);
            owner.commit();
        }
    }

    private static void settle(PostgresServer server) throws SQLException {
        String database = "settlement" + ProcessHandle.current().pid();
        load(server, database, "national");
        Quarter quarter = new Quarter(LocalDate.now(ZoneOffset.UTC).withDayOfYear(1).minusYears(1));
        try (Connection owner = server.connect(database, PostgresServer.OWNER); var statement = owner.createStatement()) {
            statement.execute(WORK.formatted(PLACEMENTS + PLACEMENTS / 20, quarter.start().plusDays(4)));
        }
        try (Connection connection = server.connect(database, PostgresServer.APP)) {
            Jdbi jdbi = jdbi(connection);
            SettlementQueries queries = new SettlementQueries(jdbi);
            Settling settling = new Settling(queries, new RateQueries(jdbi));
            List<UUID> libraries = jdbi.withHandle(handle -> handle.createQuery("select id from organisation where kind = 'LIBRARY' order by id").mapTo(UUID.class).list());
            Instant now = Instant.now();
            List<UUID> drafts = new ArrayList<>();
            double run = timed(() -> {
                for (UUID library : libraries) {
                    drafts.addAll(settling.run(library, null, quarter, false, now));
                    connection.commit();
                }
            });
            double again = timed(() -> {
                for (UUID library : libraries) {
                    settling.run(library, null, quarter, false, now);
                    connection.commit();
                }
            });
            long lines = jdbi.withHandle(handle -> handle.createQuery("select count(*) from settlement_line l join settlement s on s.id = l.settlement_id where s.quarter_start = :quarter")
                .bind("quarter", quarter.start()).mapTo(Long.class).one());
            List<UUID> pairs = drafts.stream().distinct().toList();
            double sent = timed(() -> {
                for (UUID draft : pairs) {
                    settling.send(draft, now);
                    connection.commit();
                }
            });
            System.out.printf(Locale.ROOT, "%n| Quarter of %,d placements, %d libraries, %,d pairs | Time |%n|---|---|%n| every library runs it | %.1f s |%n| every library runs it again, nothing new | %.1f s |%n"
                + "| every pair is sent, with invoices | %.1f s |%n", lines, libraries.size(), pairs.size(), run, again, sent);
        }
    }

    private interface Work {
        void doIt() throws SQLException;
    }

    private static double timed(Work work) throws SQLException {
        long start = System.nanoTime();
        work.doIt();
        return (System.nanoTime() - start) / SECOND;
    }

    /** Reads everything: the keeper of the network. */
    private static final class Keeper extends CurrentActor {
        private Actor actor;

        @Override
        public Actor get() {
            return actor;
        }
    }

    private static void health(PostgresServer server) throws SQLException {
        String database = "health" + ProcessHandle.current().pid();
        load(server, database, "stress");
        try (Connection connection = server.connect(database, PostgresServer.APP)) {
            Jdbi jdbi = jdbi(connection);
            HealthQueries queries = new HealthQueries(jdbi);
            Keeper keeper = new Keeper();
            HealthService service = new HealthService(queries, new HealthPolicy(), keeper, Clock.systemUTC());
            double made = timed(() -> {
                // The demo data made them just now
                new HealthFigures(queries, Clock.offset(Clock.systemUTC(), Duration.ofHours(2))).refresh();
                connection.commit();
            });
            System.out.printf(Locale.ROOT, "%n| Figures of the pool, stress data | p50 | p95 | p99 |%n|---|---|---|---|%n| the job makes all figures | %.1f s | | |%n", made);
            List<UUID> libraries = jdbi.withHandle(handle -> handle.createQuery("select id from organisation where kind = 'LIBRARY' and poi_id is not null order by id").mapTo(UUID.class).list());
            for (Scope scope : Scope.values()) {
                double[] taken = new double[ASKED];
                for (int i = -50; i < ASKED; i++) {
                    UUID library = libraries.get(Math.floorMod(i, libraries.size()));
                    keeper.actor = new Actor(library, "Bench", Texts.DUTCH, Set.of(new Grant(Role.ADMIN, library)), Set.of(), library);
                    long start = System.nanoTime();
                    service.report(scope, null);
                    connection.commit();
                    if (i >= 0) {
                        taken[i] = (System.nanoTime() - start) / MILLI;
                    }
                }
                Arrays.sort(taken);
                System.out.printf(Locale.ROOT, "| %s | %.1f ms | %.1f ms | %.1f ms |%n", scope.name().toLowerCase(Locale.ROOT), taken[ASKED / 2], taken[ASKED * 95 / 100], taken[ASKED * 99 / 100]);
            }
        }
    }
}
