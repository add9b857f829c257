package nl.vliegwiel.learning.rest;

import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.UUID;
import nl.vliegwiel.learning.boundary.Enrolment;
import nl.vliegwiel.learning.boundary.EnrolmentService;
import nl.vliegwiel.learning.rest.LearningBodies.DeclineBody;
import nl.vliegwiel.learning.rest.LearningBodies.EnrolmentBody;
import nl.vliegwiel.learning.rest.LearningBodies.MoveBody;
import nl.vliegwiel.platform.rest.Endpoint;
import nl.vliegwiel.platform.rest.Versions;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** One enrolment: claiming, the employer's decision, the line. */
@Path("/enrolments")
@Endpoint
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@Tag(name = "Learning")
public class EnrolmentResource {
    @Inject
    private EnrolmentService enrolments;

    @GET
    @Path("/{id}")
    @Operation(summary = "Read an enrolment", description = "For herself, her employer's HR managers and who guides the cohort.")
    @APIResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = EnrolmentBody.class)))
    @APIResponse(responseCode = "404", description = "Not there or not the caller's to see")
    public Response read(@PathParam("id") UUID id) {
        return answer(enrolments.get(id));
    }

    @POST
    @Path("/{id}:claim")
    @Operation(summary = "Take an offered place", description = "By who is offered it, before claimUntil.")
    @APIResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = EnrolmentBody.class)))
    @APIResponse(responseCode = "403", description = "Offered to somebody else")
    @APIResponse(responseCode = "404", description = "Not there or not the caller's to see")
    @APIResponse(responseCode = "409", description = "Not offered, or too late")
    @APIResponse(responseCode = "412", description = "Changed meanwhile")
    @APIResponse(responseCode = "428", description = "If-Match is missing")
    public Response claim(@PathParam("id") UUID id, @HeaderParam(HttpHeaders.IF_MATCH) String seen) {
        return answer(enrolments.claim(id, Versions.seen(seen)));
    }

    @POST
    @Path("/{id}:approve")
    @Operation(summary = "Let an employee take part", description = "By her employer's HR manager, not for herself.")
    @APIResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = EnrolmentBody.class)))
    @APIResponse(responseCode = "403", description = "Not the caller's to decide")
    @APIResponse(responseCode = "404", description = "Not there or not the caller's to see")
    @APIResponse(responseCode = "409", description = "It does not wait for this, or too late")
    @APIResponse(responseCode = "412", description = "Changed meanwhile")
    @APIResponse(responseCode = "428", description = "If-Match is missing")
    public Response approve(@PathParam("id") UUID id, @HeaderParam(HttpHeaders.IF_MATCH) String seen) {
        return answer(enrolments.approve(id, Versions.seen(seen)));
    }

    @POST
    @Path("/{id}:decline")
    @Operation(summary = "Do not let an employee take part now", description = "With a reason for her to read. The place goes to the next.")
    @APIResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = EnrolmentBody.class)))
    @APIResponse(responseCode = "403", description = "Not the caller's to decide")
    @APIResponse(responseCode = "404", description = "Not there or not the caller's to see")
    @APIResponse(responseCode = "409", description = "It does not wait for this, or too late")
    @APIResponse(responseCode = "412", description = "Changed meanwhile")
    @APIResponse(responseCode = "422", description = "No reason, or one with something that must not be in it")
    @APIResponse(responseCode = "428", description = "If-Match is missing")
    public Response decline(@PathParam("id") UUID id, @HeaderParam(HttpHeaders.IF_MATCH) String seen, DeclineBody body) {
        return answer(enrolments.decline(id, Versions.seen(seen), body.reason()));
    }

    @POST
    @Path("/{id}:move")
    @Operation(summary = "Put somebody elsewhere in the line", description = "By a facilitator, with a reason for her to read.")
    @APIResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = EnrolmentBody.class)))
    @APIResponse(responseCode = "403", description = "Not the caller's to guide")
    @APIResponse(responseCode = "404", description = "Not there or not the caller's to see")
    @APIResponse(responseCode = "409", description = "She does not wait")
    @APIResponse(responseCode = "412", description = "Changed meanwhile")
    @APIResponse(responseCode = "422", description = "No place, or no reason")
    @APIResponse(responseCode = "428", description = "If-Match is missing")
    public Response move(@PathParam("id") UUID id, @HeaderParam(HttpHeaders.IF_MATCH) String seen, MoveBody body) {
        return answer(enrolments.move(id, Versions.seen(seen), body.place(), body.reason()));
    }

    private static Response answer(Enrolment enrolment) {
        return Response.ok(EnrolmentBody.of(enrolment)).header(HttpHeaders.ETAG, Versions.tag(enrolment.version())).build();
    }
}
