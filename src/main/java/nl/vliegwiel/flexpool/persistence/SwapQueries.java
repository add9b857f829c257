package nl.vliegwiel.flexpool.persistence;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import nl.vliegwiel.flexpool.domain.SwapKind;
import nl.vliegwiel.flexpool.domain.SwapState;
import nl.vliegwiel.platform.time.Period;
import org.jdbi.v3.core.Jdbi;

/** Swaps, and whom they are about. */
@ApplicationScoped
public class SwapQueries {
    private static final String ROWS = """
        select w.*, a.given_name || ' ' || a.family_name as asker, c.given_name || ' ' || c.family_name as colleague
          from swap w join person a on a.id = w.asker_id join person c on c.id = w.colleague_id
         where\s""";

    private static final String SHIFTS = """
        select p.id, p.version, p.request_id, p.shift_id, p.employee_id, p.starts_at, p.ends_at, r.title, o.name as borrower, b.name as branch, wp.name as place
          from placement p join staff_request r on r.id = p.request_id join organisation o on o.id = p.borrower_id
          join branch b on b.id = r.branch_id join place wp on wp.id = b.place_id
         where\s""";

    private static final String WAITING = " from swap w join placement p on p.id = w.given_id where w.colleague_id = :me and w.state = 'ASKED' and p.starts_at > :now";

    @Inject
    private Jdbi jdbi;

    /** @param takenId null as long as the colleague gave none */
    public record Row(UUID id, int version, SwapKind kind, UUID givenId, UUID askerId, String asker, UUID colleagueId, String colleague, UUID takenId,
            SwapState state, Instant askedAt) {
    }

    /** A shift that is given or taken. */
    public record ShiftRow(UUID placementId, int version, UUID requestId, UUID shiftId, UUID employeeId, Period period, String title, String borrower,
            String branch, String place) {
    }

    /** Whom to ask. */
    public record Colleague(UUID personId, String name) {
    }

    /** What waits for the colleague. */
    public record Waiting(UUID id, int version, String asker, Instant start, Instant askedAt) {
    }

    public Optional<Row> find(UUID id) {
        return jdbi.withHandle(handle -> handle.createQuery(ROWS + "w.id = :id").bind("id", id).map((row, context) -> row(row)).findOne());
    }

    /** Open swaps of which a shift, given or taken, has begun; longest first. */
    public List<UUID> begun(Instant now, int most) {
        return jdbi.withHandle(handle -> handle.createQuery("""
                select w.id from swap w join placement g on g.id = w.given_id left join placement t on t.id = w.taken_id
                 where w.state in ('ASKED','ACCEPTED') and least(g.starts_at, t.starts_at) <= :now order by least(g.starts_at, t.starts_at), w.id limit :most""")
            .bind("now", now.atOffset(ZoneOffset.UTC)).bind("most", most).mapTo(UUID.class).list());
    }

    /** Waits until nobody else decides about it. */
    public void lock(UUID id) {
        jdbi.useHandle(handle -> handle.createQuery("select id from swap where id = :id for no key update").bind("id", id).mapTo(UUID.class).list());
    }

    /** The swap of a placement that is open, or the last; on whichever side it is. */
    public Optional<Row> of(UUID placementId) {
        return jdbi.withHandle(handle -> handle.createQuery(ROWS + """
                (w.given_id = :placement or w.taken_id = :placement or w.id = (select p.swap_id from placement p where p.id = :placement))
                 order by w.state in ('ASKED','ACCEPTED') desc, w.asked_at desc limit 1""")
            .bind("placement", placementId).map((row, context) -> row(row)).findOne());
    }

    /** Open swaps in which a placement takes part on whichever side. */
    public List<Row> openWith(UUID placementId) {
        return jdbi.withHandle(handle -> handle.createQuery(ROWS + """
                w.state in ('ASKED','ACCEPTED') and (w.given_id = :placement or w.taken_id = :placement
                  or w.id = (select p.swap_id from placement p where p.id = :placement)) order by w.id""")
            .bind("placement", placementId).map((row, context) -> row(row)).list());
    }

    public Optional<ShiftRow> shift(UUID placementId) {
        return jdbi.withHandle(handle -> handle.createQuery(SHIFTS + "p.id = :id").bind("id", placementId).map((row, context) -> shift(row)).findOne());
    }

