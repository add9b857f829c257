package nl.vliegwiel.platform.audit;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.Map;
import java.util.UUID;
import nl.vliegwiel.platform.actor.Actor;
import org.jdbi.v3.core.Jdbi;

/** Writes who did what, in the transaction of the deed itself (R15). Holds ids and states, never tokens or free text. */
@ApplicationScoped
public class Audit {
    /** Name under which the product's own jobs act. */
    public static final String SYSTEM = "Vliegwiel";

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String INSERT = """
        insert into audit_entry (at, actor_id, actor_name, action, entity, entity_id, organisation_id, detail)
        values (:at, :actorId, :actorName, :action, :entity, :entityId, :organisationId, cast(:detail as jsonb))""";

    private static final String INSERT_ALL = """
        insert into audit_entry (at, actor_id, actor_name, action, entity, entity_id, organisation_id, detail)
        select :at, cast(:actorId as uuid), :actorName, :action, :entity, thing, cast(:organisationId as uuid), cast(:detail as jsonb)
          from unnest(:entityIds) as thing""";

    @Inject
    private Jdbi jdbi;

    @Inject
    private Clock clock;

    protected Audit() {
    }

    /** For what runs outside a container. */
    public Audit(Jdbi jdbi, Clock clock) {
        this.jdbi = jdbi;
        this.clock = clock;
    }

    /**
     * @param actor who, or null for a job of the product
     * @param action what, as past participle in the entity's words, such as {@code published}
     * @param entity kind of thing, as the API names it, such as {@code request}
     * @param entityId which
     * @param organisationId the organisation whose managers may read the line; null for none
     * @param detail states and figures
     */
    public void record(Actor actor, String action, String entity, UUID entityId, UUID organisationId, Map<String, ?> detail) {
        jdbi.useHandle(handle -> handle.createUpdate(INSERT)
            .bind("at", OffsetDateTime.now(clock))
            .bind("actorId", actor == null ? null : actor.personId())
            .bind("actorName", actor == null ? SYSTEM : actor.name())
            .bind("action", action)
            .bind("entity", entity)
            .bind("entityId", entityId)
            .bind("organisationId", organisationId)
            .bind("detail", json(detail))
            .execute());
    }

    /** The same deed on many things of one kind at once, a line each. */
    public void recordAll(Actor actor, String action, String entity, Collection<UUID> entityIds, UUID organisationId, Map<String, ?> detail) {
        jdbi.useHandle(handle -> handle.createUpdate(INSERT_ALL)
            .bind("at", OffsetDateTime.now(clock))
            .bind("actorId", actor == null ? null : actor.personId())
            .bind("actorName", actor == null ? SYSTEM : actor.name())
            .bind("action", action)
            .bind("entity", entity)
            .bindArray("entityIds", UUID.class, entityIds)
            .bind("organisationId", organisationId)
            .bind("detail", json(detail))
            .execute());
    }

    private static String json(Map<String, ?> detail) {
        try {
            return JSON.writeValueAsString(detail);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("Audit detail is not plain data", e);
        }
    }
}
