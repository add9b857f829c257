package nl.vliegwiel.flexpool.persistence;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.Date;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import nl.vliegwiel.flexpool.domain.release.Blackout;
import nl.vliegwiel.flexpool.domain.release.BlackoutReason;
import nl.vliegwiel.flexpool.domain.release.StandingRelease;
import nl.vliegwiel.platform.persistence.Ids;
import nl.vliegwiel.platform.time.Zones;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.statement.PreparedBatch;
import org.jdbi.v3.core.statement.Query;

/** What a lender agreed about releasing its people, and what its weeks hold. */
@ApplicationScoped
public class ReleaseQueries {
    private static final String STANDING = """
        select s.*, b.name as borrower_name, r.name as region_name, e.given_name || ' ' || e.family_name as employee_name,
               g.given_name || ' ' || g.family_name as given_by_name, x.given_name || ' ' || x.family_name as revoked_by_name
          from standing_release s
          left join organisation b on b.id = s.borrower_id
          left join organisation r on r.id = s.region_id
          left join person e on e.id = s.employee_id
          join person g on g.id = s.given_by
          left join person x on x.id = s.revoked_by
         where\s""";

    private static final String NET = "(extract(epoch from p.ends_at - p.starts_at) / 60 - p.break_minutes)::integer";
    private static final String MONDAY = "date_trunc('week', p.starts_at at time zone 'Europe/Amsterdam')::date";
    private static final String BOOKED = "p.state in ('CONFIRMED','RUNNING','HOURS_CLOSED','SETTLED')";
    private static final String WAITING = """
        p.state in ('APPLIED','PROPOSED') and not exists (select from placement_consent c where c.placement_id = p.id and c.party = 'LENDER'
           and c.text_version = p.text_version and c.decision = 'YES' and (p.lender_asked_at is null or c.at > p.lender_asked_at))""";

    @Inject
    private Jdbi jdbi;

    /**
     * The figures of a library.
     *
     * @param version 0 when nothing was agreed yet
     */
    public record Figures(int version, Integer minutesPerWeek, Integer reactionHours) {
    }

    /** Somebody who decides for another while she is away. */
    public record Deputy(UUID personId, String name, UUID deputyForId, String deputyFor, LocalDate from, LocalDate until) {
    }

    /** Something to choose from. */
    public record Choice(UUID id, String name) {
    }

    /** Minutes of one week. */
    public record WeekMinutes(int released, int asked) {
    }

    /** @return empty when there is no such organisation, or it went up in another */
    public Optional<String> lenderName(UUID organisationId) {
        return jdbi.withHandle(handle -> handle.createQuery("select name from organisation where id = :id").bind("id", organisationId)
            .mapTo(String.class).findOne());
    }

    public Optional<Figures> figures(UUID organisationId) {
        return jdbi.withHandle(handle -> handle.createQuery("select version, minutes_per_week, reaction_hours from release_policy where organisation_id = :id")
            .bind("id", organisationId)
            .map((row, context) -> new Figures(row.getInt("version"), number(row, "minutes_per_week"), number(row, "reaction_hours"))).findOne());
    }

    /** By first day. */
    public List<Blackout> blackouts(UUID organisationId, LocalDate from) {
        return jdbi.withHandle(handle -> handle.createQuery("""
                select starts_on, ends_on, reason from release_blackout where organisation_id = :id and ends_on >= :from order by starts_on""")
            .bind("id", organisationId).bind("from", from)
            .map((row, context) -> new Blackout(day(row, "starts_on"), day(row, "ends_on"), BlackoutReason.valueOf(row.getString("reason")))).list());
    }

    /** Those that hold or held, the newest first. */
    public List<StandingRelease> standing(UUID organisationId) {
        return jdbi.withHandle(handle -> standing(handle.createQuery(STANDING + "s.organisation_id = :id order by s.revoked_at is not null, s.valid_to desc, s.id desc limit 200")
            .bind("id", organisationId)));
    }

    public Optional<StandingRelease> standingById(UUID id) {
        return jdbi.withHandle(handle -> standing(handle.createQuery(STANDING + "s.id = :id").bind("id", id)).stream().findFirst());
    }

    /** Those of a lender that hold on a day, the oldest first. */
    public List<StandingRelease> standingOn(UUID organisationId, LocalDate day) {
        return jdbi.withHandle(handle -> standing(handle.createQuery(STANDING
                + "s.organisation_id = :id and s.revoked_at is null and s.valid_from <= :day and s.valid_to >= :day order by s.given_at, s.id")
            .bind("id", organisationId).bind("day", day)));
    }

    private static List<StandingRelease> standing(Query query) {
        return query.map((row, context) -> new StandingRelease(uuid(row, "id"), row.getInt("version"), uuid(row, "organisation_id"), uuid(row, "borrower_id"),
            row.getString("borrower_name"), uuid(row, "region_id"), row.getString("region_name"), uuid(row, "employee_id"), row.getString("employee_name"),
            row.getInt("minutes_per_week"), row.getInt("max_shift_minutes"), day(row, "valid_from"), day(row, "valid_to"), row.getString("clause_version"),
            uuid(row, "given_by"), row.getString("given_by_name"), instant(row, "given_at"), row.getString("revoked_by_name"), instant(row, "revoked_at"))).list();
    }

