package nl.vliegwiel.flexpool.persistence;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import nl.vliegwiel.flexpool.domain.Circle;
import nl.vliegwiel.flexpool.domain.Circles;
import nl.vliegwiel.flexpool.domain.RequestChoices.Branch;
import nl.vliegwiel.flexpool.domain.RequestChoices.CatalogueSkill;
import nl.vliegwiel.flexpool.domain.Purpose;
import nl.vliegwiel.flexpool.domain.Reach;
import nl.vliegwiel.flexpool.domain.RequestFilter;
import nl.vliegwiel.flexpool.domain.RequestFilter.Side;
import nl.vliegwiel.flexpool.domain.RequestStatus;
import nl.vliegwiel.flexpool.domain.RequestView;
import nl.vliegwiel.flexpool.domain.Urgency;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.statement.Query;

/** Requests as lists and pages show them, scoped by who looks; and what a request needs to know of the register. */
@ApplicationScoped
public class RequestQueries {
    /** Placements that are definite: a seat is filled. */
    static final String DEFINITE = "('CONFIRMED','RUNNING','HOURS_CLOSED','SETTLED')";

    private static final String FROM = """
          from staff_request r
          join organisation asker on asker.id = r.organisation_id
          join branch b on b.id = r.branch_id
          join place wp on wp.id = b.place_id
          join person maker on maker.id = r.created_by
        """;

    private static final String HEAD = """
        select r.id, r.version, r.organisation_id, asker.name as organisation_name, r.branch_id, b.name as branch_name, wp.name as place,
               wp.province, r.title, r.description, r.purpose, r.urgency, r.status, r.circles, r.deadline,
               maker.given_name || ' ' || maker.family_name as maker_name, r.created_at, r.published_at
        """;

    private static final String MATCHES = """
           and (cardinality(:statuses) = 0 or r.status = any(:statuses))
           and (cast(:province as text) is null or wp.province = :province)
           and (cast(:skill as uuid) is null or exists (select 1 from staff_request_skill rs join skill k on k.id = rs.skill_id
                 where rs.request_id = r.id and k.public_id = :skill))
           and (cast(:from as timestamptz) is null and cast(:to as timestamptz) is null or exists (select 1 from shift s
                 where s.request_id = r.id and (cast(:from as timestamptz) is null or s.ends_at > :from)
                   and (cast(:to as timestamptz) is null or s.starts_at < :to)))
           and (cast(:openAt as timestamptz) is null or coalesce(r.deadline > :openAt, true)
                 and exists (select 1 from shift s where s.request_id = r.id and s.starts_at > :openAt))
        """;

    private static final String OURS = "r.organisation_id = any(:managed)";
    private static final String HELP = "r.published_at is not null and not r.organisation_id = any(:managed) and " + RequestScope.REACHES_HER;

    private static final String SLICE = HEAD + FROM + " where %s " + MATCHES
        + " and (cast(:after as uuid) is null or r.id < :after) order by r.id desc limit :limit";

    /** What still needs somebody first, then by the first shift; what is over comes last, newest first. */
    private static final String PAGE = HEAD + FROM + """
          left join lateral (select min(s.starts_at) as first_start from shift s where s.request_id = r.id) begins on true
         where %s
        """ + MATCHES + """
         order by r.status in ('DONE','WITHDRAWN','EXPIRED'),
                  case when r.status not in ('DONE','WITHDRAWN','EXPIRED') then begins.first_start end,
                  begins.first_start desc nulls last, r.id desc
         limit :limit offset :offset
        """;

    private static final String COUNT = "select count(*) " + FROM + " where %s " + MATCHES;

    private static final String ONE = HEAD + FROM + " where r.id = :id and " + RequestScope.VISIBLE;

    private static final String SHIFTS = """
        select s.request_id, s.id, s.starts_at, s.ends_at, s.headcount, s.break_minutes,
               (select count(*) from placement p where p.shift_id = s.id and p.state in %s) as filled
          from shift s where s.request_id = any(:requests) order by s.starts_at, s.ends_at, s.id""".formatted(DEFINITE);

    private static final String SKILLS = """
        select rs.request_id, k.public_id, k.name_nl, k.name_en, rs.min_level, rs.required
          from staff_request_skill rs join skill k on k.id = rs.skill_id
         where rs.request_id = any(:requests) order by rs.required desc, k.id""";

    @Inject
    private Jdbi jdbi;

