package nl.vliegwiel.flexpool.persistence;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import nl.vliegwiel.flexpool.domain.RequestStatus;
import org.jdbi.v3.core.Jdbi;

/** Moves requests on by what is filled and by time. Each statement takes its own rows, so two nodes never both move one. */
@ApplicationScoped
public class RequestProgressQueries {
    private static final String LOCK = "select status from staff_request where id = :id for no key update";

    private static final String SEATS = """
        select coalesce(sum(s.headcount), 0) as seats, coalesce(sum(least(s.headcount, s.taken)), 0) as filled,
               coalesce(sum(greatest(s.headcount - s.taken, 0)) filter (where s.starts_at > :now), 0) as open_ahead
          from (select s.headcount, s.starts_at, (select count(*) from placement p where p.shift_id = s.id and p.state in %s) as taken
                  from shift s where s.request_id = :id) s""".formatted(RequestQueries.DEFINITE);

    private static final String MOVE = """
        with due as (
          select r.id from staff_request r
            join lateral (select min(s.starts_at) as first_start, max(s.starts_at) as last_start, max(s.ends_at) as last_end
                            from shift s where s.request_id = r.id) work on true
           where %s
             for no key update of r skip locked)
        update staff_request r set status = :to, version = r.version + 1 from due where due.id = r.id
        returning r.id, r.organisation_id""";

    /** Nobody came before the last shift began. */
    private static final String EXPIRED = MOVE.formatted("r.status = 'PUBLISHED' and work.last_start <= :now");

    /** All seats are taken and the work has begun, or there is nothing left to fill. */
    private static final String RUNNING = MOVE.formatted(
        "r.status = 'FILLED' and work.first_start <= :now or r.status = 'PARTLY_FILLED' and work.last_start <= :now");

    private static final String DONE = MOVE.formatted("r.status = 'RUNNING' and work.last_end <= :now");

    @Inject
    private Jdbi jdbi;

    /** A request that moved by time. */
    public record Moved(UUID requestId, UUID organisationId, RequestStatus to) {
    }

    /**
     * Seats asked for and seats filled, and the state of the locked request.
     *
     * @param openAhead seats that are not filled in shifts that did not begin
     */
    public record Filling(RequestStatus status, int seats, int filled, int openAhead) {
    }

    /** Locks the request until the end of the transaction, so that two confirmations count one after the other. */
    public Filling lockAndCount(UUID requestId, Instant now) {
        return jdbi.withHandle(handle -> {
            RequestStatus status = handle.createQuery(LOCK).bind("id", requestId).mapTo(String.class).map(RequestStatus::valueOf).one();
            return handle.createQuery(SEATS).bind("id", requestId).bind("now", now.atOffset(ZoneOffset.UTC))
                .map((row, context) -> new Filling(status, row.getInt("seats"), row.getInt("filled"), row.getInt("open_ahead"))).one();
        });
    }

    public void set(UUID requestId, RequestStatus status) {
        jdbi.useHandle(handle -> handle.createUpdate("update staff_request set status = :status, version = version + 1 where id = :id")
            .bind("status", status.name()).bind("id", requestId).execute());
    }

    public List<Moved> expire(Instant now) {
        return move(EXPIRED, RequestStatus.EXPIRED, now);
    }

    public List<Moved> begin(Instant now) {
        return move(RUNNING, RequestStatus.RUNNING, now);
    }

    public List<Moved> finish(Instant now) {
        return move(DONE, RequestStatus.DONE, now);
    }

    private List<Moved> move(String statement, RequestStatus to, Instant now) {
        return jdbi.withHandle(handle -> handle.createQuery(statement).bind("to", to.name()).bind("now", now.atOffset(ZoneOffset.UTC))
            .map((row, context) -> new Moved(row.getObject("id", UUID.class), row.getObject("organisation_id", UUID.class), to)).list());
    }
}
