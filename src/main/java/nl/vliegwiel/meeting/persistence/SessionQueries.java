package nl.vliegwiel.meeting.persistence;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import nl.vliegwiel.meeting.Meetings.SessionInBrief;
import nl.vliegwiel.platform.time.Period;
import org.jdbi.v3.core.Jdbi;

/** Sessions and who was there. */
@ApplicationScoped
public class SessionQueries {
    private static final String ROWS = """
        select s.*, o.name as host, exists (select from session_attendance a where a.session_id = s.id and a.person_id = cast(:me as uuid)) as present
          from session s left join organisation o on o.id = s.host_id where\s""";
    private static final String BRIEFS = """
        select s.id, s.audience, s.group_id, s.title, s.starts_at, s.ends_at, concat_ws(', ', nullif(o.name, ''), nullif(s.place, '')) as whereabouts, s.link, s.sequence,
               s.cancelled_at is not null as cancelled, s.changed_at
          from session s left join organisation o on o.id = s.host_id where\s""";

    @Inject
    private Jdbi jdbi;

    /** @param present the reader was there */
    public record Row(UUID id, int version, String audience, UUID groupId, String title, Period period, UUID hostId, String host, String place, String link, String agenda,
            String minutes, String code, boolean cancelled, boolean present) {
    }

    /** Somebody of a group, and whether she was at a session. */
    public record Attendee(UUID personId, String name, boolean present) {
    }

    public List<Row> list(UUID group, UUID me) {
        return jdbi.withHandle(handle -> handle.createQuery(ROWS + "s.group_id = :group order by s.starts_at, s.id limit 200").bind("group", group).bind("me", me)
            .map((row, context) -> row(row)).list());
    }

    public Optional<Row> find(UUID id, UUID me) {
        return jdbi.withHandle(handle -> handle.createQuery(ROWS + "s.id = :id").bind("id", id).bind("me", me).map((row, context) -> row(row)).findOne());
    }

    /** What of a session is kept. */
    public record Kept(String title, Period period, UUID hostId, String place, String link, String agenda) {
    }

    public void add(UUID id, String audience, UUID group, Kept kept, String code, UUID by, Instant at) {
        jdbi.useHandle(handle -> handle.createUpdate("""
                insert into session (id, audience, group_id, title, starts_at, ends_at, host_id, place, link, agenda, code, created_by, created_at, changed_at)
                values (:id, :audience, :group, :title, :from, :to, cast(:host as uuid), :place, :link, :agenda, :code, :by, :at, :at)""")
            .bind("id", id).bind("audience", audience).bind("group", group).bind("title", kept.title()).bind("from", kept.period().start().atOffset(ZoneOffset.UTC))
            .bind("to", kept.period().end().atOffset(ZoneOffset.UTC)).bind("host", kept.hostId()).bind("place", kept.place()).bind("link", kept.link())
            .bind("agenda", kept.agenda()).bind("code", code).bind("by", by).bind("at", at.atOffset(ZoneOffset.UTC)).execute());
    }

    /** @param moves calendars have to move it; @return false when somebody else changed it */
    public boolean change(UUID id, int seenVersion, Kept kept, boolean moves, Instant at) {
        return jdbi.withHandle(handle -> handle.createUpdate("""
                update session set title = :title, starts_at = :from, ends_at = :to, host_id = cast(:host as uuid), place = :place, link = :link, agenda = :agenda,
                       sequence = sequence + :step, changed_at = :at, version = version + 1 where id = :id and version = :version and cancelled_at is null""")
            .bind("id", id).bind("version", seenVersion).bind("title", kept.title()).bind("from", kept.period().start().atOffset(ZoneOffset.UTC))
            .bind("to", kept.period().end().atOffset(ZoneOffset.UTC)).bind("host", kept.hostId()).bind("place", kept.place()).bind("link", kept.link())
            .bind("agenda", kept.agenda()).bind("step", moves ? 1 : 0).bind("at", at.atOffset(ZoneOffset.UTC)).execute()) == 1;
    }

    public boolean cancel(UUID id, int seenVersion, Instant at) {
        return jdbi.withHandle(handle -> handle.createUpdate("""
                update session set cancelled_at = :at, changed_at = :at, sequence = sequence + 1, version = version + 1 where id = :id and version = :version and cancelled_at is null""")
            .bind("id", id).bind("version", seenVersion).bind("at", at.atOffset(ZoneOffset.UTC)).execute()) == 1;
    }

    public boolean minutes(UUID id, int seenVersion, String minutes, Instant at) {
        return jdbi.withHandle(handle -> handle.createUpdate("update session set minutes = :minutes, changed_at = :at, version = version + 1 where id = :id and version = :version")
            .bind("id", id).bind("version", seenVersion).bind("minutes", minutes).bind("at", at.atOffset(ZoneOffset.UTC)).execute()) == 1;
    }

