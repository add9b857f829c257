package nl.vliegwiel.forum.persistence;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import nl.vliegwiel.forum.Forum.Said;
import org.jdbi.v3.core.Jdbi;

/** Spaces, and the regions by which HR-kringen are shared out. */
@ApplicationScoped
public class SpaceQueries {
    @Inject
    private Jdbi jdbi;

    /** @param audienceRef null where everybody takes part */
    public record Row(UUID id, String kind, String name, String description, String audience, UUID audienceRef, String closedReason) {
    }

    /** All there are, the open ones first; who may read which is asked after. */
    public List<Row> all() {
        return jdbi.withHandle(handle -> handle.createQuery("select * from space order by audience_ref is not null, lower(name), id")
            .map((row, context) -> new Row(row.getObject("id", UUID.class), row.getString("kind"), row.getString("name"), row.getString("description"),
                row.getString("audience"), row.getObject("audience_ref", UUID.class), row.getString("closed_reason")))
            .list());
    }

    /** The POIs that support these libraries; a POI that is a library itself counts for its own people. */
    public Set<UUID> poisOf(Collection<UUID> organisations) {
        return Set.copyOf(jdbi.withHandle(handle -> handle.createQuery("""
                select poi_id from organisation where id = any(:ids) and poi_id is not null and kind = 'LIBRARY'
                union select id from organisation where id = any(:ids) and also_poi""")
            .bindArray("ids", UUID.class, organisations.toArray()).mapTo(UUID.class).list()));
    }

    /** @return the id of the space of a group; it gets this name if it was there */
    public UUID open(UUID id, String kind, String audience, UUID group, String name, String description, String closedReason) {
        return jdbi.withHandle(handle -> handle.createQuery("""
                insert into space (id, kind, name, description, audience, audience_ref, closed_reason) values (:id, :kind, :name, :description, :audience, :group, :closed)
                on conflict (audience, audience_ref) do update set name = excluded.name returning id""")
            .bind("id", id).bind("kind", kind).bind("name", name).bind("description", description).bind("audience", audience).bind("group", group).bind("closed", closedReason)
            .mapTo(UUID.class).one());
    }

    public Optional<UUID> of(String audience, UUID group) {
        return jdbi.withHandle(handle -> handle.createQuery("select id from space where audience = :audience and audience_ref = :group").bind("audience", audience).bind("group", group)
            .mapTo(UUID.class).findOne());
    }

    /** What is not hidden, with the author but for a nameless question. */
    public List<Said> said(String audience, UUID group, int most) {
        return jdbi.withHandle(handle -> handle.createQuery("""
                select t.id, t.title, case when t.anonymous and p.author_id = t.author_id then null else a.given_name || ' ' || a.family_name end as author, p.created_at, p.body
                  from space s join topic t on t.space_id = s.id and t.hidden_at is null join post p on p.topic_id = t.id and p.hidden_at is null join person a on a.id = p.author_id
                 where s.audience = :audience and s.audience_ref = :group order by t.last_post_at desc, t.id, p.position limit :most""")
            .bind("audience", audience).bind("group", group).bind("most", most)
            .map((row, context) -> new Said(row.getObject("id", UUID.class), row.getString("title"), row.getString("author"), row.getTimestamp("created_at").toInstant(),
                row.getString("body"))).list());
    }
}
