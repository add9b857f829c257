package nl.vliegwiel.flexpool.persistence;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import nl.vliegwiel.flexpool.domain.Decision;
import nl.vliegwiel.flexpool.domain.Party;
import nl.vliegwiel.flexpool.domain.PlacementState;
import nl.vliegwiel.flexpool.domain.Purpose;
import nl.vliegwiel.flexpool.domain.RequestStatus;
import nl.vliegwiel.flexpool.domain.agreement.AgreementContent;
import nl.vliegwiel.flexpool.domain.worktime.Finding;
import nl.vliegwiel.platform.time.Period;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.statement.Query;
import org.jdbi.v3.core.statement.SqlStatement;

/** Placements as people read them, and what has to be known before one can come about. */
@ApplicationScoped
public class PlacementQueries {
    private static final String DEFINITE = "('CONFIRMED','RUNNING','HOURS_CLOSED','SETTLED')";

    /** The second wall behind the policy: the employee herself and the managers of the two libraries. */
    private static final String MINE = "(p.employee_id = :me or p.lender_id = any(:managed) or p.borrower_id = any(:managed))";

    private static final String FROM = """
          from placement p
          join staff_request r on r.id = p.request_id
          join branch b on b.id = r.branch_id
          join place wp on wp.id = b.place_id
          join organisation lender on lender.id = p.lender_id
          join organisation borrower on borrower.id = p.borrower_id
          join person e on e.id = p.employee_id
          left join pool_member pool on pool.person_id = p.employee_id
          left join lateral (select m.function_title, m.minutes_per_week, m.place_id from employment m
                where m.person_id = p.employee_id and m.organisation_id = p.lender_id
                order by m.starts_on desc limit 1) job on true
          left join place home on home.id = coalesce(pool.place_id, job.place_id)
          left join agreement a on a.placement_id = p.id and a.text_version = p.text_version
          left join placement_check k on k.placement_id = p.id and k.text_version = p.text_version
        """;

    private static final String COLUMNS = """
        select p.*, r.title, r.description, r.purpose, r.deadline, b.id as branch_id, b.name as branch_name, wp.name as place_name, wp.x_km, wp.y_km,
               home.x_km as home_x, home.y_km as home_y, lender.name as lender_name, borrower.name as borrower_name,
               e.given_name || ' ' || e.family_name as employee_name, job.function_title, job.minutes_per_week, pool.max_minutes_per_week as offered,
               (select coalesce(sum(c.minutes_per_week), 0) from employment c where c.person_id = p.employee_id
                   and c.starts_on <= (p.starts_at at time zone 'Europe/Amsterdam')::date
                   and (c.ends_on is null or c.ends_on >= (p.starts_at at time zone 'Europe/Amsterdam')::date)) as contract_minutes,
               (select case when p.employee_id = w.asker_id then w.given_id else w.taken_id end from swap w
                 where w.id = p.swap_id and w.state = 'ACCEPTED') as gives_up,
               a.content, k.findings, k.limits_version
        """;

    private static final String FILTER = """
           and (cast(:state as text) is null or case when p.state = 'CONFIRMED' and p.starts_at <= :moment then 'RUNNING' else p.state end = :state)
           and (cast(:request as uuid) is null or p.request_id = :request)
           and (cast(:from as timestamptz) is null or p.ends_at > :from)
           and (cast(:to as timestamptz) is null or p.starts_at < :to)
        """;

    private static final String SLICE = "select p.id from placement p where " + MINE + FILTER
        + " and (cast(:after as uuid) is null or p.id < :after) order by p.id desc limit :limit";

    private static final String ROWS = COLUMNS + FROM + " where p.id = any(:ids)";

    /** Whose placements a person looks at on the list page. */
    public enum Side {
        ALL, MINE, LENT, BORROWED
    }

    private static final String PAGE = "select p.id from placement p where %s " + FILTER + """
         order by p.state in ('DECLINED','WITHDRAWN','CANCELLED','NO_SHOW','SETTLED'),
                  case when p.ends_at >= :now then 0 else 1 end,
                  case when p.ends_at >= :now then p.starts_at end, p.starts_at desc, p.id
         limit :limit offset :offset""";

