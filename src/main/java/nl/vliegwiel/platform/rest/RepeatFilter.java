package nl.vliegwiel.platform.rest;

import jakarta.annotation.Priority;
import jakarta.inject.Inject;
import jakarta.ws.rs.Priorities;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.ext.Provider;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import nl.vliegwiel.platform.actor.CurrentActor;

/** Reads the key of a creating call, and what it is sent with, before the resource is met. */
@Provider
@Priority(Priorities.ENTITY_CODER)
public class RepeatFilter implements ContainerRequestFilter {
    private static final String HEADER = "Idempotency-Key";
    private static final int LONGEST_KEY = 200;

    @Inject
    private CurrentActor actor;

    @Inject
    private RepeatKey repeat;

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
        repeat.give(key, hash(call.getUriInfo().getRequestUri().getRawPath() + "?" + call.getUriInfo().getRequestUri().getRawQuery(), body));
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
