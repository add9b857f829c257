package nl.vliegwiel.flexpool.persistence;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import nl.vliegwiel.flexpool.domain.AvailabilityOverride;
import nl.vliegwiel.flexpool.domain.PoolMembership;
import nl.vliegwiel.flexpool.domain.WeeklyHours;
import nl.vliegwiel.flexpool.domain.WeeklyPattern;
import nl.vliegwiel.platform.persistence.Ids;
import nl.vliegwiel.platform.time.Period;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.statement.PreparedBatch;

/**
 * Membership of the pool, the week and its exceptions. Rows without behaviour of their own, always replaced as a whole,
 * so they are written by SQL; a version in the where clause is the lock.
 */
@ApplicationScoped
public class PoolQueries {
    /** A place by its name; names that repeat carry their province. */
    private static final String LABEL = """
        case when exists (select 1 from place twin where lower(twin.name) = lower(pl.name) and twin.id <> pl.id)
             then pl.name || ' (' || pl.province || ')' else pl.name end""";

    private static final String MEMBER = """
        select m.version, m.participating, m.max_travel_minutes, m.max_minutes_per_week, %s as place, m.availability_version
          from pool_member m join place pl on pl.id = m.place_id where m.person_id = :person""".formatted(LABEL);

    /** Where she works, or where her library has its first branch. */
    private static final String USUAL_PLACE = """
        select coalesce(e.place_id, (select b.place_id from branch b where b.organisation_id = e.organisation_id and b.closed_on is null order by b.id limit 1))
          from employment e
         where e.person_id = :person and e.starts_on <= :today and (e.ends_on is null or e.ends_on >= :today)
         order by e.minutes_per_week desc, e.id limit 1""";

    @Inject
    private Jdbi jdbi;

    /** A place with its label. */
    public record FoundPlace(int id, String label, String province) {
    }

    public Optional<PoolMembership> membership(UUID personId) {
        return jdbi.withHandle(handle -> handle.createQuery(MEMBER).bind("person", personId)
            .map((row, context) -> new PoolMembership(row.getInt("version"), row.getBoolean("participating"), row.getInt("max_travel_minutes"),
                row.getInt("max_minutes_per_week"), row.getString("place"), row.getInt("availability_version")))
            .findOne());
    }

    /** @return id of the place to begin with; empty when nothing is known */
    public Optional<Integer> usualPlace(UUID personId, LocalDate today) {
        return jdbi.withHandle(handle -> handle.createQuery(USUAL_PLACE).bind("person", personId).bind("today", today)
            .mapTo(Integer.class).findFirst());
    }

    public Optional<String> placeLabel(int placeId) {
        return jdbi.withHandle(handle -> handle.createQuery("select " + LABEL + " from place pl where pl.id = :id").bind("id", placeId)
            .mapTo(String.class).findOne());
    }

    /**
     * @param name any case
     * @param province null for any
     * @return one per province, of twins in a province the one where most people live
     */
    public List<FoundPlace> placesNamed(String name, String province) {
        return jdbi.withHandle(handle -> handle.createQuery("""
                select distinct on (pl.province) pl.id, %s as label, pl.province from place pl
                 where lower(pl.name) = lower(:name) and (cast(:province as text) is null or lower(pl.province) = lower(:province))
                 order by pl.province, pl.population desc, pl.id""".formatted(LABEL))
            .bind("name", name).bind("province", province)
            .map((row, context) -> new FoundPlace(row.getInt("id"), row.getString("label"), row.getString("province"))).list());
    }

    /** @return places whose name begins with what was typed, the most populous first */
    public List<String> placesLike(String start, int most) {
        String pattern = start.replace("\\", "\\\\").replace("%", "\\%").replace("_", "\\_") + "%";
        return jdbi.withHandle(handle -> handle.createQuery("select " + LABEL
                + " as label from place pl where lower(pl.name) like lower(:pattern) order by pl.population desc, pl.id limit :most")
            .bind("pattern", pattern).bind("most", most).mapTo(String.class).list());
    }

