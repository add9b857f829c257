package nl.vliegwiel.flexpool.persistence;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import nl.vliegwiel.flexpool.domain.PlacementState;
import nl.vliegwiel.flexpool.domain.hours.HoursState;
import nl.vliegwiel.flexpool.domain.hours.HoursStep;
import nl.vliegwiel.flexpool.domain.hours.Timesheet;
import nl.vliegwiel.flexpool.domain.hours.WorkedHours;
import nl.vliegwiel.organisation.TravelTime;
import nl.vliegwiel.platform.persistence.Ids;
import nl.vliegwiel.platform.time.Period;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.statement.Query;

/** Hours of placements with their history (R12, R15). */
@ApplicationScoped
public class HoursQueries {
    /** What was cancelled after it began has hours too. */
    private static final String CUT_SHORT = "(p.state = 'CANCELLED' and p.changed_at >= p.starts_at)";

    private static final String BOOKED = "p.state in ('CONFIRMED','RUNNING','HOURS_CLOSED','SETTLED')";

    private static final String ROWS = """
        select (%s) as cut_short, p.id, p.request_id, p.shift_id, p.employee_id, p.lender_id, p.borrower_id, p.state as placement_state, p.starts_at as planned_start,
               p.ends_at as planned_end, p.break_minutes as planned_break, r.title, lender.name as lender_name, borrower.name as borrower_name,
               b.name as branch_name, wp.name as place_name, e.given_name || ' ' || e.family_name as employee_name,
               round(1000 * sqrt(power(wp.x_km - home.x_km, 2) + power(wp.y_km - home.y_km, 2))) as metres,
               t.version, t.state, t.entry, t.starts_at, t.ends_at, t.break_minutes, t.travel_minutes, t.approved_entry, t.changed_at
          from placement p
          join staff_request r on r.id = p.request_id
          join branch b on b.id = r.branch_id
          join place wp on wp.id = b.place_id
          join organisation lender on lender.id = p.lender_id
          join organisation borrower on borrower.id = p.borrower_id
          join person e on e.id = p.employee_id
          left join pool_member pool on pool.person_id = p.employee_id
          left join lateral (select m.place_id from employment m where m.person_id = p.employee_id and m.organisation_id = p.lender_id
                order by m.starts_on desc limit 1) job on true
          left join place home on home.id = coalesce(pool.place_id, job.place_id)
          left join timesheet t on t.placement_id = p.id
         where\s""".formatted(CUT_SHORT);

    private static final String HERS = "p.employee_id = :person and " + BOOKED;

    /** Her shifts that are over, of which she did not submit the hours. */
    private static final String OPEN = HERS + " and p.state in ('CONFIRMED','RUNNING') and p.ends_at <= :now"
        + " and (t.state is null or t.state in ('ENTERED','REJECTED'))";

    /** What the borrower confirms or the lender approves; nobody decides about her own hours. */
    private static final String WAITING = "p.employee_id <> :person and (" + BOOKED + " or " + CUT_SHORT + ") and t.waits_for = any(:managed)";

    /** As many as there are items: her weeks with something open, and kinds of decision that wait. */
    private static final String COUNT = """
        select (select count(distinct date_trunc('week', p.starts_at at time zone 'Europe/Amsterdam'))
                  from placement p left join timesheet t on t.placement_id = p.id where %s)
             + (select count(distinct t.state) from timesheet t join placement p on p.id = t.placement_id where %s)""".formatted(OPEN, WAITING);

    @Inject
    private Jdbi jdbi;

    /**
     * A placement with its hours; hours that were not entered yet are those that are proposed.
     *
     * @param cutShort it was cancelled after it had begun
     */
    public record Row(UUID placementId, UUID requestId, UUID shiftId, UUID employeeId, String employee, UUID lenderId, String lender, UUID borrowerId,
            String borrower, PlacementState placementState, String title, String branch, String place, Period planned, int plannedBreak, int plannedTravel,
            Timesheet sheet, Instant changedAt, boolean cutShort) {
        /** Somebody counts on it, or counted on it until it was cut short: there can be hours. */
        public boolean isWork() {
            return placementState.isBooked() || cutShort;
        }
    }

    /** One set of hours that was entered. */
    public record EntryRow(UUID placementId, int number, WorkedHours hours, String reason, UUID personId, String name, Instant at) {
    }

    /** What somebody decided about an entry. */
    public record StepRow(UUID placementId, int entry, HoursStep step, UUID personId, String name, Instant at, String reason) {
    }

    /** A week that was said to be complete. */
    public record Completed(Instant at, String by) {
    }

    public Optional<Row> row(UUID placementId) {
        return jdbi.withHandle(handle -> rows(handle.createQuery(ROWS + "p.id = :id").bind("id", placementId)).stream().findFirst());
    }

