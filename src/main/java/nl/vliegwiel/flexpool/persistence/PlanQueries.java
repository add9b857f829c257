package nl.vliegwiel.flexpool.persistence;

import com.fasterxml.jackson.core.JsonProcessingException;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import nl.vliegwiel.flexpool.domain.PlacementState;
import nl.vliegwiel.flexpool.domain.Urgency;
import nl.vliegwiel.flexpool.domain.planning.PlanWeights;
import nl.vliegwiel.flexpool.domain.planning.ShiftPrices;
import nl.vliegwiel.flexpool.domain.ranking.PoolMember.Loan;
import nl.vliegwiel.flexpool.domain.weekplan.PlanChoice;
import nl.vliegwiel.flexpool.domain.weekplan.PlanState;
import nl.vliegwiel.flexpool.domain.weekplan.SeatReasons;
import nl.vliegwiel.flexpool.domain.weekplan.WeekProblem.Before;
import nl.vliegwiel.platform.rest.Json;
import nl.vliegwiel.platform.time.Period;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;

/** Proposals for a week, and the open shifts they are made from. */
@ApplicationScoped
public class PlanQueries {
    /** An application or a proposal that nobody answered yet holds its seat. */
    private static final String OPEN_SHIFTS = """
        select s.id, s.request_id, r.urgency,
               s.headcount - (select count(*) from placement p where p.shift_id = s.id
                 and p.state in ('APPLIED','PROPOSED','CONFIRMED','RUNNING','HOURS_CLOSED','SETTLED')) as free
          from shift s join staff_request r on r.id = s.request_id
         where r.organisation_id = any(:libraries) and r.status in ('PUBLISHED','PARTLY_FILLED','RUNNING')
           and s.starts_at >= :from and s.starts_at < :to and s.starts_at > :now and (r.deadline is null or r.deadline > :now)
         order by s.starts_at, s.id limit :most""";

    private static final String PENDING = """
        select p.employee_id, p.shift_id, p.starts_at, p.ends_at, p.break_minutes, r.branch_id
          from placement p join staff_request r on r.id = p.request_id
         where p.state in ('APPLIED','PROPOSED','STANDBY') and p.starts_at < :to and p.ends_at > :from""";

    private static final String HEAD = """
        select h.*, o.name as organisation, p.given_name || ' ' || p.family_name as asker,
               exists (select 1 from plan_line l where l.proposal_id = h.id and l.placement_id is not null) as used
          from plan_proposal h join organisation o on o.id = h.organisation_id join person p on p.id = h.asked_by
        """;

    private static final String LINES = """
        select l.*, r.title, r.urgency, o.name as library, place.name as place, s.starts_at, s.ends_at, m.state as placement_state
          from plan_line l
          join staff_request r on r.id = l.request_id
          join organisation o on o.id = l.organisation_id
          join branch b on b.id = r.branch_id
          join place on place.id = b.place_id
          join shift s on s.id = l.shift_id
          left join placement m on m.id = l.placement_id
         where l.proposal_id = :id order by s.starts_at, s.id, l.seat""";

    @Inject
    private Jdbi jdbi;

    /** What each library lent, and the colleagues through whom it takes part; what a library lends to itself is nothing. */
    private static final String LENT_MORE = """
        with hours as (
          select p.lender_id, p.borrower_id, extract(epoch from p.ends_at - p.starts_at) / 3600 - p.break_minutes / 60.0 as hours from placement p
           where p.state in ('CONFIRMED','RUNNING','HOURS_CLOSED','SETTLED') and p.starts_at >= :from and p.starts_at < :to and p.lender_id <> p.borrower_id),
        balance as (
          select side.organisation_id, sum(side.hours) as hours from hours h
           cross join lateral (values (h.lender_id, h.hours), (h.borrower_id, -h.hours)) as side (organisation_id, hours)
           group by side.organisation_id having sum(side.hours) > 0)
        select b.organisation_id, cast(floor(b.hours / greatest(1, (select count(distinct m.person_id) from pool_member m join employment e on e.person_id = m.person_id
                 where m.participating and e.organisation_id = b.organisation_id and (e.ends_on is null or e.ends_on >= :day)))) as integer) as hours
          from balance b""";

    /** A shift with free places. */
    public record OpenShift(UUID shiftId, UUID requestId, Urgency urgency, int free) {
    }

    /** Hours that libraries lent more than they got in a period, per colleague in the pool; libraries that got more are left out. */
    public Map<UUID, Integer> lentMore(Period period, LocalDate day) {
        Map<UUID, Integer> hours = new HashMap<>();
        jdbi.useHandle(handle -> handle.createQuery(LENT_MORE).bind("from", utc(period.start())).bind("to", utc(period.end())).bind("day", day)
            .map((row, context) -> hours.put(row.getObject("organisation_id", UUID.class), row.getInt("hours"))).list());
        return hours;
    }