    /** @return at most limit requests with an id before {@code after} (null for the newest), newest first */
    public List<RequestView> slice(RequestScope scope, RequestFilter filter, UUID after, int limit) {
        return jdbi.withHandle(handle -> whole(handle, filtered(handle.createQuery(SLICE.formatted(where(filter.side()))), scope, filter)
            .bind("after", after).bind("limit", limit)));
    }

    /** @return one page, what is open and begins soonest first */
    public List<RequestView> page(RequestScope scope, RequestFilter filter, int offset, int limit) {
        return jdbi.withHandle(handle -> whole(handle, filtered(handle.createQuery(PAGE.formatted(where(filter.side()))), scope, filter)
            .bind("offset", offset).bind("limit", limit)));
    }

    public int count(RequestScope scope, RequestFilter filter) {
        return jdbi.withHandle(handle -> filtered(handle.createQuery(COUNT.formatted(where(filter.side()))), scope, filter).mapTo(Integer.class).one());
    }

    /** @return empty when it is not there or not hers to see */
    public Optional<RequestView> find(RequestScope scope, UUID id) {
        return jdbi.withHandle(handle -> whole(handle, scope.bind(handle.createQuery(ONE)).bind("id", id)).stream().findFirst());
    }

    /** @return true where a circle of the published request holds an organisation of the person */
    public boolean reaches(RequestScope scope, UUID id) {
        return jdbi.withHandle(handle -> scope.bind(handle.createQuery("select count(*) " + FROM
                + " where r.id = :id and r.published_at is not null and "
                + RequestScope.REACHES_HER))
            .bind("id", id).mapTo(Integer.class).one() > 0);
    }

    private static String where(Side side) {
        return switch (side == null ? Side.ALL : side) {
            case ALL -> RequestScope.VISIBLE;
            case OURS -> OURS;
            case HELP -> HELP;
        };
    }

    private static Query filtered(Query query, RequestScope scope, RequestFilter filter) {
        return scope.bind(query)
            .bindArray("statuses", String.class, filter.statuses().stream().map(Enum::name).toArray())
            .bind("province", filter.province())
            .bind("skill", filter.skillId())
            .bind("from", at(filter.from()))
            .bind("to", at(filter.to()))
            .bind("openAt", at(filter.openAt()));
    }

    private static OffsetDateTime at(Instant instant) {
        return instant == null ? null : instant.atOffset(ZoneOffset.UTC);
    }

    private static List<RequestView> whole(Handle handle, Query heads) {
        List<RequestView> found = heads.map((row, context) -> head(row)).list();
        if (found.isEmpty()) {
            return found;
        }
        Object[] ids = found.stream().map(RequestView::id).toArray();
        Map<UUID, List<RequestView.ShiftView>> shifts = new HashMap<>();
        handle.createQuery(SHIFTS).bindArray("requests", UUID.class, ids).map((row, context) -> shifts
            .computeIfAbsent(row.getObject("request_id", UUID.class), id -> new ArrayList<>())
            .add(new RequestView.ShiftView(row.getObject("id", UUID.class), instant(row, "starts_at"), instant(row, "ends_at"),
                row.getInt("headcount"), row.getInt("break_minutes"), row.getInt("filled")))).list();
        Map<UUID, List<RequestView.Skill>> skills = new HashMap<>();
        handle.createQuery(SKILLS).bindArray("requests", UUID.class, ids).map((row, context) -> skills
            .computeIfAbsent(row.getObject("request_id", UUID.class), id -> new ArrayList<>())
            .add(new RequestView.Skill(row.getObject("public_id", UUID.class), row.getString("name_nl"), row.getString("name_en"),
                row.getInt("min_level"), row.getBoolean("required")))).list();
        return found.stream().map(head -> new RequestView(head.id(), head.version(), head.organisationId(), head.organisationName(), head.branchId(),
            head.branchName(), head.place(), head.province(), head.title(), head.description(), head.purpose(), head.status(), head.circles(),
            head.deadline(), head.createdByName(), head.createdAt(), head.publishedAt(), head.urgency(),
            List.copyOf(skills.getOrDefault(head.id(), List.of())), List.copyOf(shifts.getOrDefault(head.id(), List.of())))).toList();
    }

    private static RequestView head(ResultSet row) throws SQLException {
        return new RequestView(row.getObject("id", UUID.class), row.getInt("version"), row.getObject("organisation_id", UUID.class),
            row.getString("organisation_name"), row.getObject("branch_id", UUID.class), row.getString("branch_name"), row.getString("place"),
            row.getString("province"), row.getString("title"), row.getString("description"), Purpose.valueOf(row.getString("purpose")),
            RequestStatus.valueOf(row.getString("status")),
            Arrays.stream((String[]) row.getArray("circles").getArray()).map(Circle::valueOf).toList(),
            instant(row, "deadline"), row.getString("maker_name"), instant(row, "created_at"), instant(row, "published_at"), Urgency.valueOf(row.getString("urgency")),
            List.of(), List.of());
    }

