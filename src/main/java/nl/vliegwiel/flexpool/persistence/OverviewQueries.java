package nl.vliegwiel.flexpool.persistence;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import nl.vliegwiel.flexpool.Flexpool.Away;
import nl.vliegwiel.flexpool.Flexpool.GiveAndTake;
import nl.vliegwiel.flexpool.Flexpool.OpenCall;
import nl.vliegwiel.flexpool.Flexpool.PlacementInBrief;
import nl.vliegwiel.flexpool.Flexpool.RequestInBrief;
import nl.vliegwiel.flexpool.Flexpool.Unfilled;
import nl.vliegwiel.flexpool.domain.WeeklyHours;
import nl.vliegwiel.flexpool.domain.WeeklyPattern;
import nl.vliegwiel.platform.time.Period;
import org.jdbi.v3.core.Jdbi;

/** Short lists for start pages and messages. */
@ApplicationScoped
public class OverviewQueries {
    private static final String PLACEMENT = """
        select p.id, p.request_id, r.title, p.borrower_id, borrower.name as borrower, p.lender_id, lender.name as lender, p.employee_id,
               place.name as place, p.starts_at, p.ends_at, p.state,
               array(select c.party from placement_consent c
                      where c.placement_id = p.id and c.text_version = p.text_version and c.decision = 'YES'
                        and (c.party <> 'LENDER' or p.lender_asked_at is null or c.at > p.lender_asked_at)) as agreed
          from placement p
          join staff_request r on r.id = p.request_id
          join branch b on b.id = r.branch_id
          join place on place.id = b.place_id
          join organisation borrower on borrower.id = p.borrower_id
          join organisation lender on lender.id = p.lender_id
        """;
    private static final String BY_IDS = PLACEMENT + "where p.id = any(:ids) order by p.starts_at, p.id";
    private static final String NEXT_WORK = PLACEMENT + """
        where p.employee_id = :employee and p.state in ('CONFIRMED', 'RUNNING') and p.ends_at > :now
        order by p.starts_at, p.id limit :most""";

    private static final String OPEN_CALL = """
        select r.id, r.title, o.name as library, place.name as place, r.deadline, s.starts_at, s.ends_at
          from staff_request r
          join organisation o on o.id = r.organisation_id
          join branch b on b.id = r.branch_id
          join place on place.id = b.place_id
          join shift s on s.request_id = r.id and s.id = any(:shifts) and s.starts_at > :now
         where r.id = :request and r.status in ('PUBLISHED', 'PARTLY_FILLED') and coalesce(r.deadline > :now, true)
           and s.headcount > (select count(*) from placement p where p.shift_id = s.id and p.state in ('CONFIRMED', 'RUNNING', 'HOURS_CLOSED', 'SETTLED'))
         order by s.starts_at, s.id""";

    private static final String OPEN_REQUESTS = """
        select r.id, r.title, r.status, o.name as library, place.name as place, r.deadline, s.seats, s.first_start,
               (select count(*) from placement p where p.request_id = r.id and p.state in ('CONFIRMED', 'RUNNING', 'HOURS_CLOSED', 'SETTLED')) as filled,
               (select count(*) from placement p where p.request_id = r.id and p.state in ('APPLIED', 'PROPOSED')) as waiting
          from staff_request r
          join organisation o on o.id = r.organisation_id
          join branch b on b.id = r.branch_id
          join place on place.id = b.place_id
          join lateral (select coalesce(sum(headcount), 0) as seats, min(starts_at) filter (where starts_at > :now) as first_start, count(*) as shifts
                          from shift where request_id = r.id) s on true
         where r.organisation_id = any(:libraries) and r.status in ('DRAFT', 'PUBLISHED', 'PARTLY_FILLED')
           and (s.first_start is not null or s.shifts = 0)
         order by s.first_start nulls last, r.id limit :most""";