    /** Deputies of the HR managers of a library, now or later. */
    public List<Deputy> deputies(UUID organisationId, LocalDate today) {
        return jdbi.withHandle(handle -> handle.createQuery("""
                select g.person_id, p.given_name || ' ' || p.family_name as name, g.deputy_for, d.given_name || ' ' || d.family_name as deputy_for_name, g.starts_on, g.ends_on
                  from role_grant g join person p on p.id = g.person_id join person d on d.id = g.deputy_for
                 where g.organisation_id = :id and g.role = 'HR_MANAGER' and (g.ends_on is null or g.ends_on >= :today)
                 order by g.starts_on, p.family_name, p.id""")
            .bind("id", organisationId).bind("today", today)
            .map((row, context) -> new Deputy(uuid(row, "person_id"), row.getString("name"), uuid(row, "deputy_for"), row.getString("deputy_for_name"),
                day(row, "starts_on"), day(row, "ends_on"))).list());
    }

    /** @return false when somebody else changed it since it was seen */
    public boolean save(UUID organisationId, int seenVersion, Integer minutesPerWeek, Integer reactionHours, Instant now) {
        String sql = seenVersion == 0 ? """
            insert into release_policy (organisation_id, version, minutes_per_week, reaction_hours, changed_at) values (:id, 1, :minutes, :hours, :now)
            on conflict (organisation_id) do nothing""" : """
            update release_policy set version = version + 1, minutes_per_week = :minutes, reaction_hours = :hours, changed_at = :now
             where organisation_id = :id and version = :seen""";
        return jdbi.withHandle(handle -> {
            var update = handle.createUpdate(sql).bind("id", organisationId).bind("minutes", minutesPerWeek).bind("hours", reactionHours).bind("now", at(now));
            return (seenVersion == 0 ? update : update.bind("seen", seenVersion)).execute() == 1;
        });
    }

    /** Those that are over stay as they were. */
    public void replaceBlackouts(UUID organisationId, LocalDate from, List<Blackout> blackouts) {
        jdbi.useHandle(handle -> {
            handle.execute("delete from release_blackout where organisation_id = ? and ends_on >= ?", organisationId, from);
            PreparedBatch rows = handle.prepareBatch("""
                insert into release_blackout (id, organisation_id, starts_on, ends_on, reason) values (:id, :organisation, :start, :end, :reason)""");
            blackouts.forEach(one -> rows.bind("id", Ids.next()).bind("organisation", organisationId).bind("start", one.start()).bind("end", one.end())
                .bind("reason", one.reason().name()).add());
            if (rows.size() > 0) {
                rows.execute();
            }
        });
    }

    public void addStanding(UUID id, UUID lenderId, StandingRelease.Wanted wanted, UUID by, Instant now) {
        jdbi.useHandle(handle -> handle.createUpdate("""
                insert into standing_release (id, organisation_id, borrower_id, region_id, employee_id, minutes_per_week, max_shift_minutes, valid_from, valid_to,
                       clause_version, given_by, given_at)
                values (:id, :lender, :borrower, :region, :employee, :minutes, :shift, :from, :to, :clauses, :by, :now)""")
            .bind("id", id).bind("lender", lenderId).bind("borrower", wanted.borrowerId()).bind("region", wanted.regionId()).bind("employee", wanted.employeeId())
            .bind("minutes", wanted.minutesPerWeek()).bind("shift", wanted.maxShiftMinutes()).bind("from", wanted.validFrom()).bind("to", wanted.validTo())
            .bind("clauses", StandingRelease.CLAUSES).bind("by", by).bind("now", at(now)).execute());
    }

    /** @return false when it had ended already */
    public boolean revoke(UUID id, UUID by, Instant now) {
        return jdbi.withHandle(handle -> handle.createUpdate(
                "update standing_release set revoked_by = :by, revoked_at = :now, version = version + 1 where id = :id and revoked_at is null")
            .bind("id", id).bind("by", by).bind("now", at(now)).execute()) == 1;
    }

    /** Who counts what is left of a lender's week does so one after the other. @return false when it never agreed anything */
    public boolean lock(UUID organisationId) {
        return jdbi.withHandle(handle -> !handle.createQuery("select organisation_id from release_policy where organisation_id = :id for no key update")
            .bind("id", organisationId).mapTo(UUID.class).list().isEmpty());
    }

    /** Net minutes of definite loans to others that begin in the week. */
    public int released(UUID lenderId, LocalDate monday, UUID except) {
        return jdbi.withHandle(handle -> handle.createQuery("select coalesce(sum(" + NET + "), 0) from placement p where p.lender_id = :lender and p.borrower_id <> :lender"
                + " and " + BOOKED + " and p.starts_at >= :from and p.starts_at < :to and p.id is distinct from cast(:except as uuid)")
            .bind("lender", lenderId).bind("from", at(start(monday))).bind("to", at(start(monday.plusWeeks(1)))).bind("except", except).mapTo(Integer.class).one());
    }

