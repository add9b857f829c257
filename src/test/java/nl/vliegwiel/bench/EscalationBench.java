package nl.vliegwiel.bench;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.event.Event;
import jakarta.enterprise.event.NotificationOptions;
import jakarta.enterprise.util.TypeLiteral;
import java.io.IOException;
import java.io.InputStream;
import java.lang.annotation.Annotation;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Collectors;
import nl.vliegwiel.flexpool.PeopleFit;
import nl.vliegwiel.flexpool.boundary.Escalation;
import nl.vliegwiel.flexpool.boundary.Ranking;
import nl.vliegwiel.flexpool.persistence.RankingQueries;
import nl.vliegwiel.flexpool.persistence.ReachQueries;
import nl.vliegwiel.flexpool.persistence.WorkingTimeQueries;
import nl.vliegwiel.platform.audit.Audit;
import nl.vliegwiel.platform.persistence.Ids;
import nl.vliegwiel.run.Layout;
import nl.vliegwiel.run.Ports;
import nl.vliegwiel.run.PostgresServer;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.postgres.PostgresPlugin;

/**
 * The job that lets requests reach further, on a real PostgreSQL: 10,000 open requests that are all due, each with a
 * circle to open and people to be told, by one node and by two. Notices and messages are counted afterwards.
 */
final class EscalationBench {
    private static final int PEOPLE = 8_000;
    private static final int MOST_PER_DAY = 3;
    private static final Instant NOW = Instant.parse("2026-11-24T10:00:00Z");
    private static final ObjectMapper JSON = new ObjectMapper();

    /** Neighbours are open for two days, the region opens now; shifts and skills as those that the ranking is measured with. */
    private static final String REQUESTS = """
        insert into staff_request (id, organisation_id, branch_id, title, purpose, status, circles, opened, created_by, created_at, published_at)
        select md5('due' || i)::uuid, r.organisation_id, r.branch_id, 'Oproep ' || i, 'CAPACITY', 'PUBLISHED', '{NEIGHBOURS,REGION,COUNTRY}', '{NEIGHBOURS}',
               r.created_by, timestamptz '2026-11-20', timestamptz '2026-11-20'
          from generate_series(1, 10000) i join staff_request r on r.id = md5('request' || (1 + i % 2000))::uuid;
        insert into staff_request_skill (request_id, skill_id, min_level, required)
        select md5('due' || i)::uuid, s.skill_id, s.min_level, s.required
          from generate_series(1, 10000) i join staff_request_skill s on s.request_id = md5('request' || (1 + i % 2000))::uuid;
        insert into shift (id, request_id, starts_at, ends_at, headcount, break_minutes)
        select md5('dueshift' || i)::uuid, md5('due' || i)::uuid, s.starts_at + interval '3 weeks', s.ends_at + interval '3 weeks', 1 + i % 3, s.break_minutes
          from generate_series(1, 10000) i join shift s on s.request_id = md5('request' || (1 + i % 2000))::uuid;
        insert into request_circle (request_id, circle, position, opens_at, opened_at)
        select md5('due' || i)::uuid, c.circle, c.position, timestamptz '2026-11-22' + c.position * interval '1 day' + interval '9 hours',
               case when c.position = 0 then timestamptz '2026-11-20' end
          from generate_series(1, 10000) i cross join (values ('NEIGHBOURS', 0), ('REGION', 1), ('COUNTRY', 5)) c (circle, position);
        insert into request_reach (request_id, next_at, batch_at)
        select md5('due' || i)::uuid, timestamptz '2026-11-23 09:00Z', timestamptz '2026-11-23 09:00Z' from generate_series(1, 10000) i;
        analyze staff_request; analyze shift; analyze staff_request_skill; analyze request_circle; analyze request_reach""";

    private static final String AGAIN = """
        delete from request_notice; delete from notice_day; delete from outbox;
        update request_circle set opened_at = null where circle = 'REGION';
        update staff_request set opened = '{NEIGHBOURS}' where opened is not null;
        update request_reach set next_at = timestamptz '2026-11-23 09:00Z', batch_at = timestamptz '2026-11-23 09:00Z'""";

    private EscalationBench() {
    }

    static void run() throws Exception {
        PostgresServer server = new PostgresServer(Layout.fromProperties("target/bench"), Ports.free().postgres());
        server.start();
        try {
            String database = "escalation";
            server.createDatabase(database);
            server.migrate(database);
            fill(server, database);
            System.out.printf(Locale.ROOT, "%n| 10,000 requests due, %,d people | Took | Circles opened | Notices | Messages | Most for one person |%n|---|---|---|---|---|---|%n", PEOPLE);
            measure(server, database, "one node, cold Java", 1);
            measure(server, database, "one node", 1);
            measure(server, database, "two nodes", 2);
        } finally {
            server.stop();
        }
    }

