package nl.vliegwiel.flexpool.persistence;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.Array;
import java.sql.Date;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import nl.vliegwiel.flexpool.domain.Circle;
import nl.vliegwiel.flexpool.domain.Circles;
import nl.vliegwiel.flexpool.domain.PlacementState;
import nl.vliegwiel.flexpool.domain.ranking.PoolMember;
import nl.vliegwiel.flexpool.domain.ranking.ShiftDemand;
import nl.vliegwiel.flexpool.domain.ranking.Weights;
import nl.vliegwiel.platform.time.Period;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;

/** What the ranking reads: the search rows, what a request asks, how its library weighs, and what a card may show. */
@ApplicationScoped
public class RankingQueries {
    private static final int ROWS_AT_ONCE = 2_000;

    private static final String ALL_ROWS = """
        select cast(seen.snapshot as text) as snapshot, r.*
          from (select pg_current_snapshot() as snapshot) seen
          left join flexpool_search_row r on true
         where pg_current_xact_id_if_assigned() is null""";

    /** Rows that the snapshot of the last time did not show; of transactions that were running then, or began since. */
    private static final String NEW_ROWS = """
        select cast(seen.snapshot as text) as snapshot, r.*
          from (select pg_current_snapshot() as snapshot) seen
          left join flexpool_search_row r on r.changed >= pg_snapshot_xmin(cast(:last as pg_snapshot))
               and not pg_visible_in_snapshot(r.changed, cast(:last as pg_snapshot))
         where pg_current_xact_id_if_assigned() is null""";

    /** To be filled with the circles that count, see {@link RequestScope}. */
    private static final String ASKED = """
        select r.id, r.organisation_id, r.branch_id, c.circles, r.published_at,
               cast(round(wp.x_km * 1000) as integer) as x, cast(round(wp.y_km * 1000) as integer) as y,
               case when 'REGION' = any(c.circles) and not 'COUNTRY' = any(c.circles) then
                 array(select o.id from organisation o where coalesce(o.poi_id, o.id) = coalesce(asker.poi_id, asker.id) and o.id <> asker.id)
               else '{}' end as region,
               case when 'NEIGHBOURS' = any(c.circles) and not 'COUNTRY' = any(c.circles) then
                 array(select distinct near.organisation_id from branch near join place np on np.id = near.place_id
                        where near.closed_on is null and near.organisation_id <> asker.id
                          and power(np.x_km - wp.x_km, 2) + power(np.y_km - wp.y_km, 2) <= power(:neighbourKm, 2))
               else '{}' end as neighbours,
               case when 'FAVOURITES' = any(c.circles) then
                 array(select f.person_id from favourite f where f.organisation_id = r.organisation_id and f.state = 'AGREED')
               else '{}' end as favourites,
               w.version as weights_version, w.skill_fit, w.travel, w.hours_balance, w.fair_spread, w.knows_place
          from staff_request r
          cross join lateral (select %s as circles) c
          join organisation asker on asker.id = r.organisation_id
          join branch b on b.id = r.branch_id
          join place wp on wp.id = b.place_id
          left join match_weights w on w.organisation_id = r.organisation_id
         where r.id = any(:requests)""";

    private static final String SHIFTS = """
        select s.request_id, s.id, s.starts_at, s.ends_at, s.break_minutes from shift s where s.request_id = any(:requests)
         order by s.starts_at, s.ends_at, s.id""";

    private static final String SKILLS = """
        select a.request_id, k.id, k.public_id, k.name_nl, k.name_en, a.min_level, a.required
          from staff_request_skill a join skill k on k.id = a.skill_id where a.request_id = any(:requests) order by a.required desc, k.id""";

    private static final String CARDS = """
        select p.id as person_id, p.given_name || ' ' || p.family_name as name,
               (select e.function_title from employment e where e.person_id = p.id and e.starts_on <= :day and (e.ends_on is null or e.ends_on >= :day)
                 order by e.starts_on, e.id limit 1) as function_title,
               exists (select 1 from placement m where m.request_id = :request and m.employee_id = p.id
                        and (m.created_by = m.employee_id
                          or exists (select 1 from placement_consent c where c.placement_id = m.id and c.party = 'EMPLOYEE' and c.decision = 'YES'))) as came_forward,
               open.id as placement_id, open.state as placement_state
          from person p
          left join placement open on open.shift_id = :shift and open.employee_id = p.id and open.state in ('APPLIED','PROPOSED','STANDBY')
         where p.id = any(:people)""";

