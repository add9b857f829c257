package nl.vliegwiel.platform.rest;

import jakarta.annotation.Priority;
import jakarta.inject.Inject;
import jakarta.ws.rs.Priorities;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.container.ContainerResponseFilter;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.ext.Provider;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.Optional;
import java.util.UUID;
import nl.vliegwiel.platform.actor.CurrentActor;
import nl.vliegwiel.platform.text.Texts;
import org.jdbi.v3.core.Jdbi;

/**
 * Idempotency-Key: a creating call that is sent again within 24 hours gets its first answer again and creates nothing.
 * A call whose first answer is not known yet gets 409; only good answers are kept, so that a mended call may use its key.
 */
@Provider
@Priority(Priorities.ENTITY_CODER)
public class Repeats implements ContainerRequestFilter, ContainerResponseFilter {
    private static final String HEADER = "Idempotency-Key";
    private static final String CLAIMED = "nl.vliegwiel.idempotencyKey";
    private static final int LONGEST_KEY = 200;

    @Inject
    private Jdbi jdbi;

    @Inject
    private Clock clock;

    @Inject
    private CurrentActor actor;

    @Context
    private HttpHeaders headers;

    private record Kept(byte[] requestHash, Integer status, String location, String etag, String body) {
    }

    @Override
    public void filter(ContainerRequestContext call) throws IOException {
        String key = call.getHeaderString(HEADER);
        if (key == null || !"POST".equals(call.getMethod()) || actor.find().isEmpty()) {
            return;
        }
        if (key.isBlank() || key.length() > LONGEST_KEY) {
            throw BadBody.parameter(HEADER);
        }
        byte[] body = call.getEntityStream().readNBytes(FileLimit.LARGEST + 1);
        if (body.length > FileLimit.LARGEST) {
            throw new WebApplicationException(413);
        }
        call.setEntityStream(new ByteArrayInputStream(body));
        byte[] hash = hash(call.getUriInfo().getRequestUri().getRawPath() + "?" + call.getUriInfo().getRequestUri().getRawQuery(), body);
        UUID person = actor.get().personId();
        OffsetDateTime now = OffsetDateTime.now(clock);
        boolean first = jdbi.withHandle(handle -> {
            handle.execute("delete from idempotent_answer where person_id = ? and created_at < ?", person, now.minusHours(24));
            return handle.execute("""
                insert into idempotent_answer (person_id, key, request_hash, created_at) values (?, ?, ?, ?)
                on conflict (person_id, key) do nothing""", person, key, hash, now) == 1;
        });
        if (first) {
            call.setProperty(CLAIMED, key);
            return;
        }
        Optional<Kept> kept = jdbi.withHandle(handle -> handle
            .createQuery("select request_hash, status, location, etag, body from idempotent_answer where person_id = :person and key = :key")
            .bind("person", person).bind("key", key)
            .map((row, context) -> new Kept(row.getBytes(1), (Integer) row.getObject(2), row.getString(3), row.getString(4), row.getString(5)))
            .findOne());
        call.abortWith(kept.map(answer -> again(call, answer, hash)).orElseGet(() -> problem(call, 409, "repeat.running")));
    }

    private Response again(ContainerRequestContext call, Kept kept, byte[] hash) {
        if (!Arrays.equals(kept.requestHash(), hash)) {
            return problem(call, 422, "repeat.other");
        }
        if (kept.status() == null) {
            return problem(call, 409, "repeat.running");
        }
        Response.ResponseBuilder answer = Response.status(kept.status());
        if (kept.location() != null) {
            answer.header(HttpHeaders.LOCATION, kept.location());
        }
        if (kept.etag() != null) {
            answer.header(HttpHeaders.ETAG, kept.etag());
        }
        return kept.body() == null ? answer.build() : answer.type("application/json").entity(kept.body()).build();
    }

    @Override
    public void filter(ContainerRequestContext call, ContainerResponseContext answer) throws IOException {
        if (!(call.getProperty(CLAIMED) instanceof String key)) {
            return;
        }
        UUID person = actor.get().personId();
        if (answer.getStatus() >= 300) {
            jdbi.useHandle(handle -> handle.execute("delete from idempotent_answer where person_id = ? and key = ?", person, key));
            return;
        }
        String body = answer.getEntity() == null ? null : Json.MAPPER.writeValueAsString(answer.getEntity());
        jdbi.useHandle(handle -> handle.execute(
            "update idempotent_answer set status = ?, location = ?, etag = ?, body = ? where person_id = ? and key = ?",
            answer.getStatus(), answer.getHeaderString(HttpHeaders.LOCATION), answer.getHeaderString(HttpHeaders.ETAG), body, person, key));
    }

    private Response problem(ContainerRequestContext call, int status, String key) {
        return Response.status(status).type("application/problem+json")
            .entity(Problem.of(status, key, Texts.accepted(headers.getHeaderString(HttpHeaders.ACCEPT_LANGUAGE)), call.getUriInfo().getRequestUri().getPath()))
            .build();
    }

    private static byte[] hash(String path, byte[] body) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            digest.update(path.getBytes(StandardCharsets.UTF_8));
            digest.update((byte) 0);
            return digest.digest(body);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java has SHA-256", e);
        }
    }
}
