package nl.vliegwiel.flexpool.persistence;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.statement.Query;

/** How the pool does, by library and month. */
@ApplicationScoped
public class HealthQueries {
    /** What is asked and how it was filled, by the month of the shift. Late is less than a week before it. */
    private static final String ASKED = """
        insert into health_month as h (organisation_id, month, requests, seats, filled, late, within_day, within_three, within_week, later, fill_minutes)
        select r.organisation_id, %1$s as month, count(distinct r.id), sum(s.headcount), coalesce(sum(f.filled), 0),
               coalesce(sum(s.headcount) filter (where s.starts_at - r.published_at < interval '7 days'), 0), coalesce(sum(f.within_day), 0), coalesce(sum(f.within_three), 0),
               coalesce(sum(f.within_week), 0), coalesce(sum(f.later), 0), coalesce(sum(f.fill_minutes), 0)
          from staff_request r
          join shift s on s.request_id = r.id
          left join lateral (
            select count(*) as filled, count(*) filter (where took < 1440) as within_day, count(*) filter (where took >= 1440 and took < 4320) as within_three,
                   count(*) filter (where took >= 4320 and took < 10080) as within_week, count(*) filter (where took >= 10080) as later, sum(took) as fill_minutes
              from (select greatest(0, extract(epoch from (select max(c.at) from placement_consent c where c.placement_id = p.id and c.decision = 'YES') - r.published_at) / 60)::bigint as took
                      from placement p where p.shift_id = s.id and p.state in ('CONFIRMED','RUNNING','HOURS_CLOSED','SETTLED')) one) f on true
         where r.published_at is not null and r.status not in ('DRAFT','WITHDRAWN') and s.starts_at >= :from and s.starts_at < :to
         group by r.organisation_id, month""".formatted(month("s.starts_at"));

    private static final String LENT = """
        with loan as (
          select p.lender_id, p.borrower_id, %1$s as month, (extract(epoch from p.ends_at - p.starts_at) / 60)::integer - p.break_minutes as minutes,
                 coalesce((a.content -> 'money' ->> 'roadMetres')::bigint, 0) as metres
            from placement p left join agreement a on a.placement_id = p.id and a.text_version = p.text_version
           where p.state in ('CONFIRMED','RUNNING','HOURS_CLOSED','SETTLED') and p.lender_id <> p.borrower_id and p.starts_at >= :from and p.starts_at < :to),
        flow as (
          insert into health_flow (month, lender_id, borrower_id, placements, minutes)
          select month, lender_id, borrower_id, count(*), sum(minutes) from loan group by month, lender_id, borrower_id)
        insert into health_month as h (organisation_id, month, lent, road_metres, given_minutes, taken_minutes)
        select organisation_id, month, sum(lent), sum(metres), sum(given), sum(taken) from (
          select lender_id as organisation_id, month, 1 as lent, metres, minutes as given, 0 as taken from loan
          union all select borrower_id, month, 0, 0, 0, minutes from loan) both_sides
         group by organisation_id, month
        on conflict (organisation_id, month) do update set lent = excluded.lent, road_metres = excluded.road_metres, given_minutes = excluded.given_minutes,
           taken_minutes = excluded.taken_minutes""".formatted(month("p.starts_at"));

    /** Five minutes for each stretch of five in which somebody of the library did something for it; who it was is not kept. */
    private static final String PLANNED = """
        insert into health_month as h (organisation_id, month, planner_minutes)
        select organisation_id, month, 5 * count(*) from (
          select distinct a.organisation_id, %1$s as month, a.actor_id, floor(extract(epoch from a.at) / 300) as stretch from audit_entry a
           where a.at >= :from and a.at < :to and a.actor_id is not null and a.organisation_id is not null and a.entity in ('request','placement','plan')
             and a.action not in ('applied','standby','withdrawn','hours_entered','hours_submitted','hours_corrected')) one
         where exists (select from organisation o where o.id = one.organisation_id)
         group by organisation_id, month
        on conflict (organisation_id, month) do update set planner_minutes = excluded.planner_minutes""".formatted(month("a.at"));

    @Inject
    private Jdbi jdbi;

    protected HealthQueries() {
    }

