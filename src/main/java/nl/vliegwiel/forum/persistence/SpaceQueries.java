package nl.vliegwiel.forum.persistence;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.UUID;
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
}
