package nl.vliegwiel.flexpool.persistence;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import nl.vliegwiel.flexpool.domain.Purpose;
import nl.vliegwiel.flexpool.domain.evaluation.EvaluationSide;
import nl.vliegwiel.flexpool.domain.evaluation.EvaluationTerm;
import nl.vliegwiel.flexpool.domain.evaluation.EvaluationText;
import nl.vliegwiel.flexpool.domain.evaluation.Extent;
import nl.vliegwiel.flexpool.domain.evaluation.GoalReach;
import org.jdbi.v3.core.Jdbi;

/** What both sides said of placements. Asked for by the evaluation alone: no ranking, plan or figure reads it (R9). */
@ApplicationScoped
public class EvaluationQueries {
    /** A loan of several shifts is evaluated once, after its last one. */
    private static final String LAST = """
        not exists (select from placement q where q.request_id = p.request_id and q.employee_id = p.employee_id
                      and q.state in ('CONFIRMED','RUNNING','HOURS_CLOSED','SETTLED') and (q.ends_at, q.id) > (p.ends_at, p.id))""";

    /** Follows from the end, since no shift is as long; it lets the indexes of people and libraries by start be used. */
    private static final String BEGUN = " p.starts_at > cast(:since as timestamptz) - interval '2 days' and p.starts_at < :now ";

    private static final String HEAD = """
        select p.id, p.request_id, r.title, r.purpose, p.employee_id, x.given_name || ' ' || x.family_name as employee, p.lender_id, l.name as lender,
               p.borrower_id, b.name as borrower, p.starts_at, p.ends_at, p.state in ('CONFIRMED','RUNNING','HOURS_CLOSED','SETTLED') as booked,
               (select q.id from placement q where q.request_id = p.request_id and q.employee_id = p.employee_id
                   and q.state in ('CONFIRMED','RUNNING','HOURS_CLOSED','SETTLED') order by q.ends_at desc, q.id desc limit 1) as last_id,
               (select c.recorded_at from evaluation_consent c where c.organisation_id = p.lender_id and c.revoked_at is null) as lender_since,
               (select c.recorded_at from evaluation_consent c where c.organisation_id = p.borrower_id and c.revoked_at is null) as borrower_since, s.shared_at
          from placement p join staff_request r on r.id = p.request_id join person x on x.id = p.employee_id
          join organisation l on l.id = p.lender_id join organisation b on b.id = p.borrower_id left join evaluation_share s on s.placement_id = p.id
         where p.id = :id""";

    private static final String ASKED = """
          from placement p join staff_request r on r.id = p.request_id
          join evaluation_consent lc on lc.organisation_id = p.lender_id and lc.revoked_at is null and lc.recorded_at <= p.ends_at
          join evaluation_consent bc on bc.organisation_id = p.borrower_id and bc.revoked_at is null and bc.recorded_at <= p.ends_at
          join organisation b on b.id = p.borrower_id join person x on x.id = p.employee_id
         where p.ends_at > :since and p.ends_at <= :now and """ + BEGUN + """
           and p.state in ('CONFIRMED','RUNNING','HOURS_CLOSED','SETTLED') and p.lender_id <> p.borrower_id
           and not exists (select from evaluation e where e.placement_id = p.id and e.side = :side) and\s""" + LAST + " and ";

    private static final String MINE = ASKED + "p.employee_id = :me";
    private static final String OURS = ASKED + "p.borrower_id = any(:libraries) and p.employee_id <> :me";

    private static final String TALKS = """
          from placement p join staff_request r on r.id = p.request_id and r.purpose = 'LEARNING'
          join organisation b on b.id = p.borrower_id join person x on x.id = p.employee_id
         where p.lender_id = any(:libraries) and p.employee_id <> :me and p.ends_at > :since and p.ends_at <= :now and """ + BEGUN + """
           and p.state in ('CONFIRMED','RUNNING','HOURS_CLOSED','SETTLED')
           and not exists (select from return_talk t where t.request_id = p.request_id and t.employee_id = p.employee_id) and\s""" + LAST;

    private static final String ITEM = "select p.id, r.title, b.name as borrower, x.given_name || ' ' || x.family_name as employee, p.ends_at";

    @Inject
    private Jdbi jdbi;

    /**
     * A placement with what decides whether it is evaluated.
     *
     * @param booked it was worked, or will be
     * @param lastId the last placement of her in the request, which is the one that is evaluated
     * @param sharedAt since when her own library reads it; null when it does not
     */
    public record Head(UUID id, UUID requestId, String title, Purpose purpose, UUID employeeId, String employee, UUID lenderId, String lender, UUID borrowerId,
            String borrower, Instant start, Instant end, boolean booked, UUID lastId, Instant lenderSince, Instant borrowerSince, Instant sharedAt) {
        public EvaluationTerm term() {
            return new EvaluationTerm(end, lenderSince, borrowerSince);
        }
    }

