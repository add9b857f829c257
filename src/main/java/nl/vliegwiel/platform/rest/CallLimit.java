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
import nl.vliegwiel.platform.actor.CurrentActor;
import nl.vliegwiel.platform.text.Texts;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Calls per caller and minute, counted in the database so that all nodes share the limit. */
@Provider
@Priority(Priorities.AUTHORIZATION)
public class CallLimit implements ContainerRequestFilter {
    @Inject
    private CallCount count;

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
        if (count.next(actor.get().personId().toString()) > callsPerMinute) {
            call.abortWith(Response.status(429).type("application/problem+json")
                .header("Retry-After", count.secondsLeft())
                .entity(Problem.of(429, "problem.429.detail", Texts.accepted(headers.getHeaderString(HttpHeaders.ACCEPT_LANGUAGE)), call.getUriInfo().getRequestUri().getPath()))
                .build());
        }
    }
}
