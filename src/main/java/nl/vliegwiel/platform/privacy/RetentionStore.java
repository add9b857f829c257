package nl.vliegwiel.platform.privacy;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import org.jdbi.v3.core.Jdbi;

/** Rules of the retention clock, what is kept of somebody, and the runs. What is removed how is in the database, which keeps the rules from the application. */
@ApplicationScoped
public class RetentionStore {
    @Inject
    private Jdbi jdbi;

    /**
     * Records of one kind about one person.
     *
     * @param first when the clock of the first began; null while it does not run
     * @param last when the clock of the last began; null while it does not run
     */
    public record Kept(String kind, long records, Instant first, Instant last) {
    }

    /**
     * One run over one kind.
     *
     * @param endedAt null when it was cut off
     * @param problem null when it went well
     */
    public record Run(String kind, LocalDate day, Instant startedAt, Instant endedAt, int records, String problem) {
    }

    /** The rules that hold on a day. */
    public List<RetentionRule> rules(LocalDate day) {
        return jdbi.withHandle(handle -> handle.createQuery("""
                select * from retention_rule where valid_from <= :day and (valid_to is null or valid_to > :day) order by months desc, kind""")
            .bind("day", day)
            .map((row, context) -> new RetentionRule(row.getString("kind"), row.getInt("months"), row.getString("event"),
                RetentionRule.Action.valueOf(row.getString("action")), row.getString("source"), row.getDate("valid_from").toLocalDate()))
            .list());
    }

    public List<Kept> of(UUID personId) {
        return jdbi.withHandle(handle -> handle.createQuery("select * from retention_of(:person)").bind("person", personId)
            .map((row, context) -> new Kept(row.getString("kind"), row.getLong("records"), instant(row.getTimestamp("first_at")), instant(row.getTimestamp("last_at"))))
            .list());
    }

    /** @return true for the one node that runs this kind on this day */
    boolean claim(String kind, LocalDate day, Instant now) {
        return jdbi.withHandle(handle -> handle.createUpdate("insert into retention_run (kind, day, started_at) values (:kind, :day, :now) on conflict do nothing")
            .bind("kind", kind).bind("day", day).bind("now", now.atOffset(ZoneOffset.UTC)).execute() == 1);
    }

    /** Removes a portion. @return how many records; less than most when there are no more */
    int apply(String kind, int most, Instant now) {
        return jdbi.withHandle(handle -> handle.createQuery("select retention_apply(:kind, :most, :now)").bind("kind", kind).bind("most", most)
            .bind("now", now.atOffset(ZoneOffset.UTC)).mapTo(Integer.class).one());
    }

    void counted(String kind, LocalDate day, int more) {
        jdbi.useHandle(handle -> handle.createUpdate("update retention_run set records = records + :more where kind = :kind and day = :day")
            .bind("more", more).bind("kind", kind).bind("day", day).execute());
    }

    void ended(String kind, LocalDate day, Instant now, String problem) {
        jdbi.useHandle(handle -> handle.createUpdate("update retention_run set ended_at = :now, problem = :problem where kind = :kind and day = :day")
            .bind("now", now.atOffset(ZoneOffset.UTC)).bind("problem", problem).bind("kind", kind).bind("day", day).execute());
    }

    /** The last runs, newest first. */
    public List<Run> runs(int most) {
        return jdbi.withHandle(handle -> handle.createQuery("select * from retention_run order by day desc, kind limit :most").bind("most", most)
            .map((row, context) -> new Run(row.getString("kind"), row.getDate("day").toLocalDate(), instant(row.getTimestamp("started_at")),
                instant(row.getTimestamp("ended_at")), row.getInt("records"), row.getString("problem")))
            .list());
    }

    private static Instant instant(Timestamp value) {
        return value == null ? null : value.toInstant();
    }
}
