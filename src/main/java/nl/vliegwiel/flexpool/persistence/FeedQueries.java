package nl.vliegwiel.flexpool.persistence;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import nl.vliegwiel.flexpool.domain.FeedLoan;
import nl.vliegwiel.flexpool.domain.PlacementState;
import nl.vliegwiel.platform.time.Period;
import org.jdbi.v3.core.Jdbi;

/** Secret addresses of calendar feeds, and the loans that such a feed tells. */
@ApplicationScoped
public class FeedQueries {
    /** A feed that nobody reads any more need not write at each reading that it was read. */
    private static final int READ_EVERY_MINUTES = 10;

    /**
     * What is or was definite: a check is kept at the last of three yeses, so what ended before it was definite never
     * stood in her calendar. The name of no person is asked for.
     */
    private static final String LOANS = """
        select p.id, p.version + r.version as sequence, greatest(p.changed_at, r.changed_at) as changed_at, p.starts_at, p.ends_at, p.break_minutes, p.state,
               r.title, borrower.name as borrower, b.name as branch, b.address, pl.name as place,
               (select i.branch_id from induction_sheet i where i.branch_id = b.id limit 1) as induction
          from placement p join staff_request r on r.id = p.request_id join organisation borrower on borrower.id = p.borrower_id
          join branch b on b.id = r.branch_id join place pl on pl.id = b.place_id
         where p.employee_id = :person and p.ends_at > :since
           and (p.state in ('CONFIRMED','RUNNING','HOURS_CLOSED','SETTLED')
                or exists (select 1 from placement_check c where c.placement_id = p.id))
         order by p.starts_at, p.id limit :most""";

    @Inject
    private Jdbi jdbi;

    /** When it was made and last read; null for never. */
    public record Feed(Instant createdAt, Instant lastReadAt) {
    }

    /** Whose feed it is. */
    public record Owner(UUID personId, Locale language) {
    }

    public Optional<Feed> find(UUID personId) {
        return jdbi.withHandle(handle -> handle.createQuery("select created_at, last_read_at from calendar_feed where person_id = :person")
            .bind("person", personId)
            .map((row, context) -> new Feed(row.getTimestamp("created_at").toInstant(),
                row.getTimestamp("last_read_at") == null ? null : row.getTimestamp("last_read_at").toInstant()))
            .findOne());
    }

    /** Puts a new secret in the place of the old one, if there is one. */
    public void put(UUID personId, byte[] hash, Instant at) {
        jdbi.useHandle(handle -> handle.createUpdate("""
                insert into calendar_feed (person_id, secret_hash, created_at) values (:person, :hash, :at)
                on conflict (person_id) do update set secret_hash = excluded.secret_hash, created_at = excluded.created_at, last_read_at = null""")
            .bind("person", personId).bind("hash", hash).bind("at", at.atOffset(ZoneOffset.UTC)).execute());
    }

    /** @return false when there was none */
    public boolean remove(UUID personId) {
        return jdbi.withHandle(handle -> handle.execute("delete from calendar_feed where person_id = ?", personId)) == 1;
    }

    /** @return empty when no feed has this secret, or its owner no longer works anywhere */
    public Optional<Owner> owner(byte[] hash, LocalDate today) {
        return jdbi.withHandle(handle -> handle.createQuery("""
                select p.id, p.language from calendar_feed f join person p on p.id = f.person_id
                 where f.secret_hash = :hash
                   and exists (select 1 from employment e where e.person_id = p.id and (e.ends_on is null or e.ends_on >= :today))""")
            .bind("hash", hash).bind("today", today)
            .map((row, context) -> new Owner(row.getObject("id", UUID.class), new Locale(row.getString("language")))).findOne());
    }

    public void read(UUID personId, Instant at) {
        jdbi.useHandle(handle -> handle.createUpdate("""
                update calendar_feed set last_read_at = :at where person_id = :person
                   and (last_read_at is null or last_read_at < cast(:at as timestamptz) - make_interval(mins => :minutes))""")
            .bind("at", at.atOffset(ZoneOffset.UTC)).bind("person", personId).bind("minutes", READ_EVERY_MINUTES).execute());
    }

    /** Loans that ended after a moment, by start. */
    public List<FeedLoan> loans(UUID personId, Instant since, int most) {
        return jdbi.withHandle(handle -> handle.createQuery(LOANS).bind("person", personId).bind("since", since.atOffset(ZoneOffset.UTC)).bind("most", most)
            .map((row, context) -> new FeedLoan(row.getObject("id", UUID.class), row.getInt("sequence"), row.getTimestamp("changed_at").toInstant(),
                new Period(row.getTimestamp("starts_at").toInstant(), row.getTimestamp("ends_at").toInstant()), row.getInt("break_minutes"),
                PlacementState.valueOf(row.getString("state")), row.getString("title"), row.getString("borrower"), row.getString("branch"),
                row.getString("address"), row.getString("place"), row.getObject("induction", UUID.class))).list());
    }
}