    private static final String COUNT = "select count(*) from placement p where %s " + FILTER;

    private static final String CONSENTS = """
        select c.placement_id, c.party, c.decision, c.person_id, c.at, c.text_version, c.reason, c.given_at,
               (select c.text_version = q.text_version and (c.party <> 'LENDER' or q.lender_asked_at is null or c.at > q.lender_asked_at)
                  from placement q where q.id = c.placement_id) as counts,
               s.given_name || ' ' || s.family_name as name,
               (select m.function_title from employment m
                 join placement q on q.id = c.placement_id
                 where m.person_id = c.person_id and m.organisation_id = case c.party when 'BORROWER' then q.borrower_id else q.lender_id end
                 order by m.starts_on desc limit 1) as function_title
          from placement_consent c join person s on s.id = c.person_id
         where c.placement_id = any(:ids) order by c.at, c.id""";

    @Inject
    private Jdbi jdbi;

    /** Who looks. */
    public record Scope(UUID personId, Set<UUID> managed) {
    }

    /** Which request, shift and people a placement is about; enough to ask whether one may, and to lock. */
    public record Head(UUID id, UUID requestId, UUID shiftId, UUID employeeId, UUID lenderId, UUID borrowerId, UUID swapId) {
    }

    /**
     * What a party said.
     *
     * @param counts said to the present text, and the party was not asked again since
     * @param givenAt when the person said so beforehand; null when it was said about this placement
     */
    public record ConsentRow(Party party, Decision decision, UUID personId, String name, String function, Instant at, int textVersion, String reason,
            boolean counts, Instant givenAt) {
    }

    /**
     * One placement with all that is told of it.
     *
     * @param straightMetres from where she starts to the place of work; null where not known
     * @param offeredMinutes minutes a week that she offers; 0 when she left the pool
     * @param content present text; null where none was stored, as for placements that came in with other data
     * @param placeClosed the borrower needs nobody in its place any more
     * @param givesUp placement that she gives up for it by a swap that is not done; null for none
     * @param checked findings of the last yes; null as long as it is not definite
     */
    public record Row(UUID id, int version, UUID requestId, String requestTitle, String description, Purpose purpose, Instant deadline, UUID shiftId, UUID employeeId, String employeeName,
            String employeeFunction, int jobMinutes, UUID lenderId, String lenderName, UUID borrowerId, String borrowerName, UUID branchId, String branchName,
            String placeName, double xKm, double yKm, Integer straightMetres, Period period, int breakMinutes, PlacementState state, int textVersion,
            LocalDate waadiCheckedOn, String endReason, Party endedBy, UUID createdBy, Instant createdAt, int contractMinutes, int offeredMinutes,
            AgreementContent content, List<Finding> checked, String limitsVersion, boolean placeClosed, UUID swapId, UUID givesUp,
            List<ConsentRow> consents) {
        public boolean sheCameForward() {
            return createdBy.equals(employeeId)
                || consents.stream().anyMatch(c -> c.party() == Party.EMPLOYEE && c.decision() == Decision.YES);
        }
    }

    /**
     * Conditions of a list; a null leaves that side open.
     *
     * @param moment by which definite work is told from work that runs
     */
    public record Filter(PlacementState state, UUID requestId, Instant from, Instant to, Instant moment) {
    }

    public Optional<Head> head(UUID id) {
        return jdbi.withHandle(handle -> handle.createQuery(
                "select id, request_id, shift_id, employee_id, lender_id, borrower_id, swap_id from placement where id = :id")
            .bind("id", id)
            .map((row, context) -> new Head(uuid(row, "id"), uuid(row, "request_id"), uuid(row, "shift_id"), uuid(row, "employee_id"),
                uuid(row, "lender_id"), uuid(row, "borrower_id"), uuid(row, "swap_id")))
            .findOne());
    }

    /** Everything about one placement; whether one may see it is asked before. */
    public Optional<Row> row(UUID id) {
        return jdbi.withHandle(handle -> whole(handle, handle.createQuery(ROWS).bindArray("ids", UUID.class, id)).stream().findFirst());
    }

