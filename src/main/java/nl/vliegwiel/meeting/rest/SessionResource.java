package nl.vliegwiel.meeting.rest;

import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.UUID;
import nl.vliegwiel.meeting.boundary.Session;
import nl.vliegwiel.meeting.boundary.SessionService;
import nl.vliegwiel.meeting.rest.SessionBodies.AttendanceBody;
import nl.vliegwiel.meeting.rest.SessionBodies.MinutesBody;
import nl.vliegwiel.meeting.rest.SessionBodies.PresentBody;
import nl.vliegwiel.meeting.rest.SessionBodies.SessionBody;
import nl.vliegwiel.meeting.rest.SessionBodies.SessionChange;
import nl.vliegwiel.platform.rest.Endpoint;
import nl.vliegwiel.platform.rest.Versions;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** One session. */
@Path("/sessions")
@Endpoint
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@Tag(name = "Learning")
public class SessionResource {
    @Inject
    private SessionService sessions;

    @GET
    @Path("/{id}")
    @Operation(summary = "Read a session")
    @APIResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = SessionBody.class)))
    @APIResponse(responseCode = "404", description = "Not there or not the caller's to see")
    public Response read(@PathParam("id") UUID id) {
        return answer(sessions.get(id));
    }

    @PUT
    @Path("/{id}")
    @Operation(summary = "Change a session", description = "Where time, place or link change everybody gets the invitation again.")
    @APIResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = SessionBody.class)))
    @APIResponse(responseCode = "403", description = "Not the caller's to guide")
    @APIResponse(responseCode = "404", description = "Not there or not the caller's to see")
    @APIResponse(responseCode = "409", description = "Called off")
    @APIResponse(responseCode = "412", description = "Changed by somebody else")
    @APIResponse(responseCode = "422", description = "Something in it is wrong")
    @APIResponse(responseCode = "428", description = "If-Match is missing")
    public Response change(@PathParam("id") UUID id, @HeaderParam(HttpHeaders.IF_MATCH) String seen, SessionChange body) {
        return answer(sessions.change(id, Versions.seen(seen), body.text()));
    }

    @POST
    @Path("/{id}:cancel")
    @Operation(summary = "Call a session off", description = "Everybody's calendar drops it.")
    @APIResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = SessionBody.class)))
    @APIResponse(responseCode = "403", description = "Not the caller's to guide")
    @APIResponse(responseCode = "404", description = "Not there or not the caller's to see")
    @APIResponse(responseCode = "409", description = "Called off already")
    @APIResponse(responseCode = "412", description = "Changed by somebody else")
    @APIResponse(responseCode = "428", description = "If-Match is missing")
    public Response cancel(@PathParam("id") UUID id, @HeaderParam(HttpHeaders.IF_MATCH) String seen) {
        return answer(sessions.cancel(id, Versions.seen(seen)));
    }

    @PUT
    @Path("/{id}/minutes")
    @Operation(summary = "Write what was said and agreed")
    @APIResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = SessionBody.class)))
    @APIResponse(responseCode = "403", description = "Not the caller's to guide")
    @APIResponse(responseCode = "404", description = "Not there or not the caller's to see")
    @APIResponse(responseCode = "412", description = "Changed by somebody else")
    @APIResponse(responseCode = "422", description = "Too long, or with something that must not be in it")
    @APIResponse(responseCode = "428", description = "If-Match is missing")
    public Response minutes(@PathParam("id") UUID id, @HeaderParam(HttpHeaders.IF_MATCH) String seen, MinutesBody body) {
        return answer(sessions.minutes(id, Versions.seen(seen), body.minutes()));
    }

    @GET
    @Path("/{id}/attendance")
    @Operation(summary = "Who was there", description = "For who guides the cohort.")
    @APIResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = PresentBody.class)))
    @APIResponse(responseCode = "403", description = "Not the caller's to guide")
    @APIResponse(responseCode = "404", description = "Not there or not the caller's to see")
    public PresentBody present(@PathParam("id") UUID id) {
        return new PresentBody(sessions.present(id));
    }

    @POST
    @Path("/{id}/attendance")
    @Operation(summary = "Say who was there", description = "With code: the caller herself. With people: by who guides the cohort, all who were there.")
    @APIResponse(responseCode = "204", description = "Counted")
    @APIResponse(responseCode = "403", description = "The caller does not take part, or does not guide")
    @APIResponse(responseCode = "404", description = "Not there or not the caller's to see")
    @APIResponse(responseCode = "409", description = "Called off, or not now")
    @APIResponse(responseCode = "422", description = "Not the code, or somebody who is not of the group")
    public void attend(@PathParam("id") UUID id, AttendanceBody body) {
        if (body.people() != null) {
            sessions.list(id, body.people());
        } else {
            sessions.attend(id, body.code());
        }
    }

    private static Response answer(Session session) {
        return Response.ok(SessionBody.of(session)).header(HttpHeaders.ETAG, Versions.tag(session.version())).build();
    }
}