    /** Definite work of a person that did not begin and is part of no other swap, by start. */
    public List<ShiftRow> ahead(UUID personId, Instant now) {
        return jdbi.withHandle(handle -> handle.createQuery(SHIFTS + """
                p.employee_id = :person and p.state = 'CONFIRMED' and p.starts_at > :now
                  and not exists (select from swap w where w.state in ('ASKED','ACCEPTED') and (w.given_id = p.id or w.taken_id = p.id)) order by p.starts_at, p.id""")
            .bind("person", personId).bind("now", now.atOffset(ZoneOffset.UTC)).map((row, context) -> shift(row)).list());
    }

    /** Somebody who takes part in the pool now, by her address; empty for everybody else, whatever the reason. */
    public Optional<Colleague> colleague(String email) {
        return jdbi.withHandle(handle -> handle.createQuery("""
                select e.id, e.given_name || ' ' || e.family_name as name from person e join pool_member m on m.person_id = e.id
                 where lower(e.email) = lower(:email) and m.participating""")
            .bind("email", email).map((row, context) -> new Colleague(row.getObject("id", UUID.class), row.getString("name"))).findOne());
    }

    public void add(UUID id, SwapKind kind, UUID givenId, UUID askerId, UUID colleagueId, Instant at) {
        jdbi.useHandle(handle -> handle.createUpdate("""
                insert into swap (id, kind, given_id, asker_id, colleague_id, state, asked_at, changed_at)
                values (:id, :kind, :given, :asker, :colleague, 'ASKED', :at, :at)""")
            .bind("id", id).bind("kind", kind.name()).bind("given", givenId).bind("asker", askerId).bind("colleague", colleagueId)
            .bind("at", at.atOffset(ZoneOffset.UTC)).execute());
    }

    /** @param takenId kept where it is null */
    public void become(UUID id, SwapState state, UUID takenId, Instant at) {
        jdbi.useHandle(handle -> handle.createUpdate("""
                update swap set state = :state, taken_id = coalesce(cast(:taken as uuid), taken_id), changed_at = :at, version = version + 1 where id = :id""")
            .bind("state", state.name()).bind("taken", takenId).bind("at", at.atOffset(ZoneOffset.UTC)).bind("id", id).execute());
    }

    public List<Waiting> waiting(UUID me, Instant now) {
        return jdbi.withHandle(handle -> handle.createQuery("select w.id, w.version, w.asked_at, p.starts_at,"
                + " (select given_name || ' ' || family_name from person where id = w.asker_id) as asker" + WAITING + " order by p.starts_at, w.id")
            .bind("me", me).bind("now", now.atOffset(ZoneOffset.UTC))
            .map((row, context) -> new Waiting(row.getObject("id", UUID.class), row.getInt("version"), row.getString("asker"),
                row.getTimestamp("starts_at").toInstant(), row.getTimestamp("asked_at").toInstant()))
            .list());
    }

    public int count(UUID me, Instant now) {
        return jdbi.withHandle(handle -> handle.createQuery("select count(*)" + WAITING).bind("me", me).bind("now", now.atOffset(ZoneOffset.UTC))
            .mapTo(Integer.class).one());
    }

    private static Row row(ResultSet row) throws SQLException {
        return new Row(row.getObject("id", UUID.class), row.getInt("version"), SwapKind.valueOf(row.getString("kind")), row.getObject("given_id", UUID.class),
            row.getObject("asker_id", UUID.class), row.getString("asker"), row.getObject("colleague_id", UUID.class), row.getString("colleague"),
            row.getObject("taken_id", UUID.class), SwapState.valueOf(row.getString("state")), row.getTimestamp("asked_at").toInstant());
    }

    private static ShiftRow shift(ResultSet row) throws SQLException {
        return new ShiftRow(row.getObject("id", UUID.class), row.getInt("version"), row.getObject("request_id", UUID.class), row.getObject("shift_id", UUID.class),
            row.getObject("employee_id", UUID.class), new Period(row.getTimestamp("starts_at").toInstant(), row.getTimestamp("ends_at").toInstant()),
            row.getString("title"), row.getString("borrower"), row.getString("branch"), row.getString("place"));
    }
}