    /** Days on which a library would rather not lend. */
    public record Closed(UUID organisationId, LocalDate first, LocalDate last) {
    }

    public List<Closed> closed(LocalDate first, LocalDate last) {
        return jdbi.withHandle(handle -> handle.createQuery("select organisation_id, starts_on, ends_on from release_blackout where starts_on <= :last and ends_on >= :first")
            .bind("first", first).bind("last", last)
            .map((row, context) -> new Closed(row.getObject("organisation_id", UUID.class), row.getObject("starts_on", LocalDate.class), row.getObject("ends_on", LocalDate.class))).list());
    }

    /** Seats of a proposal in their order with the prices that were found; empty for one of which none are kept. */
    public List<Before> before(UUID id) {
        return jdbi.withHandle(handle -> handle.createQuery("""
                select l.shift_id, l.person_id, h.prices[l.seat + 1] as price from plan_proposal h join plan_line l on l.proposal_id = h.id
                 where h.id = :id and h.prices is not null order by l.seat""")
            .bind("id", id).map((row, context) -> new Before(row.getObject("shift_id", UUID.class), row.getObject("person_id", UUID.class), row.getLong("price"))).list());
    }

    public List<OpenShift> openShifts(Collection<UUID> libraries, Period week, Instant now, int most) {
        return jdbi.withHandle(handle -> handle.createQuery(OPEN_SHIFTS).bindArray("libraries", UUID.class, libraries.toArray())
            .bind("from", utc(week.start())).bind("to", utc(week.end())).bind("now", utc(now)).bind("most", most)
            .map((row, context) -> new OpenShift(row.getObject("id", UUID.class), row.getObject("request_id", UUID.class), Urgency.valueOf(row.getString("urgency")),
                row.getInt("free"))).list()
            .stream().filter(shift -> shift.free() > 0).toList());
    }

    /** Work for which somebody was asked or came forward, not decided yet. */
    public record Pending(UUID personId, UUID shiftId, Loan loan) {
    }

    public List<Pending> pending(Period around) {
        return jdbi.withHandle(handle -> handle.createQuery(PENDING).bind("from", utc(around.start())).bind("to", utc(around.end()))
            .map((row, context) -> new Pending(row.getObject("employee_id", UUID.class), row.getObject("shift_id", UUID.class),
                new Loan(row.getTimestamp("starts_at").toInstant(), row.getTimestamp("ends_at").toInstant(), row.getInt("break_minutes"), row.getObject("branch_id", UUID.class))))
            .list());
    }

    /** What is asked for. */
    public record Order(UUID id, UUID organisationId, boolean region, LocalDate monday, UUID askedBy, Instant askedAt, UUID basedOn, String rules, PlanWeights weights, long seed) {
    }

    /** @return false when a proposal for it is being made already */
    public boolean begin(Order order, Collection<PlanChoice> choices) {
        return jdbi.withHandle(handle -> {
            int made = handle.createUpdate("""
                    insert into plan_proposal (id, organisation_id, region, monday, state, asked_by, asked_at, based_on, rules, weights, seed, seen_alive_at)
                    values (:id, :organisation, :region, :monday, 'RUNNING', :by, :at, :basedOn, :rules, cast(:weights as jsonb), :seed, :at)
                    on conflict (organisation_id, region) where state = 'RUNNING' do nothing""")
                .bind("id", order.id()).bind("organisation", order.organisationId()).bind("region", order.region()).bind("monday", order.monday())
                .bind("by", order.askedBy()).bind("at", utc(order.askedAt())).bind("basedOn", order.basedOn()).bind("rules", order.rules())
                .bind("weights", json(order.weights())).bind("seed", order.seed()).execute();
            if (made == 1) {
                choices.forEach(choice -> handle.createUpdate("insert into plan_choice (proposal_id, shift_id, person_id, kind) values (:id, :shift, :person, :kind)")
                    .bind("id", order.id()).bind("shift", choice.shiftId()).bind("person", choice.personId()).bind("kind", choice.kind().name()).execute());
            }
            return made == 1;
        });
    }

    /** Runs of which nobody heard for long: their node is gone. */
    public void giveUp(Instant silentSince, Instant now) {
        jdbi.useHandle(handle -> handle.createUpdate("update plan_proposal set state = 'FAILED', finished_at = :now where state = 'RUNNING' and seen_alive_at < :since")
            .bind("now", utc(now)).bind("since", utc(silentSince)).execute());
    }