    /** @return false when she was counted before */
    public boolean attend(UUID id, UUID personId, String way, UUID by, Instant at) {
        return jdbi.withHandle(handle -> handle.createUpdate("insert into session_attendance (session_id, person_id, way, by_id, at) values (:id, :person, :way, :by, :at) on conflict do nothing")
            .bind("id", id).bind("person", personId).bind("way", way).bind("by", by).bind("at", at.atOffset(ZoneOffset.UTC)).execute()) == 1;
    }

    /** Only these of the group were there, says the list. */
    public void absent(UUID id, Collection<UUID> people) {
        jdbi.useHandle(handle -> handle.createUpdate("delete from session_attendance where session_id = :id and person_id = any(:people)").bind("id", id)
            .bindArray("people", UUID.class, people.toArray()).execute());
    }

    public List<Attendee> attendees(UUID id, Collection<UUID> people) {
        return jdbi.withHandle(handle -> handle.createQuery("""
                select p.id, p.given_name || ' ' || p.family_name as name, a.person_id is not null as present
                  from person p left join session_attendance a on a.session_id = :id and a.person_id = p.id where p.id = any(:people) order by lower(p.family_name), p.id""")
            .bind("id", id).bindArray("people", UUID.class, people.toArray())
            .map((row, context) -> new Attendee(row.getObject("id", UUID.class), row.getString("name"), row.getBoolean("present"))).list());
    }

    /** Where groups were to meet at one organisation they meet at another. */
    public void merge(UUID from, UUID into, Instant at) {
        jdbi.useHandle(handle -> handle.createUpdate("update session set host_id = :into, changed_at = :at, sequence = sequence + 1, version = version + 1 where host_id = :from and ends_at > :at")
            .bind("from", from).bind("into", into).bind("at", at.atOffset(ZoneOffset.UTC)).execute());
    }

    public boolean isLibrary(UUID organisationId) {
        return jdbi.withHandle(handle -> handle.createQuery("select exists (select from organisation where id = :id and merged_into is null)").bind("id", organisationId)
            .mapTo(Boolean.class).one());
    }

    public Optional<SessionInBrief> brief(UUID id) {
        return jdbi.withHandle(handle -> handle.createQuery(BRIEFS + "s.id = :id").bind("id", id).map((row, context) -> brief(row)).findOne());
    }

    public List<SessionInBrief> briefs(Set<UUID> groups, Instant since) {
        return jdbi.withHandle(handle -> handle.createQuery(BRIEFS + "s.group_id = any(:groups) and s.ends_at > :since order by s.starts_at, s.id limit 2000")
            .bindArray("groups", UUID.class, groups.toArray()).bind("since", since.atOffset(ZoneOffset.UTC)).map((row, context) -> brief(row)).list());
    }

    public int over(UUID group, Instant now) {
        return jdbi.withHandle(handle -> handle.createQuery("select count(*) from session where group_id = :group and cancelled_at is null and ends_at <= :now").bind("group", group)
            .bind("now", now.atOffset(ZoneOffset.UTC)).mapTo(Integer.class).one());
    }

    public Map<UUID, Integer> present(UUID group, Instant now) {
        Map<UUID, Integer> present = new HashMap<>();
        jdbi.useHandle(handle -> handle.createQuery("""
                select a.person_id, count(*) as times from session_attendance a join session s on s.id = a.session_id
                 where s.group_id = :group and s.cancelled_at is null and s.ends_at <= :now group by a.person_id""")
            .bind("group", group).bind("now", now.atOffset(ZoneOffset.UTC)).map((row, context) -> present.put(row.getObject("person_id", UUID.class), row.getInt("times"))).list());
        return present;
    }

    /** Everything about a person as JSON. */
    public String all(UUID personId) {
        return jdbi.withHandle(handle -> handle.createQuery("""
                select coalesce(jsonb_agg(jsonb_build_object('session', s.title, 'startsAt', s.starts_at, 'way', a.way, 'at', a.at) order by s.starts_at), '[]')::text
                  from session_attendance a join session s on s.id = a.session_id where a.person_id = :person""")
            .bind("person", personId).mapTo(String.class).one());
    }

    private static SessionInBrief brief(ResultSet row) throws SQLException {
        return new SessionInBrief(row.getObject("id", UUID.class), row.getString("audience"), row.getObject("group_id", UUID.class), row.getString("title"),
            row.getTimestamp("starts_at").toInstant(), row.getTimestamp("ends_at").toInstant(), row.getString("whereabouts"), row.getString("link"), row.getInt("sequence"),
            row.getBoolean("cancelled"), row.getTimestamp("changed_at").toInstant());
    }

    private static Row row(ResultSet row) throws SQLException {
        return new Row(row.getObject("id", UUID.class), row.getInt("version"), row.getString("audience"), row.getObject("group_id", UUID.class), row.getString("title"),
            new Period(row.getTimestamp("starts_at").toInstant(), row.getTimestamp("ends_at").toInstant()), row.getObject("host_id", UUID.class), row.getString("host"),
            row.getString("place"), row.getString("link"), row.getString("agenda"), row.getString("minutes"), row.getString("code"), row.getTimestamp("cancelled_at") != null,
            row.getBoolean("present"));
    }
}