    /** What one side said. */
    public record Said(EvaluationSide side, int version, EvaluationText text, UUID writtenBy, String writer, Instant writtenAt, Instant openedAt, String reply,
            Instant repliedAt) {
    }

    /** A placement that waits for somebody's words. */
    public record Waiting(UUID placementId, String title, String borrower, String employee, Instant end) {
    }

    /** A placement of which the term is over while one side wrote. */
    public record Opened(UUID placementId, UUID employeeId, UUID lenderId, UUID borrowerId) {
    }

    public Optional<Head> head(UUID placementId) {
        return jdbi.withHandle(handle -> handle.createQuery(HEAD).bind("id", placementId).map((row, context) -> new Head(uuid(row, "id"), uuid(row, "request_id"),
            row.getString("title"), Purpose.valueOf(row.getString("purpose")), uuid(row, "employee_id"), row.getString("employee"), uuid(row, "lender_id"),
            row.getString("lender"), uuid(row, "borrower_id"), row.getString("borrower"), instant(row, "starts_at"), instant(row, "ends_at"),
            row.getBoolean("booked"), uuid(row, "last_id"), instant(row, "lender_since"), instant(row, "borrower_since"), instant(row, "shared_at"))).findOne());
    }

    /** Whoever writes about a placement waits for another who does. */
    public void lock(UUID placementId) {
        jdbi.useHandle(handle -> handle.createQuery("select id from placement where id = :id for no key update").bind("id", placementId).mapTo(UUID.class).one());
    }

    public Map<EvaluationSide, Said> said(UUID placementId) {
        return jdbi.withHandle(handle -> handle.createQuery("""
                select e.*, w.given_name || ' ' || w.family_name as writer from evaluation e join person w on w.id = e.written_by where e.placement_id = :id""")
            .bind("id", placementId)
            .map((row, context) -> new Said(EvaluationSide.valueOf(row.getString("side")), row.getInt("version"), new EvaluationText(
                Extent.valueOf(row.getString("as_agreed")), Extent.valueOf(row.getString("prepared")), row.getString("went_well"), row.getString("better")),
                uuid(row, "written_by"), row.getString("writer"), instant(row, "written_at"), instant(row, "opened_at"), row.getString("reply"), instant(row, "replied_at")))
            .stream().collect(Collectors.toMap(Said::side, one -> one)));
    }