    /** For what runs outside a container. */
    public HealthQueries(Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    private static String month(String moment) {
        return "cast(date_trunc('month', " + moment + " at time zone 'Europe/Amsterdam') as date)";
    }

    /** Figures of a month, of one library or of several together. */
    public record Month(LocalDate month, int libraries, int requests, int seats, int filled, int late, int withinDay, int withinThree, int withinWeek, int later, long fillMinutes,
            int plannerMinutes, int lent, long roadMetres, int givenMinutes, int takenMinutes) {
    }

    /** Who helped whom. */
    public record Flow(UUID lenderId, UUID borrowerId, int placements, int minutes) {
    }

    /** Where a library is, in kilometres of the Dutch grid. */
    public record Spot(UUID id, String name, String province, double xKm, double yKm) {
    }

    /** What one library gave and took in some months. */
    public record Balance(UUID id, String name, int seats, int filled, int lent, int givenMinutes, int takenMinutes) {
    }

    /**
     * Takes the turn to make the figures, when they are older than that and nobody else has it.
     *
     * @return true for who has to make them, in this transaction
     */
    public boolean claim(Instant now, Duration age) {
        return jdbi.withHandle(handle -> handle.createQuery("select true from health_refresh where refreshed_at is null or refreshed_at <= :before for update skip locked")
            .bind("before", now.minus(age).atOffset(ZoneOffset.UTC)).mapTo(Boolean.class).findOne()).orElse(false);
    }

    public boolean isNew() {
        return jdbi.withHandle(handle -> handle.createQuery("select refreshed_at is null from health_refresh").mapTo(Boolean.class).one());
    }

    /** Makes the figures of these months anew. @param from first day of a month; @param to first day of the month after the last */
    public void refresh(LocalDate from, LocalDate to, Instant begin, Instant end, Instant now) {
        jdbi.useHandle(handle -> {
            for (String table : List.of("health_month", "health_flow")) {
                handle.createUpdate("delete from " + table + " where month >= :from and month < :to").bind("from", from).bind("to", to).execute();
            }
            for (String statement : List.of(ASKED, LENT, PLANNED)) {
                handle.createUpdate(statement).bind("from", begin.atOffset(ZoneOffset.UTC)).bind("to", end.atOffset(ZoneOffset.UTC)).execute();
            }
            handle.createUpdate("update health_refresh set refreshed_at = :now").bind("now", now.atOffset(ZoneOffset.UTC)).execute();
        });
    }

    /** @param libraries null for all */
    public List<Month> months(Collection<UUID> libraries, LocalDate from, LocalDate to) {
        return jdbi.withHandle(handle -> scoped(handle.createQuery("""
                select month, count(*) as libraries, sum(requests) as requests, sum(seats) as seats, sum(filled) as filled, sum(late) as late, sum(within_day) as within_day,
                       sum(within_three) as within_three, sum(within_week) as within_week, sum(later) as later, sum(fill_minutes) as fill_minutes,
                       sum(planner_minutes) as planner_minutes, sum(lent) as lent, sum(road_metres) as road_metres, sum(given_minutes) as given_minutes, sum(taken_minutes) as taken_minutes
                  from health_month where month >= :from and month < :to and (:all or organisation_id = any(:libraries)) group by month order by month"""), libraries, from, to)
            .map((row, context) -> new Month(row.getObject("month", LocalDate.class), row.getInt("libraries"), row.getInt("requests"), row.getInt("seats"), row.getInt("filled"),
                row.getInt("late"), row.getInt("within_day"), row.getInt("within_three"), row.getInt("within_week"), row.getInt("later"), row.getLong("fill_minutes"),
                row.getInt("planner_minutes"), row.getInt("lent"), row.getLong("road_metres"), row.getInt("given_minutes"), row.getInt("taken_minutes"))).list());
    }

    /** Most hours first. @param libraries null for all; else those that gave or took */
    public List<Flow> flows(Collection<UUID> libraries, LocalDate from, LocalDate to) {
        return jdbi.withHandle(handle -> scoped(handle.createQuery("""
                select lender_id, borrower_id, sum(placements) as placements, sum(minutes) as minutes from health_flow
                 where month >= :from and month < :to and (:all or lender_id = any(:libraries) or borrower_id = any(:libraries))
                 group by lender_id, borrower_id order by sum(minutes) desc, lender_id, borrower_id"""), libraries, from, to)
            .map((row, context) -> new Flow(row.getObject("lender_id", UUID.class), row.getObject("borrower_id", UUID.class), row.getInt("placements"), row.getInt("minutes"))).list());
    }

    /** What each library gave and took, by name. @param libraries null for all */
    public List<Balance> balances(Collection<UUID> libraries, LocalDate from, LocalDate to) {
        return jdbi.withHandle(handle -> scoped(handle.createQuery("""
                select o.id, o.name, sum(h.seats) as seats, sum(h.filled) as filled, sum(h.lent) as lent, sum(h.given_minutes) as given, sum(h.taken_minutes) as taken
                  from health_month h join organisation o on o.id = h.organisation_id
                 where h.month >= :from and h.month < :to and (:all or h.organisation_id = any(:libraries)) group by o.id, o.name order by o.name, o.id"""), libraries, from, to)
            .map((row, context) -> new Balance(row.getObject("id", UUID.class), row.getString("name"), row.getInt("seats"), row.getInt("filled"), row.getInt("lent"),
                row.getInt("given"), row.getInt("taken"))).list());
    }

    private static Query scoped(Query query, Collection<UUID> libraries, LocalDate from, LocalDate to) {
        return query.bind("from", from).bind("to", to).bind("all", libraries == null).bindArray("libraries", UUID.class, libraries == null ? new Object[0] : libraries.toArray());
    }

    /** Places of libraries: of each its first branch. */
    public List<Spot> spots(Collection<UUID> libraries) {
        return libraries.isEmpty() ? List.of() : jdbi.withHandle(handle -> handle.createQuery("""
                select o.id, o.name, coalesce(o.province, '') as province, p.x_km, p.y_km from organisation o
                  join lateral (select b.place_id from branch b where b.organisation_id = o.id order by b.id limit 1) b on true join place p on p.id = b.place_id
                 where o.id = any(:ids) order by o.name, o.id""")
            .bindArray("ids", UUID.class, libraries.toArray())
            .map((row, context) -> new Spot(row.getObject("id", UUID.class), row.getString("name"), row.getString("province"), row.getDouble("x_km"), row.getDouble("y_km"))).list());
    }

    /** Corners of the country and where its places are, to draw its outline by: one place of each square of some kilometres. */
    public List<Spot> outline() {
        return jdbi.withHandle(handle -> handle.createQuery("""
                select distinct on (floor(x_km / 6), floor(y_km / 6)) cast(null as uuid) as id, name, province, x_km, y_km from place
                 order by floor(x_km / 6), floor(y_km / 6), population desc""")
            .map((row, context) -> new Spot(null, row.getString("name"), row.getString("province"), row.getDouble("x_km"), row.getDouble("y_km"))).list());
    }

    /** Libraries that a POI supports. */
    public List<UUID> region(UUID poiId) {
        return jdbi.withHandle(handle -> handle.createQuery("select id from organisation where poi_id = :poi and merged_into is null union select id from organisation where id = :poi and also_poi")
            .bind("poi", poiId).mapTo(UUID.class).list());
    }

    /** The POI of a library with its name; nothing where it has none. */
    public Optional<Poi> poi(UUID libraryId) {
        return jdbi.withHandle(handle -> handle.createQuery("select p.id, p.name from organisation o join organisation p on p.id = o.poi_id where o.id = :library")
            .bind("library", libraryId).map((row, context) -> new Poi(row.getObject("id", UUID.class), row.getString("name"))).findOne());
    }

    /** Body that supports a region. */
    public record Poi(UUID id, String name) {
    }

    public Optional<Poi> organisation(UUID id) {
        return jdbi.withHandle(handle -> handle.createQuery("select id, name from organisation where id = :id")
            .bind("id", id).map((row, context) -> new Poi(row.getObject("id", UUID.class), row.getString("name"))).findOne());
    }

    public Instant refreshedAt() {
        return jdbi.withHandle(handle -> handle.createQuery("select refreshed_at from health_refresh").map((row, context) -> row.getTimestamp(1) == null ? null
            : row.getTimestamp(1).toInstant()).findOne()).orElse(null);
    }
}