    /** @return at most limit placements with an id before {@code after} (null for the newest), newest first */
    public List<Row> slice(Scope scope, Filter filter, UUID after, int limit) {
        return jdbi.withHandle(handle -> found(handle, filtered(bind(handle.createQuery(SLICE), scope), filter).bind("after", after).bind("limit", limit)));
    }

    /** @return one page: what is to come first, by time; then what was; then what ended otherwise */
    public List<Row> page(Scope scope, Side side, Filter filter, Instant now, int offset, int limit) {
        return jdbi.withHandle(handle -> found(handle, filtered(bind(handle.createQuery(PAGE.formatted(where(side))), scope), filter)
            .bind("now", at(now)).bind("offset", offset).bind("limit", limit)));
    }

    public int count(Scope scope, Side side, Filter filter) {
        return jdbi.withHandle(handle -> filtered(bind(handle.createQuery(COUNT.formatted(where(side))), scope), filter).mapTo(Integer.class).one());
    }

    private static String where(Side side) {
        return switch (side) {
            case ALL -> MINE;
            case MINE -> "(p.employee_id = :me and cardinality(:managed) >= 0)";
            case LENT -> "(p.lender_id = any(:managed) and cast(:me as uuid) is not null)";
            case BORROWED -> "(p.borrower_id = any(:managed) and cast(:me as uuid) is not null)";
        };
    }

    private static <T extends SqlStatement<T>> T bind(T statement, Scope scope) {
        return statement.bind("me", scope.personId()).bindArray("managed", UUID.class, scope.managed().toArray());
    }

    private static Query filtered(Query query, Filter filter) {
        return query.bind("state", filter.state() == null ? null : filter.state().name())
            .bind("request", filter.requestId())
            .bind("moment", at(filter.moment()))
            .bind("from", at(filter.from()))
            .bind("to", at(filter.to()));
    }

    /** First which, in their order, then what is told about them: else everything is told about all before they are sorted. */
    private static List<Row> found(Handle handle, Query which) {
        List<UUID> ids = which.mapTo(UUID.class).list();
        if (ids.isEmpty()) {
            return List.of();
        }
        Map<UUID, Row> rows = whole(handle, handle.createQuery(ROWS).bindArray("ids", UUID.class, ids.toArray())).stream()
            .collect(Collectors.toMap(Row::id, Function.identity()));
        return ids.stream().map(rows::get).filter(Objects::nonNull).toList();
    }

    private static List<Row> whole(Handle handle, Query query) {
        List<Row> found = query.map((row, context) -> row(row)).list();
        if (found.isEmpty()) {
            return found;
        }
        Map<UUID, List<ConsentRow>> consents = consents(handle, found.stream().map(Row::id).toList());
        return found.stream().map(row -> with(row, consents.getOrDefault(row.id(), List.of()))).toList();
    }

    private static Map<UUID, List<ConsentRow>> consents(Handle handle, Collection<UUID> ids) {
        Map<UUID, List<ConsentRow>> found = new HashMap<>();
        handle.createQuery(CONSENTS).bindArray("ids", UUID.class, ids.toArray())
            .map((row, context) -> found.computeIfAbsent(uuid(row, "placement_id"), id -> new ArrayList<>())
                .add(new ConsentRow(Party.valueOf(row.getString("party")), Decision.valueOf(row.getString("decision")), uuid(row, "person_id"),
                    row.getString("name"), row.getString("function_title"), instant(row, "at"), row.getInt("text_version"), row.getString("reason"),
                    row.getBoolean("counts"), instant(row, "given_at"))))
            .list();
        return found;
    }

