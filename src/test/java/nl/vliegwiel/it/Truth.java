package nl.vliegwiel.it;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import java.util.stream.Collectors;

/** What the tables say, read past the application. */
public final class Truth {
    /** Counters and memories of calls, which every call may change; jobs of the application write the others by themselves. */
    private static final Set<String> NOT_COUNTED = Set.of("call_count", "idempotent_answer", "sign_in", "sign_in_attempt", "retention_run", "flyway_schema_history",
        "request_reach", "request_circle", "request_notice", "notice_day", "health_month", "health_flow", "health_refresh", "loan_reminder", "unsubscribe_link",
        "release_escalation", "induction_reminder", "topic_route", "topic_route_step");
    /** Without what jobs did by themselves meanwhile. */
    private static final Map<String, String> WITHOUT_JOBS = Map.of("audit_entry", "count(actor_id)",
        "outbox", "count(*) filter (where kind not in ('REQUEST_FITS', 'LOAN_REMINDER', 'DIGEST', 'FORUM_WAITS'))");
    private static final Duration POLL = Duration.ofMillis(50);

    private static Connection connection;
    private static String counting;

    private Truth() {
    }

    /** Runs a change as the owner of the tables. */
    public static int change(String statement, Object... values) {
        return asked(owner -> {
            try (PreparedStatement prepared = prepared(owner, statement, values)) {
                return prepared.executeUpdate();
            }
        });
    }

    /** First column of the only row. */
    public static long number(String query, Object... values) {
        return Long.parseLong(texts(query, values).get(0));
    }

    /** First column of all rows. */
    public static List<String> texts(String query, Object... values) {
        return asked(owner -> {
            List<String> found = new ArrayList<>();
            try (PreparedStatement prepared = prepared(owner, query, values); ResultSet rows = prepared.executeQuery()) {
                while (rows.next()) {
                    found.add(rows.getString(1));
                }
            }
            return found;
        });
    }

    @FunctionalInterface
    private interface Asking<T> {
        T of(Connection owner) throws SQLException;
    }

    /** Over one connection for all, for to sign in costs more than most questions; another one where a test ended the database. */
    private static synchronized <T> T asked(Asking<T> question) {
        try {
            if (connection == null || !connection.isValid(1)) {
                connection = TestServers.get().servers().connectAsOwner();
            }
            return question.of(connection);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private static PreparedStatement prepared(Connection owner, String statement, Object... values) throws SQLException {
        PreparedStatement prepared = owner.prepareStatement(statement);
        for (int i = 0; i < values.length; i++) {
            prepared.setObject(i + 1, values[i]);
        }
        return prepared;
    }

    /** How many rows every table has, so that a test can say that nothing was stored. */
    public static Map<String, Long> rows() {
        if (counting == null) {
            counting = texts("select tablename from pg_tables where schemaname = 'public' order by tablename").stream().filter(table -> !NOT_COUNTED.contains(table))
                .map(table -> "select '" + table + " ' || " + WITHOUT_JOBS.getOrDefault(table, "count(*)") + " from " + table).collect(Collectors.joining(" union all "));
        }
        Map<String, Long> counts = new TreeMap<>();
        for (String line : texts(counting)) {
            String[] parts = line.split(" ");
            counts.put(parts[0], Long.valueOf(parts[1]));
        }
        return counts;
    }

    /** Gives all callers their calls of this minute back: tests call faster than scripts may. */
    public static void forgetCalls() {
        change("delete from call_count");
    }

    /** Remembers what a library set in this table with one row for each. @return puts it back */
    static Runnable settings(String table, String organisation) {
        List<String> kept = texts("select to_jsonb(t) from " + table + " t where organisation_id = ?::uuid", organisation);
        String columns = texts("select string_agg(column_name, ', ') from information_schema.columns where table_schema = 'public' and table_name = ?", table).get(0);
        return () -> {
            if (kept.isEmpty()) {
                change("delete from " + table + " where organisation_id = ?::uuid", organisation);
            }
            kept.forEach(row -> change("update " + table + " t set (" + columns + ") = (select k.* from jsonb_populate_record(null::" + table + ", ?::jsonb) k)"
                + " where organisation_id = ?::uuid", row, organisation));
        };
    }

    /** The id of a person of the demo data. */
    public static String person(String account) {
        return texts("select id from person where email = ?", account + "@vliegwiel.example").get(0);
    }

    /** Looks again until it is so. */
    public static void eventually(String what, Duration most, BooleanSupplier condition) {
        long end = System.nanoTime() + most.toNanos();
        while (!condition.getAsBoolean()) {
            assertThat(System.nanoTime()).as("waited " + most + " for: " + what).isLessThan(end);
            LockSupport.parkNanos(POLL.toNanos());
        }
    }
}