    /** A proposal without its lines. */
    public record Head(UUID id, UUID organisationId, String organisation, boolean region, LocalDate monday, PlanState state, UUID askedById, String askedBy, Instant askedAt, UUID basedOn,
            String rules, String weightsVersion, long seed, String inputHash, int people, int seats, int covered, long value, long bound, int leftOut, int share, Instant finishedAt,
            Instant handedAt, boolean used) {
    }

    public Optional<Head> head(UUID id) {
        return jdbi.withHandle(handle -> handle.createQuery(HEAD + "where h.id = :id").bind("id", id).map((row, context) -> head(row)).findOne());
    }

    /** Newest first: of these planners, and what was handed to these libraries. */
    public List<Head> heads(Set<UUID> libraries, Set<UUID> regions, LocalDate monday, int most) {
        return jdbi.withHandle(handle -> handle.createQuery(HEAD + """
                where h.monday = :monday and (not h.region and h.organisation_id = any(:libraries) or h.region and h.organisation_id = any(:regions)
                   or h.handed_at is not null and exists (select 1 from plan_line l where l.proposal_id = h.id and l.organisation_id = any(:libraries)))
                order by h.asked_at desc, h.id limit :most""")
            .bind("monday", monday).bindArray("libraries", UUID.class, libraries.toArray()).bindArray("regions", UUID.class, regions.toArray()).bind("most", most)
            .map((row, context) -> head(row)).list());
    }

    private static Head head(ResultSet row) throws SQLException {
        return new Head(row.getObject("id", UUID.class), row.getObject("organisation_id", UUID.class), row.getString("organisation"), row.getBoolean("region"),
            row.getObject("monday", LocalDate.class), PlanState.valueOf(row.getString("state")), row.getObject("asked_by", UUID.class), row.getString("asker"),
            instant(row, "asked_at"), row.getObject("based_on", UUID.class), row.getString("rules"), read(row.getString("weights"), PlanWeights.class).version(), row.getLong("seed"),
            row.getString("input_hash"), row.getInt("people"), row.getInt("seats"), row.getInt("covered"), row.getLong("value"), row.getLong("bound"), row.getInt("left_out"),
            row.getInt("share"), instant(row, "finished_at"), instant(row, "handed_at"), row.getBoolean("used"));
    }

    public List<PlanChoice> choices(UUID id) {
        return jdbi.withHandle(handle -> handle.createQuery("select * from plan_choice where proposal_id = :id order by shift_id, person_id").bind("id", id)
            .map((row, context) -> new PlanChoice(row.getObject("shift_id", UUID.class), row.getObject("person_id", UUID.class), PlanChoice.Kind.valueOf(row.getString("kind")))).list());
    }

    /** How far it is. @return whether to stop */
    public boolean progress(UUID id, int seats, int people, int covered, long value, long bound, int share, Instant now) {
        return jdbi.withHandle(handle -> handle.createQuery("""
                with told as (update plan_proposal set seats = :seats, people = :people, covered = :covered, value = :value, bound = :bound, share = :share, seen_alive_at = :now
                               where id = :id and state = 'RUNNING' returning stop_asked)
                select coalesce((select stop_asked from told), true)""")
            .bind("id", id).bind("seats", seats).bind("people", people).bind("covered", covered).bind("value", value).bind("bound", Math.max(value, bound)).bind("share", share)
            .bind("now", utc(now)).mapTo(Boolean.class).one());
    }

    public void askToStop(UUID id) {
        jdbi.useHandle(handle -> handle.createUpdate("update plan_proposal set stop_asked = true where id = :id and state = 'RUNNING'").bind("id", id).execute());
    }

    /** How it ended; prices by seat, null for none. */
    public record Outcome(UUID id, PlanState state, String inputHash, int people, int covered, long value, long bound, int leftOut, ShiftPrices prices, Instant at) {
    }

    /** A line as it was made. */
    public record Made(UUID requestId, UUID shiftId, UUID organisationId, UUID personId, boolean pinned, SeatReasons reasons) {
    }

    public void finish(Outcome outcome, List<Made> lines) {
        jdbi.useHandle(handle -> {
            int written = handle.createUpdate("""
                    update plan_proposal set state = :state, input_hash = :hash, people = :people, seats = :seats, covered = :covered, value = :value, bound = :bound,
                           left_out = :leftOut, prices = :prices, share = 100, finished_at = :at where id = :id and state = 'RUNNING'""")
                .bind("id", outcome.id()).bind("state", outcome.state().name()).bind("hash", outcome.inputHash()).bind("people", outcome.people()).bind("seats", lines.size())
                .bind("covered", outcome.covered()).bind("value", outcome.value()).bind("bound", Math.max(outcome.value(), outcome.bound())).bind("leftOut", outcome.leftOut())
                .bind("prices", outcome.prices() == null ? null : outcome.prices().scaled())
                .bind("at", utc(outcome.at())).execute();
            if (written == 1 && !lines.isEmpty()) {
                add(handle, outcome.id(), lines);
            }
        });
    }

