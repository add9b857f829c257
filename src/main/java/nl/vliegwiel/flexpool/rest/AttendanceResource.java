package nl.vliegwiel.flexpool.rest;

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
import nl.vliegwiel.flexpool.boundary.Attendance;
import nl.vliegwiel.flexpool.boundary.AttendanceService;
import nl.vliegwiel.flexpool.domain.AttendanceView;
import nl.vliegwiel.flexpool.domain.Party;
import nl.vliegwiel.platform.rest.Endpoint;
import nl.vliegwiel.platform.rest.Versions;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Who came to a placement. */
@Path("/placements/{id}/attendance")
@Endpoint
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@Tag(name = "Placements")
public class AttendanceResource {
    @Inject
    private AttendanceService attendance;

    /** @param party EMPLOYEE or LENDER */
    @Schema(name = "AttendanceView")
    public record ViewBody(Party party, AttendanceView view) {
    }

    @GET
    @Operation(summary = "What is said about who came", description = "For the three parties; ETag is the version of the placement. No ranking reads this.")
    @APIResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = Attendance.class)))
    @APIResponse(responseCode = "404", description = "Not there or not the caller's to see")
    public Response read(@PathParam("id") UUID id) {
        return answer(attendance.attendance(id));
    }

    @POST
    @Operation(summary = "Add a view", description = "By the employee or the lender, after the borrower wrote down that she did not come; from a closed list.")
    @APIResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = Attendance.class)))
    @APIResponse(responseCode = "409", description = "Nothing is written down that a view could be about")
    @APIResponse(responseCode = "412", description = "Changed by somebody else")
    @APIResponse(responseCode = "422", description = "Not a view that this party can have")
    @APIResponse(responseCode = "428", description = "If-Match is missing")
    public Response add(@PathParam("id") UUID id, @HeaderParam(HttpHeaders.IF_MATCH) String seen, ViewBody body) {
        return answer(attendance.add(id, Versions.seen(seen), body.party(), body.view()));
    }

    @POST
    @Path("/no-show")
    @Operation(summary = "Write down that she did not come", description = "By the borrower, from the start on, as long as no hours were submitted.")
    @APIResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = Attendance.class)))
    @APIResponse(responseCode = "409", description = "Not begun, not definite, or hours were submitted")
    @APIResponse(responseCode = "412", description = "Changed by somebody else")
    @APIResponse(responseCode = "428", description = "If-Match is missing")
    public Response record(@PathParam("id") UUID id, @HeaderParam(HttpHeaders.IF_MATCH) String seen) {
        return answer(attendance.record(id, Versions.seen(seen)));
    }

    @POST
    @Path("/undo")
    @Operation(summary = "Take that back", description = "By the borrower. What was said stays readable.")
    @APIResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = Attendance.class)))
    @APIResponse(responseCode = "409", description = "Nothing to take back, or the place or her time was taken since")
    @APIResponse(responseCode = "412", description = "Changed by somebody else")
    @APIResponse(responseCode = "428", description = "If-Match is missing")
    public Response undo(@PathParam("id") UUID id, @HeaderParam(HttpHeaders.IF_MATCH) String seen) {
        return answer(attendance.undo(id, Versions.seen(seen)));
    }

    private static Response answer(Attendance now) {
        return Response.ok(now).header(HttpHeaders.ETAG, Versions.tag(now.version())).build();
    }
}