    /** Everybody who would be lent works that day only at libraries that would rather not lend. */
    private static final String CLOSED = """
        select p.id from unnest(:people) as p (id)
         where exists (select from employment e where e.person_id = p.id and e.organisation_id <> :borrower and e.starts_on <= :first
                          and (e.ends_on is null or e.ends_on >= :first))
           and not exists (select from employment e where e.person_id = p.id and e.organisation_id <> :borrower and e.starts_on <= :first
                          and (e.ends_on is null or e.ends_on >= :first)
                          and not exists (select from release_blackout b where b.organisation_id = e.organisation_id
                                             and b.starts_on <= :last and b.ends_on >= :first))""";

    @Inject
    private Jdbi jdbi;

    protected RankingQueries() {
    }

    /** For what runs outside a container. */
    public RankingQueries(Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    /**
     * Rows that came since.
     *
     * @param snapshot give it back the next time
     */
    public record News(String snapshot, List<PoolMember> members) {
    }

    /**
     * Members whose rows were committed since the last time.
     *
     * @param last snapshot of the last time; null for all
     * @return empty in a transaction that has written something, for what it wrote is not committed
     */
    public Optional<News> news(String last) {
        return jdbi.withHandle(handle -> {
            List<PoolMember> members = new ArrayList<>();
            var query = last == null ? handle.createQuery(ALL_ROWS) : handle.createQuery(NEW_ROWS).bind("last", last);
            List<String> snapshots = query.setFetchSize(ROWS_AT_ONCE).map((row, context) -> {
                if (row.getObject("person_id") != null) {
                    members.add(member(row));
                }
                return members.size() > 1 ? "" : row.getString("snapshot");
            }).list();
            return snapshots.isEmpty() ? Optional.empty() : Optional.of(new News(snapshots.get(0), members));
        });
    }

    /** A member straight from the tables that the search row is derived from. */
    public Optional<PoolMember> truth(UUID personId) {
        return jdbi.withHandle(handle -> handle.createQuery("select * from search_row_truth where person_id = :person")
            .bind("person", personId).map((row, context) -> member(row)).findOne());
    }

    /** A shift of a request. */
    public record AskedShift(UUID id, Period period, int breakMinutes) {
    }

    /** A skill of a request; names in both languages. */
    public record AskedSkill(int id, UUID publicId, String nameNl, String nameEn, int level, boolean required) {
        public String name(Locale locale) {
            return "en".equals(locale.getLanguage()) ? nameEn : nameNl;
        }
    }

    /**
     * A request as the ranking needs it.
     *
     * @param weights of the library that asks
     */
    public record Asked(UUID requestId, UUID organisationId, UUID branchId, int x, int y, Set<Circle> circles, Set<UUID> region, Set<UUID> neighbours, Set<UUID> favourites,
            Weights weights, List<AskedShift> shifts, List<AskedSkill> skills) {
        public ShiftDemand demand(AskedShift shift, Locale locale) {
            return new ShiftDemand(requestId, organisationId, branchId, x, y, shift.period(), shift.breakMinutes(),
                skills.stream().map(skill -> new ShiftDemand.Skill(skill.id(), skill.name(locale), skill.level(), skill.required())).toList(),
                circles, region, neighbours, favourites);
        }
    }

    public Optional<Asked> asked(UUID requestId) {
        return jdbi.withHandle(handle -> asked(handle, List.of(requestId), RequestScope.ANSWERING)).stream().findFirst();
    }

    /** Many at once, by id. */
    public Map<UUID, Asked> asked(Collection<UUID> requests) {
        return jdbi.withHandle(handle -> asked(handle, requests, RequestScope.ANSWERING)).stream().collect(Collectors.toMap(Asked::requestId, asked -> asked));
    }

    /** Many at once, each for the circles that are open by now; in no particular order. */
    public List<Asked> askedOpenly(Collection<UUID> requests) {
        return jdbi.withHandle(handle -> asked(handle, requests, RequestScope.OPEN));
    }

    private static List<Asked> asked(Handle handle, Collection<UUID> requests, String circles) {
        Map<UUID, List<AskedShift>> shifts = new HashMap<>();
        handle.createQuery(SHIFTS).bindArray("requests", UUID.class, requests.toArray())
            .map((row, context) -> shifts.computeIfAbsent(row.getObject("request_id", UUID.class), id -> new ArrayList<>())
                .add(new AskedShift(row.getObject("id", UUID.class),
                    new Period(row.getTimestamp("starts_at").toInstant(), row.getTimestamp("ends_at").toInstant()), row.getInt("break_minutes")))).list();
        Map<UUID, List<AskedSkill>> skills = new HashMap<>();
        handle.createQuery(SKILLS).bindArray("requests", UUID.class, requests.toArray())
            .map((row, context) -> skills.computeIfAbsent(row.getObject("request_id", UUID.class), id -> new ArrayList<>())
                .add(new AskedSkill(row.getInt("id"), row.getObject("public_id", UUID.class), row.getString("name_nl"),
                    row.getString("name_en"), row.getInt("min_level"), row.getBoolean("required")))).list();
        return handle.createQuery(ASKED.formatted(circles)).bindArray("requests", UUID.class, requests.toArray()).bind("neighbourKm", Circles.NEIGHBOUR_KM)
            .map((row, context) -> {
                UUID id = row.getObject("id", UUID.class);
                return new Asked(id, row.getObject("organisation_id", UUID.class), row.getObject("branch_id", UUID.class),
                    row.getInt("x"), row.getInt("y"), circles(row), Set.of((UUID[]) array(row, "region")), Set.of((UUID[]) array(row, "neighbours")),
                    Set.of((UUID[]) array(row, "favourites")), weights(row), List.copyOf(shifts.getOrDefault(id, List.of())),
                    List.copyOf(skills.getOrDefault(id, List.of())));
            }).list();
    }

    private static Set<Circle> circles(ResultSet row) throws SQLException {
        Set<Circle> circles = EnumSet.noneOf(Circle.class);
        Arrays.stream((String[]) array(row, "circles")).map(Circle::valueOf).forEach(circles::add);
        return circles;
    }

    private static Weights weights(ResultSet row) throws SQLException {
        int version = row.getInt("weights_version");
        return row.wasNull() ? Weights.DEFAULT : new Weights("own-" + version, row.getInt("skill_fit"), row.getInt("travel"), row.getInt("hours_balance"),
            row.getInt("fair_spread"), row.getInt("knows_place"));
    }

    /**
     * What stands on a card besides the score.
     *
     * @param name only to be shown when she came forward
     * @param cameForward she applied to this request, or said yes to a proposal for it (R10)
     * @param placementId her open application or proposal for this shift; null for none
     */
    public record Card(UUID personId, String name, String function, boolean cameForward, UUID placementId, PlacementState placementState) {
    }

    public Map<UUID, Card> cards(Collection<UUID> people, UUID requestId, AskedShift shift, LocalDate day) {
        Map<UUID, Card> cards = new HashMap<>();
        if (people.isEmpty()) {
            return cards;
        }
        jdbi.useHandle(handle -> handle.createQuery(CARDS).bindArray("people", UUID.class, people.toArray()).bind("request", requestId)
            .bind("shift", shift.id()).bind("day", day)
            .map((row, context) -> {
                String state = row.getString("placement_state");
                UUID person = row.getObject("person_id", UUID.class);
                return cards.put(person, new Card(person, row.getString("name"), row.getString("function_title"), row.getBoolean("came_forward"),
                    row.getObject("placement_id", UUID.class), state == null ? null : PlacementState.valueOf(state)));
            }).list());
        return cards;
    }

    /** Names of who came forward for a request, and of members of the pool who work at these libraries; by name. */
    public Map<UUID, String> known(UUID requestId, Collection<UUID> libraries) {
        Map<UUID, String> names = new LinkedHashMap<>();
        jdbi.useHandle(handle -> handle.createQuery("""
                select p.id, p.given_name || ' ' || p.family_name as name
                  from (select m.employee_id as person_id from placement m where m.request_id = :request and (m.created_by = m.employee_id
                          or exists (select 1 from placement_consent c where c.placement_id = m.id and c.party = 'EMPLOYEE' and c.decision = 'YES'))
                         union
                        select e.person_id from employment e join pool_member k on k.person_id = e.person_id
                         where e.organisation_id = any(:libraries) and (e.ends_on is null or e.ends_on >= current_date)) k
                  join person p on p.id = k.person_id
                 order by p.family_name, p.given_name, p.id limit 500""")
            .bind("request", requestId).bindArray("libraries", UUID.class, libraries.toArray())
            .map((row, context) -> names.put(row.getObject("id", UUID.class), row.getString("name"))).list());
        return names;
    }

    /** True when the person has a job at one of these organisations on the day. */
    public boolean worksAt(UUID personId, Collection<UUID> organisations, LocalDate day) {
        return jdbi.withHandle(handle -> handle.createQuery("""
                select exists (select 1 from employment e where e.person_id = :person and e.organisation_id = any(:organisations)
                  and e.starts_on <= :day and (e.ends_on is null or e.ends_on >= :day))""")
            .bind("person", personId).bindArray("organisations", UUID.class, organisations.toArray()).bind("day", day)
            .mapTo(Boolean.class).one());
    }

    /** The people among them whose libraries, other than the one that asks, all would rather not lend on these days. */
    public Set<UUID> closed(Collection<UUID> people, UUID borrowerId, LocalDate first, LocalDate last) {
        return people.isEmpty() ? Set.of() : Set.copyOf(jdbi.withHandle(handle -> handle.createQuery(CLOSED).bindArray("people", UUID.class, people.toArray())
            .bind("borrower", borrowerId).bind("first", first).bind("last", last).mapTo(UUID.class).list()));
    }

    /** Where a branch is, in metres on the grid of the Netherlands. */
    public int[] branchPoint(UUID branchId) {
        return jdbi.withHandle(handle -> handle.createQuery("""
                select cast(round(p.x_km * 1000) as integer) as x, cast(round(p.y_km * 1000) as integer) as y
                  from branch b join place p on p.id = b.place_id where b.id = :branch""")
            .bind("branch", branchId).map((row, context) -> new int[] {row.getInt("x"), row.getInt("y")}).one());
    }

    private static PoolMember member(ResultSet row) throws SQLException {
        return new PoolMember(row.getObject("person_id", UUID.class), row.getBoolean("participating"), row.getInt("x"), row.getInt("y"),
            row.getInt("travel_limit"), row.getInt("offered"), jobs(row), skills(row), ints(row, "week"), instants(row, "extra"),
            instants(row, "blocked"), loans(row));
    }

    private static List<PoolMember.Job> jobs(ResultSet row) throws SQLException {
        UUID[] employers = (UUID[]) array(row, "employers");
        Object[] days = (Object[]) array(row, "employed");
        int[] minutes = ints(row, "contract");
        List<PoolMember.Job> jobs = new ArrayList<>();
        for (int i = 0; i < employers.length; i++) {
            // A range of dates is written [from,until), the end open when no end is known
            String range = days[i].toString();
            int comma = range.indexOf(',');
            String until = range.substring(comma + 1, range.length() - 1);
            jobs.add(new PoolMember.Job(employers[i], date(range.substring(1, comma)), until.isEmpty() ? null : date(until).minusDays(1), minutes[i]));
        }
        return jobs;
    }

    private static LocalDate date(String text) {
        return LocalDate.parse(text, DateTimeFormatter.ISO_LOCAL_DATE);
    }

    private static List<PoolMember.Held> skills(ResultSet row) throws SQLException {
        int[] ids = ints(row, "skills");
        int[] levels = ints(row, "levels");
        Date[] until = (Date[]) array(row, "valid_until");
        List<PoolMember.Held> held = new ArrayList<>();
        for (int i = 0; i < ids.length; i++) {
            held.add(new PoolMember.Held(ids[i], levels[i], until[i] == null ? null : until[i].toLocalDate()));
        }
        return held;
    }

    private static List<PoolMember.Loan> loans(ResultSet row) throws SQLException {
        List<Instant> from = instants(row, "loan_from");
        List<Instant> to = instants(row, "loan_to");
        int[] breaks = ints(row, "loan_break");
        UUID[] branches = (UUID[]) array(row, "loan_branch");
        List<PoolMember.Loan> loans = new ArrayList<>();
        for (int i = 0; i < breaks.length; i++) {
            loans.add(new PoolMember.Loan(from.get(i), to.get(i), breaks[i], branches[i]));
        }
        return loans;
    }

    private static List<Instant> instants(ResultSet row, String column) throws SQLException {
        return Arrays.stream((Timestamp[]) array(row, column)).map(Timestamp::toInstant).toList();
    }

    private static int[] ints(ResultSet row, String column) throws SQLException {
        return Arrays.stream((Number[]) array(row, column)).mapToInt(Number::intValue).toArray();
    }

    private static Object array(ResultSet row, String column) throws SQLException {
        Array array = row.getArray(column);
        return array.getArray();
    }
}
