package nl.vliegwiel.flexpool.persistence;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
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
import nl.vliegwiel.flexpool.domain.reach.Opening;
import nl.vliegwiel.flexpool.domain.reach.Pace;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;

/**
 * How far each request reaches, and who was told. The job works on many requests at a time: each statement is about all
 * of a portion. A portion is claimed by locks that others skip, so that two nodes never work on the same request, and
 * what a node did that died is undone with its locks.
 */
@ApplicationScoped
public class ReachQueries {
    private static final String COLUMNS = "all_at_once, strict, own_hours, favourites_hours, neighbours_hours, region_hours, half_days, quarter_days, "
        + "batch, batch_minutes, enough, standby_hours";

    /** Locks request and reach together or not at all, so that nobody who holds the one waits for a job that waits for her. */
    private static final String CLAIM = """
        select q.request_id from request_reach q join staff_request r on r.id = q.request_id
         where q.next_at <= :now order by q.next_at, q.request_id limit :most for no key update of q, r skip locked""";

    /** What is due, and everything where the work is near. */
    private static final String OPEN_DUE = """
        update request_circle c set opened_at = :now
          from request_reach q join staff_request r on r.id = q.request_id
         where q.request_id = any(:requests) and c.request_id = q.request_id and q.paused_at is null
           and r.status in ('PUBLISHED','PARTLY_FILLED') and c.opened_at is null
           and (c.opens_at <= :now or exists (select 1 from shift s where s.request_id = c.request_id and s.starts_at > :now and s.starts_at < :soon))
        returning c.request_id, c.circle, r.organisation_id""";

    private static final String SHOW_OPENED = """
        update staff_request r set opened = array(select c.circle from request_circle c where c.request_id = r.id and c.opened_at is not null order by c.position)
         where r.id = any(:requests)""";

    /** What still has room; a request without any is left out, and so is one that is paused, over, or too late to answer. */
    private static final String LIVE = """
        select r.id, r.organisation_id, q.batch_at, room.first_start, room.seats, room.shifts,
               (select count(*) from placement p where p.request_id = r.id and p.state in ('APPLIED','PROPOSED')) as answers,
               (select min(c.opens_at) from request_circle c where c.request_id = r.id and c.opened_at is null) as opens_at,
               pace.organisation_id as own_pace, pace.all_at_once, pace.strict, pace.own_hours, pace.favourites_hours, pace.neighbours_hours, pace.region_hours,
               pace.half_days, pace.quarter_days, pace.batch, pace.batch_minutes, pace.enough, pace.standby_hours
          from staff_request r
          join request_reach q on q.request_id = r.id
          left join reach_pace pace on pace.organisation_id = r.organisation_id
          join lateral (
            select min(o.starts_at) as first_start, sum(o.places) as seats, array_agg(o.id order by o.starts_at, o.id) as shifts
              from (select s.id, s.starts_at, s.headcount - (select count(*) from placement p where p.shift_id = s.id and p.state in %s) as places
                      from shift s where s.request_id = r.id and s.starts_at > :now) o
             where o.places > 0) room on room.shifts is not null
         where r.id = any(:requests) and r.status in ('PUBLISHED','PARTLY_FILLED') and q.paused_at is null and coalesce(r.deadline > :now, true)
        """.formatted(RequestQueries.DEFINITE);

    /** Who needs no telling: told before, or in touch with this request already. */
    private static final String KNOWN = """
        select request_id, person_id from request_notice where request_id = any(:requests)
        union
        select request_id, employee_id from placement where request_id = any(:requests)""";

    private static final String TELL = """
        insert into request_notice (request_id, person_id, at)
        select t.request, t.person, :now from unnest(:requests, :people) as t (request, person)
          join pool_member m on m.person_id = t.person and m.participating
        on conflict do nothing
        returning request_id, person_id""";

    @Inject
    private Jdbi jdbi;

    protected ReachQueries() {
    }