    /** How far a side says that the goals were reached, by goal. */
    public Map<UUID, GoalReach> reached(UUID placementId, EvaluationSide side) {
        return jdbi.withHandle(handle -> handle.createQuery("select goal_id, reached from evaluation_goal where placement_id = :id and side = :side")
            .bind("id", placementId).bind("side", side.name())
            .map((row, context) -> Map.entry(uuid(row, "goal_id"), GoalReach.valueOf(row.getString("reached"))))
            .stream().collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue)));
    }

    /** Writes what a side says, in place of what it said before; under {@link #lock}. */
    public void write(UUID placementId, EvaluationSide side, EvaluationText text, Map<UUID, GoalReach> goals, UUID by, Instant at) {
        jdbi.useHandle(handle -> {
            handle.createUpdate("""
                    insert into evaluation (placement_id, side, as_agreed, prepared, went_well, better, written_by, written_at)
                    values (:id, :side, :agreed, :prepared, :well, :better, :by, :at)
                    on conflict (placement_id, side) do update set version = evaluation.version + 1, as_agreed = excluded.as_agreed, prepared = excluded.prepared,
                      went_well = excluded.went_well, better = excluded.better, written_by = excluded.written_by, written_at = excluded.written_at""")
                .bind("id", placementId).bind("side", side.name()).bind("agreed", text.asAgreed().name()).bind("prepared", text.prepared().name())
                .bind("well", text.wentWell()).bind("better", text.better()).bind("by", by).bind("at", at(at)).execute();
            handle.createUpdate("delete from evaluation_goal where placement_id = :id and side = :side").bind("id", placementId).bind("side", side.name()).execute();
            goals.forEach((goal, reach) -> handle.createUpdate("insert into evaluation_goal (placement_id, side, goal_id, reached) values (:id, :side, :goal, :reached)")
                .bind("id", placementId).bind("side", side.name()).bind("goal", goal).bind("reached", reach.name()).execute());
        });
    }

    /** From now on both sides read each other. */
    public void open(UUID placementId, Instant at) {
        jdbi.useHandle(handle -> handle.createUpdate("update evaluation set opened_at = :at where placement_id = :id and opened_at is null")
            .bind("id", placementId).bind("at", at(at)).execute());
    }

    /** Opens what only one side wrote and of which the term is over; each on one node only. */
    public List<Opened> openOver(Instant endedBefore, Instant at, int most) {
        return jdbi.withHandle(handle -> handle.createQuery("""
                with due as (select e.placement_id, e.side from evaluation e join placement p on p.id = e.placement_id
                              where e.opened_at is null and p.ends_at <= :before order by p.ends_at limit :most for update of e skip locked),
                opened as (update evaluation e set opened_at = :at from due where e.placement_id = due.placement_id and e.side = due.side returning e.placement_id)
                select distinct p.id, p.employee_id, p.lender_id, p.borrower_id from opened join placement p on p.id = opened.placement_id""")
            .bind("before", at(endedBefore)).bind("at", at(at)).bind("most", most)
            .map((row, context) -> new Opened(uuid(row, "id"), uuid(row, "employee_id"), uuid(row, "lender_id"), uuid(row, "borrower_id"))).list());
    }

    /** @return false when there is a reply already */
    public boolean reply(UUID placementId, String reply, Instant at) {
        return jdbi.withHandle(handle -> handle.createUpdate("""
                update evaluation set reply = :reply, replied_at = :at, version = version + 1
                 where placement_id = :id and side = 'BORROWER' and opened_at is not null and reply is null""")
            .bind("id", placementId).bind("reply", reply).bind("at", at(at)).execute()) == 1;
    }

    public void share(UUID placementId, Instant at) {
        jdbi.useHandle(handle -> handle.createUpdate("insert into evaluation_share (placement_id, shared_at) values (:id, :at) on conflict do nothing")
            .bind("id", placementId).bind("at", at(at)).execute());
    }

    public void unshare(UUID placementId) {
        jdbi.useHandle(handle -> handle.createUpdate("delete from evaluation_share where placement_id = :id").bind("id", placementId).execute());
    }

    /** What waits for the words of an employee. */
    public List<Waiting> mine(UUID me, Instant since, Instant now) {
        return jdbi.withHandle(handle -> handle.createQuery(ITEM + MINE + " order by p.ends_at, p.id").bind("me", me).bind("side", EvaluationSide.EMPLOYEE.name())
            .bind("since", at(since)).bind("now", at(now)).map((row, context) -> waiting(row)).list());
    }

    /** What waits for the words of the HR managers of these libraries. */
    public List<Waiting> ours(UUID me, Collection<UUID> libraries, Instant since, Instant now) {
        return libraries.isEmpty() ? List.of() : jdbi.withHandle(handle -> handle.createQuery(ITEM + OURS + " order by p.ends_at, p.id").bind("me", me)
            .bindArray("libraries", UUID.class, libraries.toArray()).bind("side", EvaluationSide.BORROWER.name()).bind("since", at(since)).bind("now", at(now))
            .map((row, context) -> waiting(row)).list());
    }

    /** Talks at the return of people of these libraries for which there is no day yet. */
    public List<Waiting> talks(UUID me, Collection<UUID> libraries, Instant since, Instant now) {
        return libraries.isEmpty() ? List.of() : jdbi.withHandle(handle -> handle.createQuery(ITEM + TALKS + " order by p.ends_at, p.id").bind("me", me)
            .bindArray("libraries", UUID.class, libraries.toArray()).bind("since", at(since)).bind("now", at(now)).map((row, context) -> waiting(row)).list());
    }

    public int count(UUID me, Collection<UUID> libraries, Instant since, Instant talkSince, Instant now) {
        return jdbi.withHandle(handle -> {
            int mine = handle.createQuery("select count(*)" + MINE).bind("me", me).bind("side", EvaluationSide.EMPLOYEE.name()).bind("since", at(since))
                .bind("now", at(now)).mapTo(Integer.class).one();
            if (libraries.isEmpty()) {
                return mine;
            }
            int ours = handle.createQuery("select count(*)" + OURS).bind("me", me).bindArray("libraries", UUID.class, libraries.toArray())
                .bind("side", EvaluationSide.BORROWER.name()).bind("since", at(since)).bind("now", at(now)).mapTo(Integer.class).one();
            int talks = handle.createQuery("select count(*)" + TALKS).bind("me", me).bindArray("libraries", UUID.class, libraries.toArray())
                .bind("since", at(talkSince)).bind("now", at(now)).mapTo(Integer.class).one();
            return mine + ours + talks;
        });
    }

    private static Waiting waiting(ResultSet row) throws SQLException {
        return new Waiting(uuid(row, "id"), row.getString("title"), row.getString("borrower"), row.getString("employee"), instant(row, "ends_at"));
    }

    private static UUID uuid(ResultSet row, String column) throws SQLException {
        return row.getObject(column, UUID.class);
    }

    private static Instant instant(ResultSet row, String column) throws SQLException {
        Timestamp value = row.getTimestamp(column);
        return value == null ? null : value.toInstant();
    }

    private static OffsetDateTime at(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }
}
