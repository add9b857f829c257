package nl.vliegwiel.platform.rest;

import jakarta.annotation.Priority;
import jakarta.inject.Inject;
import jakarta.ws.rs.Priorities;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.ext.Provider;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.temporal.ChronoUnit;
import nl.vliegwiel.platform.actor.CurrentActor;
import nl.vliegwiel.platform.text.Texts;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jdbi.v3.core.Jdbi;

/** Calls per caller and minute, counted in the database so that all nodes share the limit. */
@Provider
@Priority(Priorities.AUTHORIZATION)
public class CallLimit implements ContainerRequestFilter {
    private static final String COUNT = """
        insert into call_count (caller, minute, calls) values (:caller, :minute, 1)
        on conflict (caller, minute) do update set calls = call_count.calls + 1
        returning calls""";

    @Inject
    private Jdbi jdbi;

    @Inject
    private Clock clock;

    @Inject
    private CurrentActor actor;

    @Inject
    @ConfigProperty(name = "api.calls-per-minute")
    private int callsPerMinute;

    @Context
    private HttpHeaders headers;

    @Override
    public void filter(ContainerRequestContext call) {
        if (actor.find().isEmpty()) {
            return;
        }
        OffsetDateTime now = OffsetDateTime.now(clock);
        OffsetDateTime minute = now.truncatedTo(ChronoUnit.MINUTES);
        String caller = actor.get().personId().toString();
        int calls = jdbi.withHandle(handle -> {
            int count = handle.createQuery(COUNT).bind("caller", caller).bind("minute", minute).mapTo(Integer.class).one();
            if (count == 1) {
                handle.execute("delete from call_count where caller = ? and minute < ?", caller, minute);
            }
            return count;
        });
        if (calls > callsPerMinute) {
            call.abortWith(Response.status(429).type("application/problem+json")
                .header("Retry-After", 60 - now.getSecond())
                .entity(Problem.of(429, "problem.429.detail", Texts.accepted(headers.getHeaderString(HttpHeaders.ACCEPT_LANGUAGE)), call.getUriInfo().getRequestUri().getPath()))
                .build());
        }
    }
}