    /** For what runs outside a container. */
    public ReachQueries(Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    /** A pace with its version. */
    public record Kept(Pace pace, int version) {
    }

    /** A circle that opened just now. */
    public record Opened(UUID requestId, Circle circle, UUID organisationId) {
    }

    /**
     * A request that still looks for people.
     *
     * @param firstStart of the shifts that have room
     * @param seats places that are not filled
     * @param shifts that have room, the earliest first
     * @param answers people who wait for a decision
     * @param opensAt when the next circle opens; null when all are open
     */
    public record Live(UUID requestId, UUID organisationId, Instant batchAt, Instant firstStart, int seats, List<UUID> shifts, int answers,
            Instant opensAt, Pace pace) {
    }

    /** Two ids that belong together. */
    public record Told(UUID requestId, UUID personId) {
    }

    /**
     * A circle of a request.
     *
     * @param openedAt null as long as it is closed
     * @param openedBy name of who opened it before its time; null when time did it
     */
    public record Step(Circle circle, Instant opensAt, Instant openedAt, String openedBy) {
    }

    /**
     * How far a request is.
     *
     * @param pausedAt null when it goes on
     * @param told people who were told
     * @param answered people who came forward or were asked, whatever came of it
     */
    public record Progress(List<Step> steps, Instant pausedAt, int told, int answered, boolean strict) {
    }

    public Optional<Kept> pace(UUID organisationId) {
        return jdbi.withHandle(handle -> handle.createQuery("select version, " + COLUMNS + " from reach_pace where organisation_id = :organisation")
            .bind("organisation", organisationId).map((row, context) -> new Kept(pace(row), row.getInt("version"))).findOne());
    }

    /** @return false when somebody else changed it since */
    public boolean save(UUID organisationId, int seenVersion, Pace pace) {
        return jdbi.withHandle(handle -> handle.createUpdate("""
                insert into reach_pace (organisation_id, version, %1$s)
                select :organisation, 1, :allAtOnce, :strict, :own, :favourites, :neighbours, :region, :half, :quarter, :batch, :minutes, :enough, :standby
                 where :seen = 0 or exists (select 1 from reach_pace where organisation_id = :organisation)
                on conflict (organisation_id) do update set version = reach_pace.version + 1, all_at_once = excluded.all_at_once, strict = excluded.strict,
                  own_hours = excluded.own_hours, favourites_hours = excluded.favourites_hours, neighbours_hours = excluded.neighbours_hours,
                  region_hours = excluded.region_hours, half_days = excluded.half_days, quarter_days = excluded.quarter_days, batch = excluded.batch,
                  batch_minutes = excluded.batch_minutes, enough = excluded.enough, standby_hours = excluded.standby_hours
                 where reach_pace.version = :seen""".formatted(COLUMNS))
            .bind("organisation", organisationId).bind("seen", seenVersion).bind("allAtOnce", pace.allAtOnce()).bind("strict", pace.strict())
            .bind("own", pace.ownHours()).bind("favourites", pace.favouritesHours()).bind("neighbours", pace.neighboursHours()).bind("region", pace.regionHours())
            .bind("half", pace.halfDays()).bind("quarter", pace.quarterDays()).bind("batch", pace.batch()).bind("minutes", pace.batchMinutes())
            .bind("enough", pace.enough()).bind("standby", pace.standbyHours())
            .execute()) == 1;
    }

    private static Pace pace(ResultSet row) throws SQLException {
        return new Pace(row.getBoolean("all_at_once"), row.getBoolean("strict"), row.getInt("own_hours"), row.getInt("favourites_hours"),
            row.getInt("neighbours_hours"), row.getInt("region_hours"), row.getInt("half_days"), row.getInt("quarter_days"), row.getInt("batch"),
            row.getInt("batch_minutes"), row.getInt("enough"), row.getInt("standby_hours"));
    }

    /** Begins with a request that was published just now. What opens at once is open. */
    public void start(UUID requestId, List<Opening> openings, boolean strict, Instant now) {
        jdbi.useHandle(handle -> {
            handle.createUpdate("insert into request_reach (request_id, next_at, batch_at) values (:request, :now, :now)")
                .bind("request", requestId).bind("now", at(now)).execute();
            plan(handle, requestId, openings, 0, now);
            handle.createUpdate("update staff_request set stepwise = :strict where id = :request").bind("strict", strict).bind("request", requestId).execute();
            show(handle, List.of(requestId));
        });
    }

    /** Other circles or other shifts: what has not opened is planned anew, what is open stays. */
    public void planAgain(UUID requestId, List<Opening> openings, int opened, Instant now) {
        jdbi.useHandle(handle -> {
            handle.createUpdate("delete from request_circle where request_id = :request and opened_at is null").bind("request", requestId).execute();
            plan(handle, requestId, openings, opened, now);
            show(handle, List.of(requestId));
            lookAgain(handle, requestId, now);
        });
    }

    private static void plan(Handle handle, UUID requestId, List<Opening> openings, int firstPosition, Instant now) {
        int position = firstPosition;
        for (Opening opening : openings) {
            handle.createUpdate("""
                    insert into request_circle (request_id, circle, position, opens_at, opened_at)
                    values (:request, :circle, :position, :opensAt, cast(:openedAt as timestamptz))""")
                .bind("request", requestId).bind("circle", opening.circle().name()).bind("position", position++).bind("opensAt", at(opening.opensAt()))
                .bind("openedAt", opening.opensAt().isAfter(now) ? null : at(now)).execute();
        }
    }

    private static void show(Handle handle, Collection<UUID> requests) {
        handle.createUpdate(SHOW_OPENED).bindArray("requests", UUID.class, requests.toArray()).execute();
    }

    /** After a change of a request or its places: the job looks at it in its next round. */
    public void lookAgain(UUID requestId, Instant now) {
        jdbi.useHandle(handle -> lookAgain(handle, requestId, now));
    }

    private static void lookAgain(Handle handle, UUID requestId, Instant now) {
        handle.createUpdate("update request_reach set next_at = :now where request_id = :request and paused_at is null")
            .bind("request", requestId).bind("now", at(now)).execute();
    }

    /** @return empty for a draft, and for a request from before there were steps */
    public Optional<Progress> progress(UUID requestId) {
        return jdbi.withHandle(handle -> {
            List<Step> steps = handle.createQuery("""
                    select c.circle, c.opens_at, c.opened_at, p.given_name || ' ' || p.family_name as by_name
                      from request_circle c left join person p on p.id = c.opened_by where c.request_id = :request order by c.position""")
                .bind("request", requestId)
                .map((row, context) -> new Step(Circle.valueOf(row.getString("circle")), instant(row, "opens_at"), instant(row, "opened_at"), row.getString("by_name")))
                .list();
            return handle.createQuery("""
                    select q.paused_at, r.stepwise, (select count(*) from request_notice n where n.request_id = r.id) as told,
                           (select count(distinct p.employee_id) from placement p where p.request_id = r.id) as answered
                      from request_reach q join staff_request r on r.id = q.request_id where q.request_id = :request""")
                .bind("request", requestId)
                .map((row, context) -> new Progress(steps, instant(row, "paused_at"), row.getInt("told"), row.getInt("answered"), row.getBoolean("stepwise")))
                .findOne();
        });
    }

    /**
     * Locks the request and what it reaches, and raises the version.
     *
     * @return false when somebody else changed the request since
     */
    public boolean take(UUID requestId, int seenVersion) {
        return jdbi.withHandle(handle -> handle.createUpdate("update staff_request set version = version + 1 where id = :request and version = :seen")
            .bind("request", requestId).bind("seen", seenVersion).execute()) == 1;
    }

    /** Opens the next circle now; the later ones move as much to the front. @return the circle, empty when all are open */
    public Optional<Circle> openNext(UUID requestId, UUID by, Instant now) {
        return jdbi.withHandle(handle -> {
            Optional<Step> next = handle.createQuery("""
                    select circle, opens_at from request_circle where request_id = :request and opened_at is null order by position limit 1""")
                .bind("request", requestId)
                .map((row, context) -> new Step(Circle.valueOf(row.getString("circle")), instant(row, "opens_at"), null, null)).findOne();
            next.ifPresent(step -> {
                Duration sooner = Duration.between(now, step.opensAt());
                handle.createUpdate("""
                        update request_circle set opens_at = case when circle = :circle then cast(:now as timestamptz) else opens_at - make_interval(secs => :seconds) end,
                               opened_at = case when circle = :circle then cast(:now as timestamptz) end, opened_by = case when circle = :circle then cast(:by as uuid) end
                         where request_id = :request and opened_at is null""")
                    .bind("circle", step.circle().name()).bind("now", at(now)).bind("seconds", Math.max(0, sooner.toSeconds())).bind("by", by)
                    .bind("request", requestId).execute();
                show(handle, List.of(requestId));
                handle.createUpdate("update request_reach set batch_at = :now, next_at = case when paused_at is null then cast(:now as timestamptz) end where request_id = :request")
                    .bind("now", at(now)).bind("request", requestId).execute();
            });
            return next.map(Step::circle);
        });
    }

    /** @return false when it was so already */
    public boolean pause(UUID requestId, Instant now) {
        return jdbi.withHandle(handle -> handle.createUpdate("update request_reach set paused_at = :now, next_at = null where request_id = :request and paused_at is null")
            .bind("now", at(now)).bind("request", requestId).execute()) == 1;
    }

    /** Goes on where it stopped: what was still to open waits as long as it had to wait then. @return false when it was not paused */
    public boolean resume(UUID requestId, Instant now) {
        return jdbi.withHandle(handle -> {
            handle.createUpdate("""
                    update request_circle c set opens_at = c.opens_at + (cast(:now as timestamptz) - q.paused_at)
                      from request_reach q where q.request_id = :request and q.paused_at is not null and c.request_id = q.request_id and c.opened_at is null""")
                .bind("now", at(now)).bind("request", requestId).execute();
            return handle.createUpdate("update request_reach set paused_at = null, next_at = :now where request_id = :request and paused_at is not null")
                .bind("now", at(now)).bind("request", requestId).execute() == 1;
        });
    }

    /** Requests whose moment has come, locked until the end of the transaction; those that another node holds are left out. */
    public List<UUID> claim(Instant now, int most) {
        return jdbi.withHandle(handle -> handle.createQuery(CLAIM).bind("now", at(now)).bind("most", most).mapTo(UUID.class).list());
    }

    /** Opens what is due. */
    public List<Opened> open(Collection<UUID> requests, Instant now) {
        return jdbi.withHandle(handle -> {
            List<Opened> opened = handle.createQuery(OPEN_DUE).bindArray("requests", UUID.class, requests.toArray()).bind("now", at(now))
                .bind("soon", at(now.plus(Pace.LAST_MINUTE)))
                .map((row, context) -> new Opened(row.getObject("request_id", UUID.class), Circle.valueOf(row.getString("circle")),
                    row.getObject("organisation_id", UUID.class))).list();
            if (!opened.isEmpty()) {
                show(handle, opened.stream().map(Opened::requestId).distinct().toList());
            }
            return opened;
        });
    }

    public List<Live> live(Collection<UUID> requests, Instant now) {
        return jdbi.withHandle(handle -> handle.createQuery(LIVE).bindArray("requests", UUID.class, requests.toArray()).bind("now", at(now))
            .map((row, context) -> new Live(row.getObject("id", UUID.class), row.getObject("organisation_id", UUID.class), instant(row, "batch_at"),
                instant(row, "first_start"), row.getInt("seats"), Arrays.asList((UUID[]) row.getArray("shifts").getArray()), row.getInt("answers"),
                instant(row, "opens_at"), row.getObject("own_pace") == null ? Pace.DEFAULT : pace(row)))
            .list());
    }

    /** Per request the people who need no telling. */
    public Map<UUID, Set<UUID>> known(Collection<UUID> requests) {
        Map<UUID, Set<UUID>> known = new HashMap<>();
        jdbi.useHandle(handle -> handle.createQuery(KNOWN).bindArray("requests", UUID.class, requests.toArray())
            .map((row, context) -> known.computeIfAbsent(row.getObject("request_id", UUID.class), id -> new HashSet<>()).add(row.getObject("person_id", UUID.class)))
            .list());
        return known;
    }

    /** People who got as many notices on this day as somebody gets. */
    public Set<UUID> full(LocalDate day, int most) {
        return new HashSet<>(jdbi.withHandle(handle -> handle.createQuery("select person_id from notice_day where day = :day and told >= :most")
            .bind("day", day).bind("most", most).mapTo(UUID.class).list()));
    }

    /** Locks the figures of these people for the day, always in the same order. @return how many notices each got */
    public Map<UUID, Integer> lockDay(Collection<UUID> people, LocalDate day) {
        Map<UUID, Integer> told = new HashMap<>();
        Object[] sorted = people.stream().distinct().sorted().toArray();
        jdbi.useHandle(handle -> {
            handle.createUpdate("""
                    insert into notice_day (person_id, day, told) select person, :day, 0 from unnest(:people) as person order by person on conflict do nothing""")
                .bindArray("people", UUID.class, sorted).bind("day", day).execute();
            handle.createQuery("select person_id, told from notice_day where day = :day and person_id = any(:people) order by person_id for update")
                .bindArray("people", UUID.class, sorted).bind("day", day)
                .map((row, context) -> told.put(row.getObject("person_id", UUID.class), row.getInt("told"))).list();
        });
        return told;
    }

    /** @return those that were not told before, and take part; only these are to be told */
    public List<Told> tell(List<Told> fits, LocalDate day, Instant now) {
        if (fits.isEmpty()) {
            return List.of();
        }
        return jdbi.withHandle(handle -> {
            List<Told> told = handle.createQuery(TELL).bindArray("requests", UUID.class, fits.stream().map(Told::requestId).toArray())
                .bindArray("people", UUID.class, fits.stream().map(Told::personId).toArray()).bind("now", at(now))
                .map((row, context) -> new Told(row.getObject("request_id", UUID.class), row.getObject("person_id", UUID.class))).list();
            handle.createUpdate("""
                    update notice_day d set told = d.told + n.more
                      from (select person, count(*) as more from unnest(:people) as person group by person) n where d.person_id = n.person and d.day = :day""")
                .bindArray("people", UUID.class, told.stream().map(Told::personId).toArray()).bind("day", day).execute();
            return told;
        });
    }

    /** When to look again; requests that are not among them are not looked at any more until something changes. */
    public void next(Collection<UUID> requests, Map<UUID, Instant> batches) {
        List<UUID> ids = new ArrayList<>(batches.keySet());
        jdbi.useHandle(handle -> {
            handle.createUpdate("""
                    update request_reach q set batch_at = t.batch_at, next_at = least(t.batch_at,
                           (select min(c.opens_at) from request_circle c where c.request_id = q.request_id and c.opened_at is null))
                      from unnest(:ids, cast(:moments as timestamptz[])) as t (id, batch_at) where q.request_id = t.id""")
                .bindArray("ids", UUID.class, ids.toArray()).bindArray("moments", String.class, ids.stream().map(id -> batches.get(id).toString()).toArray()).execute();
            handle.createUpdate("update request_reach set next_at = null where request_id = any(:requests) and not request_id = any(:ids)")
                .bindArray("requests", UUID.class, requests.toArray()).bindArray("ids", UUID.class, ids.toArray()).execute();
        });
    }

    private static Instant instant(ResultSet row, String column) throws SQLException {
        Timestamp value = row.getTimestamp(column);
        return value == null ? null : value.toInstant();
    }

    private static OffsetDateTime at(Instant moment) {
        return moment.atOffset(ZoneOffset.UTC);
    }
}
