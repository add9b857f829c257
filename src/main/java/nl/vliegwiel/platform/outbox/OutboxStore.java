package nl.vliegwiel.platform.outbox;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import nl.vliegwiel.platform.persistence.Ids;
import org.jdbi.v3.core.Jdbi;

/** The table of messages. */
@ApplicationScoped
class OutboxStore {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final TypeReference<Map<String, String>> TEXTS = new TypeReference<>() {
    };

    private static final String ADD = """
        insert into outbox (id, kind, person_id, payload, created_at, next_at)
        values (:id, :kind, :person, cast(:payload as jsonb), :now, :now)""";

    /** Taken up by moving its next moment ahead: one statement, so that no second node can take the same row. */
    private static final String CLAIM = """
        with due as materialized (
          select id from outbox where state = 'WAITING' and next_at <= :now order by next_at, id limit :most for update skip locked)
        update outbox o set next_at = :until, attempts = attempts + 1
          from due
         where o.id = due.id
        returning o.id, o.kind, o.person_id, o.payload, o.created_at, o.attempts""";

    private static final String JOIN = """
        update outbox set payload = payload || jsonb_build_object(cast(:list as text), (payload ->> :list) || ',' || cast(:value as text))
         where id = (select id from outbox
                      where state = 'WAITING' and attempts = 0 and person_id = :person and kind = :kind and created_at >= :since
                        and jsonb_exists(payload, :list) and payload - :list = cast(:payload as jsonb)
                      order by created_at desc limit 1 for update skip locked)""";

    private static final String DONE = "update outbox set state = :state, done_at = :now, last_problem = :problem where id = :id";
    private static final String LATER = "update outbox set next_at = :next, last_problem = :problem where id = :id";
    private static final String RELEASE = "update outbox set next_at = :next, attempts = attempts - 1 where id = :id";

    private static final String STATE = """
        select count(*) filter (where state = 'WAITING') as waiting,
               count(*) filter (where state = 'WAITING' and last_problem is not null) as late,
               count(*) filter (where state = 'FAILED') as failed,
               count(*) filter (where state = 'SENT' and done_at > :since) as sent
          from outbox
         where state in ('WAITING', 'FAILED') or done_at > :since""";

    @Inject
    private Jdbi jdbi;

    void add(UUID id, String kind, UUID personId, Map<String, String> payload, Instant now) {
        jdbi.useHandle(handle -> handle.createUpdate(ADD).bind("id", id).bind("kind", kind).bind("person", personId)
            .bind("payload", json(payload)).bind("now", at(now)).execute());
    }

    void addAll(String kind, List<Outbox.Addressed> messages, Instant now) {
        jdbi.useHandle(handle -> handle.createUpdate("""
                insert into outbox (id, kind, person_id, payload, created_at, next_at)
                select t.id, :kind, t.person, cast(t.payload as jsonb), :now, :now from unnest(:ids, :people, :payloads) as t (id, person, payload)""")
            .bind("kind", kind).bind("now", at(now))
            .bindArray("ids", UUID.class, messages.stream().map(one -> Ids.next()).toArray())
            .bindArray("people", UUID.class, messages.stream().map(Outbox.Addressed::personId).toArray())
            .bindArray("payloads", String.class, messages.stream().map(one -> json(one.payload())).toArray()).execute());
    }

    /** @return whether there was a message to join */
    boolean join(String kind, UUID personId, Map<String, String> payload, String list, String value, Instant since) {
        return jdbi.withHandle(handle -> handle.createUpdate(JOIN).bind("kind", kind).bind("person", personId)
            .bind("payload", json(payload)).bind("list", list).bind("value", value).bind("since", at(since)).execute()) > 0;
    }

    List<Message> claim(Instant now, Duration lease, int most) {
        return jdbi.withHandle(handle -> handle.createQuery(CLAIM).bind("until", at(now.plus(lease))).bind("now", at(now)).bind("most", most)
            .map((row, context) -> new Message(row.getObject("id", UUID.class), row.getString("kind"), row.getObject("person_id", UUID.class),
                texts(row.getString("payload")), row.getObject("created_at", OffsetDateTime.class).toInstant(), row.getInt("attempts")))
            .list());
    }

