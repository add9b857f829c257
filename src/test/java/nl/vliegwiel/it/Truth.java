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

/** What the tables say, read past the application. */
public final class Truth {
    /** Counters and memories of calls, which every call may change; jobs of the application write the others by themselves. */
    private static final Set<String> NOT_COUNTED = Set.of("call_count", "idempotent_answer", "sign_in", "sign_in_attempt", "retention_run", "flyway_schema_history",
        "request_reach", "request_circle", "request_notice", "notice_day", "health_month", "health_flow", "health_refresh", "loan_reminder", "unsubscribe_link",
        "release_escalation", "induction_reminder");
    private static final Duration POLL = Duration.ofMillis(50);

    private Truth() {
    }

    /** Runs a change as the owner of the tables. */
    public static int change(String statement, Object... values) {
        try (Connection owner = TestServers.get().servers().connectAsOwner(); PreparedStatement prepared = prepared(owner, statement, values)) {
            return prepared.executeUpdate();
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    /** First column of the only row. */
    public static long number(String query, Object... values) {
        return Long.parseLong(texts(query, values).get(0));
    }

    /** First column of all rows. */
    public static List<String> texts(String query, Object... values) {
        List<String> found = new ArrayList<>();
        try (Connection owner = TestServers.get().servers().connectAsOwner(); PreparedStatement prepared = prepared(owner, query, values);
             ResultSet rows = prepared.executeQuery()) {
            while (rows.next()) {
                found.add(rows.getString(1));
            }
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
        return found;
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
        Map<String, Long> counts = new TreeMap<>();
        for (String line : texts("""
                select tablename || ' ' || (xpath('/row/n/text()', query_to_xml(
                       -- Without what jobs did by themselves meanwhile
                       format(case tablename when 'audit_entry' then 'select count(actor_id) as n from %I'
                            when 'outbox' then 'select count(*) filter (where kind not in (''REQUEST_FITS'', ''LOAN_REMINDER'', ''DIGEST'')) as n from %I' else 'select count(*) as n from %I' end, tablename), false, true, '')))[1]
                  from pg_tables where schemaname = 'public'""")) {
            String[] parts = line.split(" ");
            if (!NOT_COUNTED.contains(parts[0])) {
                counts.put(parts[0], Long.valueOf(parts[1]));
            }
        }
        return counts;
    }

    /** Gives all callers their calls of this minute back: tests call faster than scripts may. */
    public static void forgetCalls() {
        change("delete from call_count");
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
