package nl.vliegwiel.flexpool.persistence;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import nl.vliegwiel.platform.time.Period;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.statement.PreparedBatch;

/** Connections to people's own calendars, and the busy time that came from them. */
@ApplicationScoped
public class BusyQueries {
    /** Taken up by moving its next moment ahead: one statement, so that no second node can take the same row. */
    private static final String CLAIM = """
        with due as materialized (
          select b.person_id from busy_calendar b
           where b.next_at <= :now
             and exists (select 1 from pool_member m where m.person_id = b.person_id and m.participating)
             and exists (select 1 from employment e where e.person_id = b.person_id and (e.ends_on is null or e.ends_on >= cast(:now as date)))
           order by b.next_at, b.person_id limit :most for update skip locked)
        update busy_calendar c set next_at = :until, attempts = c.attempts + 1
          from due where c.person_id = due.person_id
        returning c.person_id, c.address, c.attempts""";

    @Inject
    private Jdbi jdbi;

    /**
     * @param readAt when it last succeeded
     * @param problem message key of why the last attempt failed; null when it did not
     */
    public record Connection(String address, Instant readAt, String problem) {
    }

    /** A calendar that is to be fetched now. */
    public record Due(UUID personId, String address, int attempts) {
    }

    public Optional<Connection> find(UUID personId) {
        return jdbi.withHandle(handle -> handle.createQuery("select address, read_at, problem from busy_calendar where person_id = :person")
            .bind("person", personId)
            .map((row, context) -> new Connection(row.getString("address"), row.getTimestamp("read_at").toInstant(), row.getString("problem"))).findOne());
    }

    /** @return by begin, those that have not ended */
    public List<Period> intervals(UUID personId, Instant now) {
        return jdbi.withHandle(handle -> handle.createQuery(
                "select starts_at, ends_at from busy_interval where person_id = :person and ends_at > :now order by starts_at")
            .bind("person", personId).bind("now", now.atOffset(ZoneOffset.UTC))
            .map((row, context) -> new Period(row.getTimestamp("starts_at").toInstant(), row.getTimestamp("ends_at").toInstant())).list());
    }

    /** The first time, or another address. */
    public void connect(UUID personId, String address, Instant now, Instant next) {
        jdbi.useHandle(handle -> handle.createUpdate("""
                insert into busy_calendar (person_id, address, created_at, read_at, next_at) values (:person, :address, :now, :now, :next)
                on conflict (person_id) do update set address = excluded.address, read_at = :now, next_at = :next, attempts = 0, problem = null""")
            .bind("person", personId).bind("address", address).bind("now", now.atOffset(ZoneOffset.UTC)).bind("next", next.atOffset(ZoneOffset.UTC)).execute());
    }

    /** @return false when she has another address by now, or none */
    public boolean succeeded(UUID personId, String address, Instant now, Instant next) {
        return jdbi.withHandle(handle -> handle.createUpdate("""
                update busy_calendar set read_at = :now, next_at = :next, attempts = 0, problem = null where person_id = :person and address = :address""")
            .bind("person", personId).bind("address", address).bind("now", now.atOffset(ZoneOffset.UTC)).bind("next", next.atOffset(ZoneOffset.UTC)).execute()) == 1;
    }

    public void failed(UUID personId, String address, String problem, Instant next) {
        jdbi.useHandle(handle -> handle.createUpdate("update busy_calendar set problem = :problem, next_at = :next where person_id = :person and address = :address")
            .bind("person", personId).bind("address", address).bind("problem", problem).bind("next", next.atOffset(ZoneOffset.UTC)).execute());
    }

    public void replace(UUID personId, List<Period> intervals) {
        jdbi.useHandle(handle -> {
            handle.execute("delete from busy_interval where person_id = ?", personId);
            PreparedBatch rows = handle.prepareBatch("insert into busy_interval (person_id, starts_at, ends_at) values (:person, :start, :end)");
            intervals.forEach(one -> rows.bind("person", personId).bind("start", one.start().atOffset(ZoneOffset.UTC)).bind("end", one.end().atOffset(ZoneOffset.UTC)).add());
            if (rows.size() > 0) {
                rows.execute();
            }
        });
    }

    /** Intervals go with it. @return false when there was none */
    public boolean remove(UUID personId) {
        return jdbi.withHandle(handle -> handle.execute("delete from busy_calendar where person_id = ?", personId)) == 1;
    }

    public List<Due> claim(Instant now, Instant until, int most) {
        return jdbi.withHandle(handle -> handle.createQuery(CLAIM).bind("now", now.atOffset(ZoneOffset.UTC)).bind("until", until.atOffset(ZoneOffset.UTC))
            .bind("most", most)
            .map((row, context) -> new Due(row.getObject("person_id", UUID.class), row.getString("address"), row.getInt("attempts"))).list());
    }
}