    /** @return false when the version is no longer the newest */
    public boolean save(UUID personId, int seenVersion, PoolMembership wanted, int placeId, Instant at) {
        return jdbi.withHandle(handle -> {
            int changed = handle.createUpdate("""
                    update pool_member set version = version + 1, participating = :participating, max_travel_minutes = :travel,
                           max_minutes_per_week = :hours, place_id = :place, changed_at = :at
                     where person_id = :person and version = :seen""")
                .bind("participating", wanted.participating()).bind("travel", wanted.maxTravelMinutes()).bind("hours", wanted.maxMinutesPerWeek())
                .bind("place", placeId).bind("at", at.atOffset(ZoneOffset.UTC)).bind("person", personId).bind("seen", seenVersion).execute();
            return changed == 1 || seenVersion == 0 && handle.createUpdate("""
                    insert into pool_member (person_id, version, participating, max_travel_minutes, max_minutes_per_week, place_id, changed_at)
                    values (:person, 1, :participating, :travel, :hours, :place, :at) on conflict (person_id) do nothing""")
                .bind("participating", wanted.participating()).bind("travel", wanted.maxTravelMinutes()).bind("hours", wanted.maxMinutesPerWeek())
                .bind("place", placeId).bind("at", at.atOffset(ZoneOffset.UTC)).bind("person", personId).execute() == 1;
        });
    }

    /** R11: works whatever version was seen. @return true when she took part until now */
    public boolean leave(UUID personId, Instant at) {
        return jdbi.withHandle(handle -> handle.createUpdate(
                "update pool_member set participating = false, version = version + 1, changed_at = :at where person_id = :person and participating")
            .bind("at", at.atOffset(ZoneOffset.UTC)).bind("person", personId).execute() == 1);
    }

    public WeeklyPattern week(UUID personId) {
        return jdbi.withHandle(handle -> WeeklyPattern.of(handle.createQuery(
                "select day, from_minute, to_minute from weekly_availability where person_id = :person")
            .bind("person", personId)
            .map((row, context) -> new WeeklyHours(DayOfWeek.of(row.getInt("day")), row.getInt("from_minute"), row.getInt("to_minute"))).list()));
    }

    /** @return in the order of time */
    public List<AvailabilityOverride> overrides(UUID personId) {
        return jdbi.withHandle(handle -> handle.createQuery(
                "select starts_at, ends_at, available from availability_override where person_id = :person order by starts_at, ends_at, id")
            .bind("person", personId)
            .map((row, context) -> new AvailabilityOverride(new Period(row.getTimestamp("starts_at").toInstant(), row.getTimestamp("ends_at").toInstant()),
                row.getBoolean("available"))).list());
    }

    /** Takes the next version of somebody's availability. @return false when the seen one is no longer the newest */
    public boolean claimAvailability(UUID personId, int seenVersion, Instant at) {
        return jdbi.withHandle(handle -> handle.createUpdate("""
                update pool_member set availability_version = availability_version + 1, changed_at = :at
                 where person_id = :person and availability_version = :seen""")
            .bind("at", at.atOffset(ZoneOffset.UTC)).bind("person", personId).bind("seen", seenVersion).execute() == 1);
    }

    public void replaceWeek(UUID personId, WeeklyPattern week) {
        jdbi.useHandle(handle -> {
            handle.execute("delete from weekly_availability where person_id = ?", personId);
            PreparedBatch rows = handle.prepareBatch(
                "insert into weekly_availability (person_id, day, from_minute, to_minute) values (:person, :day, :from, :to)");
            week.hours().forEach(hours -> rows.bind("person", personId).bind("day", hours.day().getValue())
                .bind("from", hours.fromMinute()).bind("to", hours.toMinute()).add());
            if (rows.size() > 0) {
                rows.execute();
            }
        });
    }

    public void removeOverrides(UUID personId) {
        jdbi.useHandle(handle -> handle.execute("delete from availability_override where person_id = ?", personId));
    }

    public void addOverrides(UUID personId, Collection<AvailabilityOverride> overrides) {
        jdbi.useHandle(handle -> {
            PreparedBatch rows = handle.prepareBatch(
                "insert into availability_override (id, person_id, starts_at, ends_at, available) values (:id, :person, :start, :end, :available)");
            overrides.forEach(one -> rows.bind("id", Ids.next()).bind("person", personId)
                .bind("start", one.period().start().atOffset(ZoneOffset.UTC)).bind("end", one.period().end().atOffset(ZoneOffset.UTC))
                .bind("available", one.available()).add());
            if (rows.size() > 0) {
                rows.execute();
            }
        });
    }
}