    /** Net minutes of definite loans of the week that came under one standing release. */
    public int releasedUnder(UUID standingId, LocalDate monday) {
        return jdbi.withHandle(handle -> handle.createQuery("select coalesce(sum(" + NET + "), 0) from placement p join placement_consent c on c.placement_id = p.id"
                + " where c.standing_release_id = :id and c.text_version = p.text_version and " + BOOKED + " and p.starts_at >= :from and p.starts_at < :to")
            .bind("id", standingId).bind("from", at(start(monday))).bind("to", at(start(monday.plusWeeks(1)))).mapTo(Integer.class).one());
    }

    /** @return by Monday; weeks without any loan are left out */
    public Map<LocalDate, WeekMinutes> weeks(UUID lenderId, LocalDate monday, int weeks) {
        Map<LocalDate, WeekMinutes> found = new TreeMap<>();
        jdbi.useHandle(handle -> handle.createQuery("select " + MONDAY + " as monday, coalesce(sum(" + NET + ") filter (where " + BOOKED + "), 0) as released,"
                + " coalesce(sum(" + NET + ") filter (where " + WAITING + "), 0) as asked"
                + " from placement p where p.lender_id = :lender and p.borrower_id <> :lender and p.starts_at >= :from and p.starts_at < :to group by 1")
            .bind("lender", lenderId).bind("from", at(start(monday))).bind("to", at(start(monday.plusWeeks(weeks))))
            .map((row, context) -> found.put(day(row, "monday"), new WeekMinutes(row.getInt("released"), row.getInt("asked")))).list());
        return found;
    }

    /** The POI that an organisation belongs to; a library that is POI itself is in its own region. */
    public Optional<UUID> region(UUID organisationId) {
        return jdbi.withHandle(handle -> handle.createQuery("select case when poi_id is not null then poi_id when also_poi then id end from organisation where id = :id")
            .bind("id", organisationId).map((row, context) -> Optional.ofNullable(row.getObject(1, UUID.class))).findOne().flatMap(one -> one));
    }

    /** Libraries that may borrow, other than the lender, by name. */
    public List<Choice> libraries(UUID except) {
        return choices("select id, name from organisation where kind = 'LIBRARY' and merged_into is null and id <> :id order by name", except);
    }

    public List<Choice> regions() {
        return choices("select id, name from organisation where (kind = 'POI' or also_poi) and merged_into is null and id is distinct from cast(:id as uuid) order by name", null);
    }

    /** People with an employment there, by family name. */
    public List<Choice> employees(UUID organisationId, LocalDate today) {
        return jdbi.withHandle(handle -> handle.createQuery("""
                select distinct on (p.family_name, p.given_name, p.id) p.id, p.given_name || ' ' || p.family_name as name from employment e join person p on p.id = e.person_id
                 where e.organisation_id = :id and (e.ends_on is null or e.ends_on >= :today) order by p.family_name, p.given_name, p.id""")
            .bind("id", organisationId).bind("today", today).map((row, context) -> new Choice(uuid(row, "id"), row.getString("name"))).list());
    }

    private List<Choice> choices(String sql, UUID id) {
        return jdbi.withHandle(handle -> handle.createQuery(sql).bind("id", id).map((row, context) -> new Choice(uuid(row, "id"), row.getString("name"))).list());
    }

    /** Instant booking of a favourite that the library switched on. */
    public record Instantly(UUID favouriteId, UUID by, Instant at) {
    }

    public Optional<Instantly> instant(UUID borrowerId, UUID personId) {
        return jdbi.withHandle(handle -> handle.createQuery("""
                select id, instant_by, instant_at from favourite
                 where organisation_id = :borrower and person_id = :person and state = 'AGREED' and instant_at is not null""")
            .bind("borrower", borrowerId).bind("person", personId)
            .map((row, context) -> new Instantly(uuid(row, "id"), uuid(row, "instant_by"), instant(row, "instant_at"))).findOne());
    }

    private static Instant start(LocalDate monday) {
        return monday.atStartOfDay(Zones.AMSTERDAM).toInstant();
    }

    private static Integer number(ResultSet row, String column) throws SQLException {
        int value = row.getInt(column);
        return row.wasNull() ? null : value;
    }

    private static UUID uuid(ResultSet row, String column) throws SQLException {
        return row.getObject(column, UUID.class);
    }

    private static LocalDate day(ResultSet row, String column) throws SQLException {
        Date value = row.getDate(column);
        return value == null ? null : value.toLocalDate();
    }

    private static Instant instant(ResultSet row, String column) throws SQLException {
        var value = row.getTimestamp(column);
        return value == null ? null : value.toInstant();
    }

    private static OffsetDateTime at(Instant moment) {
        return moment.atOffset(ZoneOffset.UTC);
    }
}