    void done(UUID id, String state, String problem, Instant now) {
        jdbi.useHandle(handle -> handle.createUpdate(DONE).bind("id", id).bind("state", state).bind("problem", problem).bind("now", at(now)).execute());
    }

    void later(UUID id, String problem, Instant next) {
        jdbi.useHandle(handle -> handle.createUpdate(LATER).bind("id", id).bind("problem", problem).bind("next", at(next)).execute());
    }

    /** Given back untried. */
    void release(UUID id, Instant next) {
        jdbi.useHandle(handle -> handle.createUpdate(RELEASE).bind("id", id).bind("next", at(next)).execute());
    }

    /** It waits for others to go with. */
    void collect(UUID id, Instant at) {
        jdbi.useHandle(handle -> handle.createUpdate("update outbox set state = 'COLLECTED', next_at = :at where id = :id").bind("at", at(at)).bind("id", id).execute());
    }

    /** Takes what is due out of the collection, by receiver; one statement, so that no second node gathers the same. */
    Map<UUID, List<UUID>> gather(Instant now, int most) {
        Map<UUID, List<UUID>> gathered = new LinkedHashMap<>();
        jdbi.useHandle(handle -> handle.createQuery("""
                with due as materialized (
                  select id from outbox where state = 'COLLECTED' and next_at <= :now order by person_id, created_at limit :most for update skip locked)
                update outbox o set state = 'GATHERED', done_at = :now from due where o.id = due.id returning o.person_id, o.id""")
            .bind("now", at(now)).bind("most", most)
            .map((row, context) -> gathered.computeIfAbsent(row.getObject("person_id", UUID.class), id -> new ArrayList<>()).add(row.getObject("id", UUID.class))).list());
        return gathered;
    }

    /** In the order in which they were kept. */
    List<Outbox.Note> notes(List<UUID> ids) {
        return jdbi.withHandle(handle -> handle.createQuery("select id, kind, payload, created_at from outbox where id = any(:ids) order by created_at, id")
            .bindArray("ids", UUID.class, ids.toArray())
            .map((row, context) -> new Outbox.Note(row.getObject("id", UUID.class), row.getString("kind"), texts(row.getString("payload")),
                row.getObject("created_at", OffsetDateTime.class).toInstant(), null)).list());
    }

    List<Outbox.Note> recent(UUID personId, Instant since, int most) {
        return jdbi.withHandle(handle -> handle.createQuery("""
                select id, kind, payload, created_at, read_at from outbox where person_id = :person and created_at > :since
                 order by created_at desc, id limit :most""")
            .bind("person", personId).bind("since", at(since)).bind("most", most)
            .map((row, context) -> new Outbox.Note(row.getObject("id", UUID.class), row.getString("kind"), texts(row.getString("payload")),
                row.getObject("created_at", OffsetDateTime.class).toInstant(),
                row.getObject("read_at", OffsetDateTime.class) == null ? null : row.getObject("read_at", OffsetDateTime.class).toInstant()))
            .list());
    }

    int read(UUID personId, Instant now) {
        return jdbi.withHandle(handle -> handle.createUpdate("update outbox set read_at = :now where person_id = :person and read_at is null")
            .bind("person", personId).bind("now", at(now)).execute());
    }

    Outbox.State state(Instant now) {
        return jdbi.withHandle(handle -> handle.createQuery(STATE).bind("since", at(now.minus(Duration.ofDays(1))))
            .map((row, context) -> new Outbox.State(row.getInt("waiting"), row.getInt("late"), row.getInt("failed"), row.getInt("sent"))).one());
    }

    private static OffsetDateTime at(Instant moment) {
        return moment.atOffset(ZoneOffset.UTC);
    }

    private static String json(Map<String, String> payload) {
        try {
            return JSON.writeValueAsString(payload);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("Payload is not plain text", e);
        }
    }

    private static Map<String, String> texts(String payload) {
        try {
            return JSON.readValue(payload, TEXTS);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("Payload in the outbox cannot be read", e);
        }
    }
}
