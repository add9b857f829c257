package nl.vliegwiel.forum.persistence;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import nl.vliegwiel.forum.domain.RouteStep;
import org.jdbi.v3.core.Jdbi;

/** Where questions go that nobody answered. */
@ApplicationScoped
public class RouteQueries {
    private static final String WAITING = """
        from topic_route r join topic t on t.id = r.topic_id join topic_route_step s on s.topic_id = t.id and s.step = 'MODERATOR'
         where r.next_at is null and t.space_id = any(:spaces) and t.hidden_at is null and t.closed_at is null
        \s""";

    @Inject
    private Jdbi jdbi;

    /** A question whose next step is due. */
    public record Due(UUID topicId, UUID authorId, RouteStep step, Instant askedAt, boolean answered) {
    }

    /** A step that was taken. @param told how many people */
    public record StepRow(RouteStep step, Instant at, int told) {
    }

    /** The next step. */
    public record NextRow(RouteStep step, Instant at) {
    }

    /** A question that stands at the moderators. */
    public record WaitingRow(UUID topicId, int version, String title, Instant since) {
    }

    public void begin(UUID topic, RouteStep first, Instant at) {
        jdbi.useHandle(handle -> handle.createUpdate("insert into topic_route (topic_id, next_step, next_at) values (:topic, :step, :at) on conflict do nothing")
            .bind("topic", topic).bind("step", first.name()).bind("at", at.atOffset(ZoneOffset.UTC)).execute());
    }

    /** Somebody answered. */
    public void end(UUID topic) {
        jdbi.useHandle(handle -> handle.createUpdate("delete from topic_route where topic_id = :topic").bind("topic", topic).execute());
    }

    /** Questions whose time has come; no other node takes them until the transaction ends. */
    public List<Due> claim(Instant now, int most) {
        return jdbi.withHandle(handle -> handle.createQuery("""
                select t.id, t.author_id, t.created_at, r.next_step, t.hidden_at is not null or t.closed_at is not null or t.accepted_post_id is not null as answered
                  from topic_route r join topic t on t.id = r.topic_id where r.next_at <= :now order by r.next_at limit :most for update of r skip locked""")
            .bind("now", now.atOffset(ZoneOffset.UTC)).bind("most", most)
            .map((row, context) -> new Due(row.getObject("id", UUID.class), row.getObject("author_id", UUID.class), RouteStep.valueOf(row.getString("next_step")),
                row.getTimestamp("created_at").toInstant(), row.getBoolean("answered"))).list());
    }

    /** @param next null behind the last; @param at when */
    public void taken(UUID topic, RouteStep step, int told, Instant now, RouteStep next, Instant at) {
        jdbi.useHandle(handle -> {
            handle.createUpdate("insert into topic_route_step (topic_id, step, at, told) values (:topic, :step, :at, :told)")
                .bind("topic", topic).bind("step", step.name()).bind("at", now.atOffset(ZoneOffset.UTC)).bind("told", told).execute();
            handle.createUpdate("update topic_route set next_step = :next, next_at = :at where topic_id = :topic").bind("topic", topic)
                .bind("next", next == null ? null : next.name()).bind("at", next == null ? null : at.atOffset(ZoneOffset.UTC)).execute();
        });
    }

    public List<StepRow> steps(UUID topic) {
        return jdbi.withHandle(handle -> handle.createQuery("select * from topic_route_step where topic_id = :topic order by at, step").bind("topic", topic)
            .map((row, context) -> new StepRow(RouteStep.valueOf(row.getString("step")), row.getTimestamp("at").toInstant(), row.getInt("told"))).list());
    }

    /** @return empty when it was answered, or stands at the last */
    public Optional<NextRow> next(UUID topic) {
        return jdbi.withHandle(handle -> handle.createQuery("select next_step, next_at from topic_route where topic_id = :topic and next_at is not null").bind("topic", topic)
            .map((row, context) -> new NextRow(RouteStep.valueOf(row.getString("next_step")), row.getTimestamp("next_at").toInstant())).findOne());
    }

    /** HR managers of the libraries in the region of who asked. */
    public Set<UUID> circleOf(UUID person, LocalDate today) {
        return Set.copyOf(jdbi.withHandle(handle -> handle.createQuery("""
                select distinct g.person_id from role_grant g join organisation o on o.id = g.organisation_id
                 where g.role = 'HR_MANAGER' and g.starts_on <= :today and (g.ends_on is null or g.ends_on >= :today) and o.poi_id in (
                   select own.poi_id from employment e join organisation own on own.id = e.organisation_id
                    where e.person_id = :person and own.poi_id is not null and (e.ends_on is null or e.ends_on >= :today))""")
            .bind("person", person).bind("today", today).mapTo(UUID.class).list()));
    }

    public Set<UUID> expertsOf(UUID topic) {
        return Set.copyOf(jdbi.withHandle(handle -> handle.createQuery("select distinct x.person_id from tag_expert x join topic t on x.tag = any(t.tags) where t.id = :topic")
            .bind("topic", topic).mapTo(UUID.class).list()));
    }

    /** Questions that stand at the moderators of these spaces, the longest first. */
    public List<WaitingRow> waiting(Collection<UUID> spaces) {
        return spaces.isEmpty() ? List.of() : jdbi.withHandle(handle -> handle.createQuery("select t.id, t.version, t.title, s.at " + WAITING + " order by s.at, t.id")
            .bindArray("spaces", UUID.class, spaces.toArray())
            .map((row, context) -> new WaitingRow(row.getObject("id", UUID.class), row.getInt("version"), row.getString("title"), row.getTimestamp("at").toInstant())).list());
    }

    public int countWaiting(Collection<UUID> spaces) {
        return spaces.isEmpty() ? 0 : jdbi.withHandle(handle -> handle.createQuery("select count(*) " + WAITING)
            .bindArray("spaces", UUID.class, spaces.toArray()).mapTo(Integer.class).one());
    }
}