    private static Instant instant(ResultSet row, String column) throws SQLException {
        Timestamp value = row.getTimestamp(column);
        return value == null ? null : value.toInstant();
    }

    /** @return true when the branch is open and of this organisation, and the organisation has not merged into another */
    public boolean hasBranch(UUID organisationId, UUID branchId) {
        return jdbi.withHandle(handle -> handle.createQuery("""
                select exists (select 1 from branch b join organisation o on o.id = b.organisation_id
                 where b.id = :branch and o.id = :organisation and b.closed_on is null and o.merged_into is null)""")
            .bind("branch", branchId).bind("organisation", organisationId).mapTo(Boolean.class).one());
    }

    public List<Branch> branches(UUID organisationId) {
        return jdbi.withHandle(handle -> handle.createQuery("""
                select b.id, b.name, p.name as place from branch b join place p on p.id = b.place_id
                 where b.organisation_id = :organisation and b.closed_on is null order by b.name""")
            .bind("organisation", organisationId)
            .map((row, context) -> new Branch(row.getObject("id", UUID.class), row.getString("name"), row.getString("place"))).list());
    }

    public Reach reach(UUID requestId) {
        return jdbi.withHandle(handle -> handle.createQuery("""
                with reached as (
                  select o.id from organisation o
                   where o.kind = 'LIBRARY' and o.merged_into is null and exists (
                     select 1 from staff_request r join organisation asker on asker.id = r.organisation_id
                       join branch b on b.id = r.branch_id join place wp on wp.id = b.place_id
                      where r.id = :id and %s))
                select (select count(*) from reached) as libraries,
                       (select count(*) from (
                          select e.person_id from employment e join pool_member m on m.person_id = e.person_id and m.participating
                           where e.organisation_id in (select id from reached) and current_date between e.starts_on and coalesce(e.ends_on, current_date)
                          union
                          select f.person_id from favourite f join pool_member m on m.person_id = f.person_id and m.participating
                            join staff_request r on r.organisation_id = f.organisation_id and 'FAVOURITES' = any(r.circles)
                           where r.id = :id and f.state = 'AGREED') anybody) as people
                """.formatted(RequestScope.REACHED.replace("any(:belongs)", "o.id")))
            .bind("id", requestId).bind("neighbourKm", Circles.NEIGHBOUR_KM)
            .map((row, context) -> new Reach(row.getInt("libraries"), row.getInt("people"))).one());
    }

    /** @return number in the catalogue per public id; unknown and retired skills are left out */
    public Map<UUID, Integer> skillNumbers(Collection<UUID> publicIds) {
        Map<UUID, Integer> numbers = new HashMap<>();
        jdbi.useHandle(handle -> handle.createQuery("select public_id, id from skill where public_id = any(:ids) and not retired")
            .bindArray("ids", UUID.class, publicIds.toArray())
            .map((row, context) -> numbers.put(row.getObject(1, UUID.class), row.getInt(2))).list());
        return numbers;
    }

    public List<CatalogueSkill> catalogue() {
        return jdbi.withHandle(handle -> handle.createQuery("select public_id, kind, domain, name_nl, name_en from skill where not retired order by domain, name_nl")
            .map((row, context) -> new CatalogueSkill(row.getObject(1, UUID.class), row.getString(2), row.getString(3), row.getString(4), row.getString(5)))
            .list());
    }

    public List<String> provinces() {
        return jdbi.withHandle(handle -> handle.createQuery("select distinct province from place order by province").mapTo(String.class).list());
    }

    /** @return definite placements per shift */
    public Map<UUID, Integer> filled(UUID requestId) {
        Map<UUID, Integer> filled = new HashMap<>();
        jdbi.useHandle(handle -> handle.createQuery("select shift_id, count(*) from placement where request_id = :request and state in "
                + DEFINITE + " group by shift_id")
            .bind("request", requestId).map((row, context) -> filled.put(row.getObject(1, UUID.class), row.getInt(2))).list());
        return filled;
    }

    /** @return shifts that have or had a placement of any state */
    public Set<UUID> taken(UUID requestId) {
        return new HashSet<>(jdbi.withHandle(handle -> handle.createQuery("select distinct shift_id from placement where request_id = :request")
            .bind("request", requestId).mapTo(UUID.class).list()));
    }
}
