package nl.vliegwiel.meeting.rest;

import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.UUID;
import nl.vliegwiel.meeting.boundary.Session;
import nl.vliegwiel.meeting.boundary.SessionService;
import nl.vliegwiel.meeting.rest.SessionBodies.SessionBody;
import nl.vliegwiel.meeting.rest.SessionBodies.SessionChange;
import nl.vliegwiel.meeting.rest.SessionBodies.Sessions;
import nl.vliegwiel.platform.rest.Endpoint;
import nl.vliegwiel.platform.rest.Versions;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** When a cohort meets. */
@Path("/cohorts/{id}/sessions")
@Endpoint
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@Tag(name = "Learning")
public class CohortSessionsResource {
    private static final String COHORT = "COHORT";

    @Inject
    private SessionService sessions;

    @GET
    @Operation(summary = "Sessions of a cohort", description = "By start. Agenda, minutes and link are for who takes part or guides.")
    @APIResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = Sessions.class)))
    @APIResponse(responseCode = "404", description = "Not there or not the caller's to see")
    public Sessions list(@PathParam("id") UUID id) {
        return new Sessions(sessions.list(COHORT, id).stream().map(SessionBody::of).toList());
    }

    @POST
    @Operation(summary = "Plan a session", description = "By a facilitator; everybody gets an invitation for the calendar. Takes an Idempotency-Key.")
    @APIResponse(responseCode = "201", content = @Content(schema = @Schema(implementation = SessionBody.class)))
    @APIResponse(responseCode = "403", description = "Not the caller's to guide")
    @APIResponse(responseCode = "404", description = "Not there or not the caller's to see")
    @APIResponse(responseCode = "422", description = "Something in it is wrong")
    public Response add(@PathParam("id") UUID id, SessionChange body) {
        Session made = sessions.add(COHORT, id, body.text());
        return Response.created(URI.create("sessions/" + made.id())).entity(SessionBody.of(made)).header(HttpHeaders.ETAG, Versions.tag(made.version())).build();
    }
}