    private static void add(Handle handle, UUID id, List<Made> lines) {
        var batch = handle.prepareBatch("""
            insert into plan_line (proposal_id, seat, request_id, shift_id, organisation_id, person_id, pinned, reasons)
            values (:id, :seat, :request, :shift, :organisation, :person, :pinned, cast(:reasons as jsonb))""");
        for (int seat = 0; seat < lines.size(); seat++) {
            Made line = lines.get(seat);
            batch.bind("id", id).bind("seat", seat).bind("request", line.requestId()).bind("shift", line.shiftId()).bind("organisation", line.organisationId())
                .bind("person", line.personId()).bind("pinned", line.pinned()).bind("reasons", json(line.reasons())).add();
        }
        batch.execute();
    }

    public void fail(UUID id, Instant at) {
        jdbi.useHandle(handle -> handle.createUpdate("update plan_proposal set state = 'FAILED', finished_at = :at where id = :id and state = 'RUNNING'")
            .bind("id", id).bind("at", utc(at)).execute());
    }

    /** A line as it is kept; placement and its state are null as long as nobody was asked. */
    public record Line(int seat, UUID requestId, String title, Urgency urgency, UUID shiftId, UUID organisationId, String library, String place, Period period, UUID personId, boolean pinned,
            SeatReasons reasons, UUID placementId, PlacementState placementState) {
    }

    public List<Line> lines(UUID id) {
        return jdbi.withHandle(handle -> handle.createQuery(LINES).bind("id", id).map((row, context) -> {
            String state = row.getString("placement_state");
            return new Line(row.getInt("seat"), row.getObject("request_id", UUID.class), row.getString("title"), Urgency.valueOf(row.getString("urgency")),
                row.getObject("shift_id", UUID.class),
                row.getObject("organisation_id", UUID.class), row.getString("library"), row.getString("place"), new Period(instant(row, "starts_at"), instant(row, "ends_at")),
                row.getObject("person_id", UUID.class), row.getBoolean("pinned"), read(row.getString("reasons"), SeatReasons.class), row.getObject("placement_id", UUID.class),
                state == null ? null : PlacementState.valueOf(state));
        }).list());
    }

    /** Writes who asked the employee of a line, once. */
    public void decided(UUID id, int seat, UUID placementId, UUID by, Instant at) {
        jdbi.useHandle(handle -> handle.createUpdate("""
                update plan_line set placement_id = :placement, decided_by = :by, decided_at = :at where proposal_id = :id and seat = :seat and placement_id is null""")
            .bind("id", id).bind("seat", seat).bind("placement", placementId).bind("by", by).bind("at", utc(at)).execute());
    }

    public void handOver(UUID id, Instant at) {
        jdbi.useHandle(handle -> handle.createUpdate("update plan_proposal set handed_at = :at where id = :id and region and handed_at is null and state in ('READY','STOPPED')")
            .bind("id", id).bind("at", utc(at)).execute());
    }

    public Map<UUID, String> names(Collection<UUID> organisations) {
        Map<UUID, String> names = new HashMap<>();
        jdbi.useHandle(handle -> handle.createQuery("select id, name from organisation where id = any(:ids)").bindArray("ids", UUID.class, organisations.toArray())
            .map((row, context) -> names.put(row.getObject("id", UUID.class), row.getString("name"))).list());
        return names;
    }

    /** Libraries of the region of a POI, itself among them when it lends too (R19). */
    public List<UUID> libraries(UUID poi) {
        return new ArrayList<>(jdbi.withHandle(handle -> handle.createQuery("select id from organisation where poi_id = :poi or id = :poi order by id").bind("poi", poi)
            .mapTo(UUID.class).list()));
    }

    private static Instant instant(ResultSet row, String column) throws SQLException {
        return row.getTimestamp(column) == null ? null : row.getTimestamp(column).toInstant();
    }

    private static OffsetDateTime utc(Instant moment) {
        return moment.atOffset(ZoneOffset.UTC);
    }

    private static String json(Object plain) {
        try {
            return Json.MAPPER.writeValueAsString(plain);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("Reasons are plain", e);
        }
    }

    private static <T> T read(String json, Class<T> type) {
        try {
            return Json.MAPPER.readValue(json, type);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("A plan cannot be read", e);
        }
    }
}