    private static void fill(PostgresServer server, String database) throws SQLException, IOException {
        try (InputStream script = EscalationBench.class.getResourceAsStream("/bench/ranking-data.sql"); Connection owner = server.connect(database, PostgresServer.OWNER);
                var statement = owner.createStatement()) {
            try (var rows = statement.executeQuery("select count(*) from request_reach")) {
                rows.next();
                if (rows.getInt(1) > 0) {
                    return;
                }
            }
            statement.execute(new String(script.readAllBytes(), StandardCharsets.UTF_8).replace("${people}", String.valueOf(PEOPLE)));
            statement.execute("select refresh_search_rows()");
            statement.execute(REQUESTS);
        }
    }

    private static void measure(PostgresServer server, String database, String what, int nodes) throws Exception {
        execute(server, database, AGAIN);
        ExecutorService threads = Executors.newFixedThreadPool(nodes);
        List<Connection> connections = new ArrayList<>();
        try {
            List<Callable<Integer>> work = new ArrayList<>();
            for (int i = 0; i < nodes; i++) {
                Connection connection = server.connect(database, PostgresServer.APP);
                connection.setAutoCommit(false);
                connections.add(connection);
                work.add(node(connection));
            }
            long start = System.nanoTime();
            for (Future<Integer> done : threads.invokeAll(work)) {
                done.get();
            }
            double seconds = (System.nanoTime() - start) / 1e9;
            System.out.printf(Locale.ROOT, "| %s | %.1f s | %,d | %,d | %,d | %d |%n", what, seconds,
                number(server, database, "select count(*) from request_circle where circle = 'REGION' and opened_at is not null"),
                number(server, database, "select count(*) from request_notice"), number(server, database, "select count(*) from outbox"),
                number(server, database, "select max(n) from (select count(*) as n from request_notice group by person_id) each"));
        } finally {
            threads.shutdown();
            for (Connection connection : connections) {
                connection.close();
            }
        }
    }

    /** A node with a memory of its own: reading all search rows is part of its time. */
    private static Callable<Integer> node(Connection connection) {
        Jdbi jdbi = Jdbi.create(connection).installPlugin(new PostgresPlugin());
        Clock clock = Clock.fixed(NOW, ZoneOffset.UTC);
        RankingQueries rankings = new RankingQueries(jdbi);
        Ranking ranking = new Ranking(rankings, new WorkingTimeQueries(jdbi));
        Escalation escalation = new Escalation(new ReachQueries(jdbi), rankings, ranking, new Audit(jdbi, clock), clock, new IntoOutbox(jdbi, clock), MOST_PER_DAY);
        return () -> {
            int all = 0;
            int portion;
            do {
                ranking.warmUp();
                connection.commit();
                portion = escalation.portion();
                connection.commit();
                all += portion;
            } while (portion > 0);
            return all;
        };
    }

    private static void execute(PostgresServer server, String database, String statements) throws SQLException {
        try (Connection owner = server.connect(database, PostgresServer.OWNER); var statement = owner.createStatement()) {
            statement.execute(statements);
            statement.execute("vacuum analyze request_reach");
        }
    }

    private static long number(PostgresServer server, String database, String query) throws SQLException {
        try (Connection owner = server.connect(database, PostgresServer.OWNER); var statement = owner.createStatement(); var rows = statement.executeQuery(query)) {
            rows.next();
            return rows.getLong(1);
        }
    }

    /** What the observer within the application does with the event. */
    private record IntoOutbox(Jdbi jdbi, Clock clock) implements Event<PeopleFit> {
        @Override
        public void fire(PeopleFit event) {
            jdbi.useHandle(handle -> handle.createUpdate("""
                    insert into outbox (id, kind, person_id, payload, created_at, next_at)
                    select t.id, 'REQUEST_FITS', t.person, cast(t.payload as jsonb), :now, :now from unnest(:ids, :people, :payloads) as t (id, person, payload)""")
                .bind("now", clock.instant().atOffset(ZoneOffset.UTC)).bindArray("ids", UUID.class, event.fits().stream().map(one -> Ids.next()).toArray())
                .bindArray("people", UUID.class, event.fits().stream().map(PeopleFit.Fit::personId).toArray())
                .bindArray("payloads", String.class, event.fits().stream().map(IntoOutbox::payload).toArray()).execute());
        }

        private static String payload(PeopleFit.Fit fit) {
            try {
                return JSON.writeValueAsString(Map.of("call", fit.requestId().toString(), "shifts",
                    fit.shiftIds().stream().map(UUID::toString).collect(Collectors.joining(","))));
            } catch (JsonProcessingException e) {
                throw new IllegalStateException(e);
            }
        }

        @Override
        public <U extends PeopleFit> CompletionStage<U> fireAsync(U event) {
            throw new UnsupportedOperationException();
        }

        @Override
        public <U extends PeopleFit> CompletionStage<U> fireAsync(U event, NotificationOptions options) {
            throw new UnsupportedOperationException();
        }

        @Override
        public Event<PeopleFit> select(Annotation... qualifiers) {
            return this;
        }

        @Override
        public <U extends PeopleFit> Event<U> select(Class<U> subtype, Annotation... qualifiers) {
            throw new UnsupportedOperationException();
        }

        @Override
        public <U extends PeopleFit> Event<U> select(TypeLiteral<U> subtype, Annotation... qualifiers) {
            throw new UnsupportedOperationException();
        }
    }
}