    /** Definite shifts of a person that begin in a stretch of time, by start. */
    public List<Row> ofPerson(UUID personId, Instant from, Instant to) {
        return jdbi.withHandle(handle -> rows(handle.createQuery(ROWS + HERS + " and p.starts_at >= :from and p.starts_at < :to order by p.starts_at, p.id")
            .bind("person", personId).bind("from", from.atOffset(ZoneOffset.UTC)).bind("to", to.atOffset(ZoneOffset.UTC))));
    }

    /** Her shifts that are over and wait for her, oldest first. */
    public List<Row> open(UUID personId, Instant now) {
        return jdbi.withHandle(handle -> found(handle, handle.createQuery("select p.id from placement p left join timesheet t on t.placement_id = p.id where " + OPEN)
            .bind("person", personId).bind("now", now.atOffset(ZoneOffset.UTC)), "p.starts_at"));
    }

    /** What waits for the HR managers of these libraries, oldest first. */
    public List<Row> waiting(UUID personId, Collection<UUID> managed) {
        return managed.isEmpty() ? List.of() : jdbi.withHandle(handle -> found(handle,
            handle.createQuery("select p.id from timesheet t join placement p on p.id = t.placement_id where " + WAITING)
                .bind("person", personId).bindArray("managed", UUID.class, managed.toArray()), "t.changed_at"));
    }

    /** How many items the inbox shows of {@link #open} by week and of {@link #waiting} by kind. */
    public int count(UUID personId, Collection<UUID> managed, Instant now) {
        return jdbi.withHandle(handle -> handle.createQuery(COUNT).bind("person", personId).bind("now", now.atOffset(ZoneOffset.UTC))
            .bindArray("managed", UUID.class, managed.toArray()).mapTo(Integer.class).one());
    }

    /** First which, then what is told about them: mostly there are none, and the inbox asks often. */
    private static List<Row> found(Handle handle, Query which, String order) {
        List<UUID> ids = which.mapTo(UUID.class).list();
        return ids.isEmpty() ? List.of() : rows(handle.createQuery(ROWS + "p.id = any(:ids) order by " + order + ", p.id")
            .bindArray("ids", UUID.class, ids.toArray()));
    }

    private static List<Row> rows(Query query) {
        return query.map((row, context) -> row(row)).list();
    }

    private static Row row(ResultSet row) throws SQLException {
        Period planned = new Period(instant(row, "planned_start"), instant(row, "planned_end"));
        int plannedBreak = row.getInt("planned_break");
        int metres = row.getInt("metres");
        // There and back; where she starts from is not always known
        int travel = row.wasNull() ? 0 : 2 * TravelTime.minutes(metres);
        String state = row.getString("state");
        int approved = row.getInt("approved_entry");
        Integer approvedEntry = row.wasNull() ? null : approved;
        Timesheet sheet = state == null ? Timesheet.proposed(WorkedHours.planned(planned, plannedBreak, travel))
            : new Timesheet(row.getInt("version"), HoursState.valueOf(state), row.getInt("entry"), hours(row), approvedEntry);
        return new Row(uuid(row, "id"), uuid(row, "request_id"), uuid(row, "shift_id"), uuid(row, "employee_id"), row.getString("employee_name"),
            uuid(row, "lender_id"), row.getString("lender_name"), uuid(row, "borrower_id"), row.getString("borrower_name"),
            PlacementState.valueOf(row.getString("placement_state")), row.getString("title"), row.getString("branch_name"), row.getString("place_name"),
            planned, plannedBreak, travel, sheet, state == null ? null : instant(row, "changed_at"), row.getBoolean("cut_short"));
    }

    private static WorkedHours hours(ResultSet row) throws SQLException {
        return new WorkedHours(instant(row, "starts_at"), instant(row, "ends_at"), row.getInt("break_minutes"), row.getInt("travel_minutes"));
    }

    public List<EntryRow> entries(Collection<UUID> placements) {
        return jdbi.withHandle(handle -> handle.createQuery("""
                select e.*, s.given_name || ' ' || s.family_name as name from timesheet_entry e join person s on s.id = e.entered_by
                 where e.placement_id = any(:ids) order by e.placement_id, e.number""")
            .bindArray("ids", UUID.class, placements.toArray())
            .map((row, context) -> new EntryRow(uuid(row, "placement_id"), row.getInt("number"), hours(row), row.getString("reason"), uuid(row, "entered_by"),
                row.getString("name"), instant(row, "entered_at")))
            .list());
    }

    public List<StepRow> steps(Collection<UUID> placements) {
        return jdbi.withHandle(handle -> handle.createQuery("""
                select e.*, s.given_name || ' ' || s.family_name as name from timesheet_step e join person s on s.id = e.person_id
                 where e.placement_id = any(:ids) order by e.at, e.id""")
            .bindArray("ids", UUID.class, placements.toArray())
            .map((row, context) -> new StepRow(uuid(row, "placement_id"), row.getInt("entry"), HoursStep.valueOf(row.getString("step")),
                uuid(row, "person_id"), row.getString("name"), instant(row, "at"), row.getString("reason")))
            .list());
    }