    /** A shift is shorter than a day, by which the index finds those that began before the stretch of time. */
    private static final String AWAY = """
        select p.id, e.given_name || ' ' || e.family_name as employee, borrower.name as borrower, place.name as place, p.starts_at, p.ends_at
          from placement p
          join person e on e.id = p.employee_id
          join staff_request r on r.id = p.request_id
          join branch b on b.id = r.branch_id
          join place on place.id = b.place_id
          join organisation borrower on borrower.id = p.borrower_id
         where p.lender_id = any(:libraries) and p.state in ('CONFIRMED', 'RUNNING', 'HOURS_CLOSED', 'SETTLED')
           and p.borrower_id <> p.lender_id and p.starts_at > :since - interval '1 day' and p.starts_at < :until and p.ends_at > :since
         order by p.starts_at, p.id limit :most""";

    private static final String UNFILLED = """
        select r.id, r.title, o.name as library, place.name as place, s.starts_at, s.ends_at, s.headcount - f.filled as missing
          from shift s
          join staff_request r on r.id = s.request_id and r.status in ('PUBLISHED', 'PARTLY_FILLED')
          join organisation o on o.id = r.organisation_id
          join branch b on b.id = r.branch_id
          join place on place.id = b.place_id
          join lateral (select count(*) as filled from placement p
                         where p.shift_id = s.id and p.state in ('CONFIRMED', 'RUNNING', 'HOURS_CLOSED', 'SETTLED')) f on true
         where s.starts_at >= :since and s.starts_at < :until and r.organisation_id = any(:libraries) and f.filled < s.headcount
         order by s.starts_at, s.id limit :most""";

    private static final String GIVE_AND_TAKE = """
        with work as (
          select lender_id, borrower_id, extract(epoch from ends_at - starts_at) / 60 - break_minutes as minutes
            from placement
           where (lender_id = any(:libraries) or borrower_id = any(:libraries)) and starts_at >= :since
             and state in ('CONFIRMED', 'RUNNING', 'HOURS_CLOSED', 'SETTLED') and lender_id <> borrower_id),
        lent as (select lender_id as id, sum(minutes) as minutes from work group by lender_id),
        borrowed as (select borrower_id as id, sum(minutes) as minutes from work group by borrower_id)
        select o.id, o.name, cast(coalesce(lent.minutes, 0) as bigint) as lent, cast(coalesce(borrowed.minutes, 0) as bigint) as borrowed
          from organisation o
          left join lent on lent.id = o.id
          left join borrowed on borrowed.id = o.id
         where o.id = any(:libraries)
         order by o.name""";

    @Inject
    private Jdbi jdbi;

    /** How somebody stands in the pool. */
    public record Member(boolean participating, int maxMinutesPerWeek, Instant changedAt, WeeklyPattern week) {
    }

    public List<PlacementInBrief> placements(Collection<UUID> ids) {
        return jdbi.withHandle(handle -> handle.createQuery(BY_IDS).bindArray("ids", UUID.class, ids.toArray())
            .map((row, context) -> placement(row)).list());
    }

    public List<PlacementInBrief> nextWork(UUID employeeId, Instant now, int most) {
        return jdbi.withHandle(handle -> handle.createQuery(NEXT_WORK).bind("employee", employeeId).bind("now", at(now)).bind("most", most)
            .map((row, context) -> placement(row)).list());
    }

    public Optional<Member> pool(UUID personId) {
        return jdbi.withHandle(handle -> {
            List<WeeklyHours> week = handle.createQuery("select day, from_minute, to_minute from weekly_availability where person_id = :person")
                .bind("person", personId)
                .map((row, context) -> new WeeklyHours(DayOfWeek.of(row.getInt("day")), row.getInt("from_minute"), row.getInt("to_minute"))).list();
            return handle.createQuery("select participating, max_minutes_per_week, changed_at from pool_member where person_id = :person")
                .bind("person", personId)
                .map((row, context) -> new Member(row.getBoolean("participating"), row.getInt("max_minutes_per_week"), instant(row, "changed_at"),
                    WeeklyPattern.of(week)))
                .findOne();
        });
    }