    private static Row row(ResultSet row) throws SQLException {
        String endedBy = row.getString("ended_by");
        String content = row.getString("content");
        String findings = row.getString("findings");
        double x = row.getDouble("x_km");
        double y = row.getDouble("y_km");
        double homeX = row.getDouble("home_x");
        boolean homeKnown = !row.wasNull();
        Integer metres = homeKnown ? (int) Math.round(1000 * Math.hypot(x - homeX, y - row.getDouble("home_y"))) : null;
        java.sql.Date checkedOn = row.getDate("waadi_checked_on");
        return new Row(uuid(row, "id"), row.getInt("version"), uuid(row, "request_id"), row.getString("title"), row.getString("description"),
            Purpose.valueOf(row.getString("purpose")), instant(row, "deadline"), uuid(row, "shift_id"), uuid(row, "employee_id"),
            row.getString("employee_name"), row.getString("function_title"), row.getInt("minutes_per_week"), uuid(row, "lender_id"), row.getString("lender_name"), uuid(row, "borrower_id"), row.getString("borrower_name"), uuid(row, "branch_id"), row.getString("branch_name"),
            row.getString("place_name"), x, y, metres, new Period(instant(row, "starts_at"), instant(row, "ends_at")), row.getInt("break_minutes"),
            PlacementState.valueOf(row.getString("state")), row.getInt("text_version"), checkedOn == null ? null : checkedOn.toLocalDate(),
            row.getString("end_reason"), endedBy == null ? null : Party.valueOf(endedBy), uuid(row, "created_by"), instant(row, "created_at"),
            row.getInt("contract_minutes"), row.getInt("offered"), content == null ? null : AgreementQueries.content(content),
            findings == null ? null : StoredFindings.read(findings), row.getString("limits_version"), row.getBoolean("place_closed"), uuid(row, "swap_id"),
            uuid(row, "gives_up"), List.of());
    }

    private static Row with(Row r, List<ConsentRow> consents) {
        return new Row(r.id(), r.version(), r.requestId(), r.requestTitle(), r.description(), r.purpose(), r.deadline(), r.shiftId(), r.employeeId(),
            r.employeeName(), r.employeeFunction(), r.jobMinutes(), r.lenderId(), r.lenderName(), r.borrowerId(), r.borrowerName(), r.branchId(), r.branchName(), r.placeName(), r.xKm(),
            r.yKm(), r.straightMetres(), r.period(), r.breakMinutes(), r.state(), r.textVersion(), r.waadiCheckedOn(), r.endReason(), r.endedBy(),
            r.createdBy(), r.createdAt(), r.contractMinutes(), r.offeredMinutes(), r.content(), r.checked(), r.limitsVersion(), r.placeClosed(), r.swapId(), r.givesUp(), List.copyOf(consents));
    }

    /** A shift that somebody applies to or is proposed for. */
    public record AskedShift(UUID id, Period period, int headcount, int breakMinutes, int filled) {
        public boolean isFull() {
            return filled >= headcount;
        }
    }

    /** The request of it, with what the agreement says of the work. */
    public record Asked(UUID requestId, UUID borrowerId, String borrowerName, RequestStatus status, Instant deadline, String title, String description,
            Purpose purpose, UUID branchId, String branchName, String placeName, double xKm, double yKm, List<AskedShift> shifts) {
        public Optional<AskedShift> shift(UUID id) {
            return shifts.stream().filter(shift -> shift.id().equals(id)).findFirst();
        }
    }

    public Optional<Asked> asked(UUID requestId) {
        return jdbi.withHandle(handle -> {
            List<AskedShift> shifts = handle.createQuery("""
                    select s.*, (select count(*) from placement p where p.shift_id = s.id and p.state in %s) as filled
                      from shift s where s.request_id = :request order by s.starts_at, s.id""".formatted(DEFINITE))
                .bind("request", requestId)
                .map((row, context) -> new AskedShift(uuid(row, "id"), new Period(instant(row, "starts_at"), instant(row, "ends_at")),
                    row.getInt("headcount"), row.getInt("break_minutes"), row.getInt("filled")))
                .list();
            return handle.createQuery("""
                    select r.*, o.name as borrower_name, b.name as branch_name, wp.name as place_name, wp.x_km, wp.y_km
                      from staff_request r join organisation o on o.id = r.organisation_id
                      join branch b on b.id = r.branch_id join place wp on wp.id = b.place_id
                     where r.id = :request""")
                .bind("request", requestId)
                .map((row, context) -> new Asked(uuid(row, "id"), uuid(row, "organisation_id"), row.getString("borrower_name"),
                    RequestStatus.valueOf(row.getString("status")), instant(row, "deadline"), row.getString("title"), row.getString("description"),
                    Purpose.valueOf(row.getString("purpose")), uuid(row, "branch_id"), row.getString("branch_name"), row.getString("place_name"),
                    row.getDouble("x_km"), row.getDouble("y_km"), shifts))
                .findOne();
        });
    }