    /** Minutes of work and travel that are entered for other placements that begin in a stretch of time. */
    public int minutesElsewhere(UUID personId, UUID placementId, Instant from, Instant to) {
        return jdbi.withHandle(handle -> handle.createQuery("""
                select coalesce(sum(extract(epoch from ends_at - starts_at) / 60 + travel_minutes), 0)::int from timesheet
                 where employee_id = :person and placement_id <> :id and starts_at >= :from and starts_at < :to""")
            .bind("person", personId).bind("id", placementId).bind("from", from.atOffset(ZoneOffset.UTC)).bind("to", to.atOffset(ZoneOffset.UTC))
            .mapTo(Integer.class).one());
    }

    /**
     * Writes what holds now.
     *
     * @param seen version that it had before; 0 to begin
     * @return false when somebody else changed it meanwhile
     */
    public boolean save(UUID placementId, UUID employeeId, int seen, Timesheet sheet, Instant at) {
        WorkedHours hours = sheet.hours();
        return jdbi.withHandle(handle -> handle.createUpdate(seen == 0 ? """
                insert into timesheet (placement_id, version, employee_id, state, entry, starts_at, ends_at, break_minutes, travel_minutes, approved_entry, changed_at)
                select :id, :version, :employee, :state, :entry, :start, :end, :pause, :travel, cast(:approved as integer), :at where :seen = 0
                on conflict (placement_id) do nothing""" : """
                update timesheet set version = :version, state = :state, entry = :entry, starts_at = :start, ends_at = :end, break_minutes = :pause,
                       travel_minutes = :travel, approved_entry = cast(:approved as integer), changed_at = :at
                 where placement_id = :id and version = :seen and employee_id = :employee""")
            .bind("id", placementId).bind("version", sheet.version()).bind("employee", employeeId).bind("state", sheet.state().name())
            .bind("entry", sheet.entry()).bind("start", hours.start().atOffset(ZoneOffset.UTC)).bind("end", hours.end().atOffset(ZoneOffset.UTC))
            .bind("pause", hours.breakMinutes()).bind("travel", hours.travelMinutes()).bind("approved", sheet.approvedEntry())
            .bind("at", at.atOffset(ZoneOffset.UTC)).bind("seen", seen).execute()) > 0;
    }

    /** @param reason why it replaces an approved one; null for none */
    public void addEntry(UUID placementId, Timesheet sheet, String reason, UUID by, Instant at) {
        WorkedHours hours = sheet.hours();
        jdbi.useHandle(handle -> handle.createUpdate("""
                insert into timesheet_entry (placement_id, number, starts_at, ends_at, break_minutes, travel_minutes, reason, entered_by, entered_at)
                values (:id, :number, :start, :end, :pause, :travel, :reason, :by, :at)""")
            .bind("id", placementId).bind("number", sheet.entry()).bind("start", hours.start().atOffset(ZoneOffset.UTC))
            .bind("end", hours.end().atOffset(ZoneOffset.UTC)).bind("pause", hours.breakMinutes()).bind("travel", hours.travelMinutes())
            .bind("reason", reason).bind("by", by).bind("at", at.atOffset(ZoneOffset.UTC)).execute());
    }

    public void addStep(UUID placementId, int entry, HoursStep step, UUID by, Instant at, String reason) {
        jdbi.useHandle(handle -> handle.createUpdate("""
                insert into timesheet_step (id, placement_id, entry, step, person_id, at, reason) values (:key, :id, :entry, :step, :by, :at, :reason)""")
            .bind("key", Ids.next()).bind("id", placementId).bind("entry", entry).bind("step", step.name()).bind("by", by)
            .bind("at", at.atOffset(ZoneOffset.UTC)).bind("reason", reason).execute());
    }

    /** When she last said that this week is complete. */
    public Optional<Completed> completed(UUID personId, LocalDate monday) {
        return jdbi.withHandle(handle -> handle.createQuery("""
                select w.completed_at, s.given_name || ' ' || s.family_name as name from week_complete w join person s on s.id = w.completed_by
                 where w.employee_id = :person and w.week_start = :monday order by w.completed_at desc limit 1""")
            .bind("person", personId).bind("monday", monday)
            .map((row, context) -> new Completed(instant(row, "completed_at"), row.getString("name"))).findFirst());
    }

    public void complete(UUID personId, LocalDate monday, UUID by, Instant at) {
        jdbi.useHandle(handle -> handle.createUpdate("""
                insert into week_complete (employee_id, week_start, completed_by, completed_at) values (:person, :monday, :by, :at)""")
            .bind("person", personId).bind("monday", monday).bind("by", by).bind("at", at.atOffset(ZoneOffset.UTC)).execute());
    }

    private static UUID uuid(ResultSet row, String column) throws SQLException {
        return row.getObject(column, UUID.class);
    }

    private static Instant instant(ResultSet row, String column) throws SQLException {
        return row.getTimestamp(column).toInstant();
    }
}