    public List<RequestInBrief> openRequests(Set<UUID> libraries, Instant now, int most) {
        return jdbi.withHandle(handle -> handle.createQuery(OPEN_REQUESTS).bindArray("libraries", UUID.class, libraries.toArray())
            .bind("now", at(now)).bind("most", most)
            .map((row, context) -> new RequestInBrief(id(row, "id"), row.getString("title"), row.getString("status"), row.getString("library"),
                row.getString("place"), instant(row, "first_start"), instant(row, "deadline"), row.getInt("seats"), row.getInt("filled"),
                row.getInt("waiting")))
            .list());
    }

    public List<PlacementInBrief> definiteBetween(Instant from, Instant to) {
        return jdbi.withHandle(handle -> handle.createQuery(PLACEMENT + "where p.state = 'CONFIRMED' and p.starts_at > :from and p.starts_at <= :to order by p.starts_at, p.id")
            .bind("from", at(from)).bind("to", at(to)).map((row, context) -> placement(row)).list());
    }

    public Optional<OpenCall> openCall(UUID requestId, Collection<UUID> shiftIds, Instant now) {
        return jdbi.withHandle(handle -> {
            List<Period> shifts = new ArrayList<>();
            return handle.createQuery(OPEN_CALL).bind("request", requestId).bindArray("shifts", UUID.class, shiftIds.toArray()).bind("now", at(now))
                .map((row, context) -> {
                    shifts.add(new Period(instant(row, "starts_at"), instant(row, "ends_at")));
                    return new OpenCall(id(row, "id"), row.getString("title"), row.getString("library"), row.getString("place"), instant(row, "deadline"), shifts);
                }).list().stream().reduce((first, last) -> last);
        });
    }

    public List<Away> away(Set<UUID> libraries, Instant from, Instant to, int most) {
        return jdbi.withHandle(handle -> handle.createQuery(AWAY).bindArray("libraries", UUID.class, libraries.toArray())
            .bind("since", at(from)).bind("until", at(to)).bind("most", most)
            .map((row, context) -> new Away(id(row, "id"), row.getString("employee"), row.getString("borrower"), row.getString("place"),
                instant(row, "starts_at"), instant(row, "ends_at")))
            .list());
    }

    public List<Unfilled> unfilled(Set<UUID> libraries, Instant from, Instant to, int most) {
        return jdbi.withHandle(handle -> handle.createQuery(UNFILLED).bindArray("libraries", UUID.class, libraries.toArray())
            .bind("since", at(from)).bind("until", at(to)).bind("most", most)
            .map((row, context) -> new Unfilled(id(row, "id"), row.getString("title"), row.getString("library"), row.getString("place"),
                instant(row, "starts_at"), instant(row, "ends_at"), row.getInt("missing")))
            .list());
    }

    public List<GiveAndTake> giveAndTake(Set<UUID> libraries, Instant since) {
        return jdbi.withHandle(handle -> handle.createQuery(GIVE_AND_TAKE).bindArray("libraries", UUID.class, libraries.toArray())
            .bind("since", at(since))
            .map((row, context) -> new GiveAndTake(id(row, "id"), row.getString("name"), row.getLong("lent"), row.getLong("borrowed")))
            .list());
    }

    private static PlacementInBrief placement(ResultSet row) throws SQLException {
        return new PlacementInBrief(id(row, "id"), id(row, "request_id"), row.getString("title"), id(row, "borrower_id"), row.getString("borrower"),
            id(row, "lender_id"), row.getString("lender"), id(row, "employee_id"), row.getString("place"), instant(row, "starts_at"),
            instant(row, "ends_at"), row.getString("state"), texts(row.getArray("agreed")));
    }

    private static Set<String> texts(Array array) throws SQLException {
        List<String> texts = new ArrayList<>();
        for (Object text : (Object[]) array.getArray()) {
            texts.add(text.toString());
        }
        return Set.copyOf(texts);
    }

    private static UUID id(ResultSet row, String column) throws SQLException {
        return row.getObject(column, UUID.class);
    }

    private static Instant instant(ResultSet row, String column) throws SQLException {
        OffsetDateTime moment = row.getObject(column, OffsetDateTime.class);
        return moment == null ? null : moment.toInstant();
    }

    private static OffsetDateTime at(Instant moment) {
        return moment.atOffset(ZoneOffset.UTC);
    }
}