    /** @return definite placements of the shift */
    public int filled(UUID shiftId) {
        return jdbi.withHandle(handle -> handle.createQuery("select count(*) from placement where shift_id = :shift and state in " + DEFINITE)
            .bind("shift", shiftId).mapTo(Integer.class).one());
    }

    public int headcount(UUID shiftId) {
        return jdbi.withHandle(handle -> handle.createQuery("select headcount from shift where id = :shift").bind("shift", shiftId)
            .mapTo(Integer.class).one());
    }

    /** @return true when the person has another definite placement in this stretch of time */
    public boolean isBound(UUID employeeId, Period period, UUID except) {
        return jdbi.withHandle(handle -> handle.createQuery("""
                select exists (select 1 from placement where employee_id = :employee and state in %s
                   and during && tstzrange(:from, :to, '[)') and id is distinct from cast(:except as uuid))""".formatted(DEFINITE))
            .bind("employee", employeeId).bind("from", at(period.start())).bind("to", at(period.end())).bind("except", except)
            .mapTo(Boolean.class).one());
    }

    /**
     * Where somebody works on a day.
     *
     * @param isil current code of the organisation; null for none
     */
    public record Employer(UUID organisationId, String name, String isil, String function, int minutesPerWeek) {
    }

    /** @return her employments on that day, the one with most minutes first */
    public List<Employer> employers(UUID personId, LocalDate day) {
        return jdbi.withHandle(handle -> handle.createQuery("""
                select m.organisation_id, o.name, m.function_title, m.minutes_per_week,
                       (select i.isil from isil_code i where i.organisation_id = o.id and i.branch_id is null and i.valid_to is null) as isil
                  from employment m join organisation o on o.id = m.organisation_id
                 where m.person_id = :person and m.starts_on <= :day and (m.ends_on is null or m.ends_on >= :day)
                 order by m.minutes_per_week desc, m.starts_on, m.id""")
            .bind("person", personId).bind("day", day)
            .map((row, context) -> new Employer(uuid(row, "organisation_id"), row.getString("name"), row.getString("isil"), row.getString("function_title"),
                row.getInt("minutes_per_week")))
            .list());
    }

    public String isil(UUID organisationId) {
        return jdbi.withHandle(handle -> handle.createQuery(
                "select isil from isil_code where organisation_id = :organisation and branch_id is null and valid_to is null")
            .bind("organisation", organisationId).mapTo(String.class).findOne().orElse(null));
    }

    /**
     * A member of the pool.
     *
     * @param straightMetres from where she starts to the given point
     */
    public record Member(String name, boolean participating, int offeredMinutes, int straightMetres) {
    }

    /** @return empty when she never joined the pool */
    public Optional<Member> member(UUID personId, double xKm, double yKm) {
        return jdbi.withHandle(handle -> handle.createQuery("""
                select e.given_name || ' ' || e.family_name as name, m.participating, m.max_minutes_per_week, h.x_km, h.y_km
                  from pool_member m join person e on e.id = m.person_id join place h on h.id = m.place_id where m.person_id = :person""")
            .bind("person", personId)
            .map((row, context) -> new Member(row.getString("name"), row.getBoolean("participating"), row.getInt("max_minutes_per_week"),
                (int) Math.round(1000 * Math.hypot(row.getDouble("x_km") - xKm, row.getDouble("y_km") - yKm))))
            .findOne());
    }

    private static UUID uuid(ResultSet row, String column) throws SQLException {
        return row.getObject(column, UUID.class);
    }

    private static Instant instant(ResultSet row, String column) throws SQLException {
        Timestamp value = row.getTimestamp(column);
        return value == null ? null : value.toInstant();
    }

    private static OffsetDateTime at(Instant instant) {
        return instant == null ? null : instant.atOffset(ZoneOffset.UTC);
    }
}
