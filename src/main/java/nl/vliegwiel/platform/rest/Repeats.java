package nl.vliegwiel.platform.rest;

import com.fasterxml.jackson.core.JsonProcessingException;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Callable;
import nl.vliegwiel.platform.actor.CurrentActor;
import nl.vliegwiel.platform.persistence.TranslatesFailures;
import nl.vliegwiel.platform.persistence.WriteThrough;
import nl.vliegwiel.platform.rule.Conflict;
import nl.vliegwiel.platform.rule.RuleViolation;
import org.jdbi.v3.core.Jdbi;

/**
 * Idempotency-Key: a creating call that is sent again within 24 hours gets its first answer again and creates nothing.
 *
 * <p>The effect and its answer are kept in one transaction, so that there is no moment at which a dying process leaves the
 * one without the other: who sends again after a crash gets the first answer if the effect is there, and has the effect
 * now if it is not. The claim is a lock that ends with the transaction, also when that ends by a death. A call whose first
 * answer is not known yet gets 409; only good answers are kept, so that a mended call may use its key.
 */
@ApplicationScoped
@Transactional(rollbackOn = Exception.class)
@TranslatesFailures
public class Repeats {
    private static final int FIRST_NOT_GOOD = 300;
    private static final int HOURS_KEPT = 24;

    /** Never waits: who comes while the first call is under way is told so. */
    private static final String CLAIM = "select pg_try_advisory_xact_lock(hashtextextended(:person || ' ' || :key, 0))";

    private static final String FIND = """
        select request_hash, status, location, etag, body from idempotent_answer
         where person_id = :person and key = :key and created_at >= :since""";

    private static final String FORGET = "delete from idempotent_answer where person_id = :person and created_at < :since";

    private static final String KEEP = """
        insert into idempotent_answer (person_id, key, request_hash, status, location, etag, body, created_at)
        values (:person, :key, :hash, :status, :location, :etag, :body, :now)""";

    @Inject
    private Jdbi jdbi;

    @Inject
    private Clock clock;

    @Inject
    private CurrentActor actor;

    private record Kept(byte[] requestHash, int status, String location, String etag, String body) {
    }

    /**
     * Does a call and keeps its answer, unless it was done before.
     *
     * @param repeat key of the call
     * @param call what the resource does
     * @return what it answers
     * @throws Answered with the first answer, when there is one
     * @throws Conflict {@code repeat.running} while the first call is under way
     * @throws RuleViolation {@code repeat.other} when the key was used for something else
     */
    public Object once(RepeatKey repeat, Callable<Object> call) throws Exception {
        UUID person = actor.get().personId();
        OffsetDateTime now = OffsetDateTime.now(clock);
        if (!claimed(person, repeat.key())) {
            throw new Conflict("repeat.running");
        }
        Optional<Kept> kept = find(person, repeat.key(), now.minusHours(HOURS_KEPT));
        if (kept.isPresent()) {
            if (!Arrays.equals(kept.get().requestHash(), repeat.requestHash())) {
                throw new RuleViolation("repeat.other");
            }
            throw new Answered(again(kept.get()));
        }
        Object answer = WriteThrough.together(call);
        keep(person, repeat, answer, now);
        return answer;
    }

    private boolean claimed(UUID person, String key) {
        return jdbi.withHandle(handle -> handle.createQuery(CLAIM).bind("person", person.toString()).bind("key", key).mapTo(Boolean.class).one());
    }

    private Optional<Kept> find(UUID person, String key, OffsetDateTime since) {
        return jdbi.withHandle(handle -> handle.createQuery(FIND).bind("person", person).bind("key", key).bind("since", since)
            .map((row, context) -> new Kept(row.getBytes("request_hash"), row.getInt("status"), row.getString("location"), row.getString("etag"),
                row.getString("body")))
            .findOne());
    }

    private static Response again(Kept kept) {
        Response.ResponseBuilder answer = Response.status(kept.status());
        if (kept.location() != null) {
            answer.header(HttpHeaders.LOCATION, kept.location());
        }
        if (kept.etag() != null) {
            answer.header(HttpHeaders.ETAG, kept.etag());
        }
        return kept.body() == null ? answer.build() : answer.type("application/json").entity(kept.body()).build();
    }

    private void keep(UUID person, RepeatKey repeat, Object answer, OffsetDateTime now) {
        Response response = answer instanceof Response given ? given : answer == null ? Response.noContent().build() : Response.ok(answer).build();
        if (response.getStatus() >= FIRST_NOT_GOOD) {
            return;
        }
        jdbi.useHandle(handle -> {
            handle.createUpdate(FORGET).bind("person", person).bind("since", now.minusHours(HOURS_KEPT)).execute();
            handle.createUpdate(KEEP).bind("person", person).bind("key", repeat.key()).bind("hash", repeat.requestHash())
                .bind("status", response.getStatus()).bind("location", response.getHeaderString(HttpHeaders.LOCATION))
                .bind("etag", response.getHeaderString(HttpHeaders.ETAG)).bind("body", body(response)).bind("now", now).execute();
        });
    }

    private static String body(Response response) {
        try {
            return response.hasEntity() && !(response.getEntity() instanceof ShownOnce) ? Json.MAPPER.writeValueAsString(response.getEntity()) : null;
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("An answer is plain data", e);
        }
    }
}
