package nl.vliegwiel.flexpool.persistence;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import nl.vliegwiel.flexpool.persistence.PlacementQueries.Scope;
import nl.vliegwiel.platform.rest.Json;
import org.jdbi.v3.core.Jdbi;

/** Lines of the audit, of one thing. */
@ApplicationScoped
public class AuditQueries {
    @Inject
    private Jdbi jdbi;

    /** One line as it was written. */
    public record Line(long number, Instant at, UUID actorId, String actorName, String action, String entity, UUID entityId, Map<String, Object> detail) {
    }

    /**
     * @param whole all lines of the thing; else only one's own and those of organisations that one manages
     * @param after number of the last line that was seen
     */
    public List<Line> lines(UUID entityId, Scope scope, boolean whole, long after, int limit) {
        return jdbi.withHandle(handle -> handle.createQuery("""
                select id, at, actor_id, actor_name, action, entity, entity_id, detail from audit_entry
                 where entity_id = :entity and id > :after and (:whole or actor_id = :me or organisation_id = any(:managed))
                 order by id limit :limit""")
            .bind("entity", entityId).bind("after", after).bind("whole", whole).bind("me", scope.personId())
            .bindArray("managed", UUID.class, scope.managed().toArray()).bind("limit", limit)
            .map((row, context) -> new Line(row.getLong("id"), row.getTimestamp("at").toInstant(), row.getObject("actor_id", UUID.class),
                row.getString("actor_name"), row.getString("action"), row.getString("entity"), row.getObject("entity_id", UUID.class),
                detail(row.getString("detail"))))
            .list());
    }

    private static Map<String, Object> detail(String json) {
        try {
            return Json.MAPPER.readValue(json, new TypeReference<Map<String, Object>>() { });
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("An audit line cannot be read", e);
        }
    }
}
