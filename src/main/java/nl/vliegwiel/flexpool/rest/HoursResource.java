package nl.vliegwiel.flexpool.rest;

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
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.UUID;
import nl.vliegwiel.flexpool.boundary.EnterHours;
import nl.vliegwiel.flexpool.boundary.HoursService;
import nl.vliegwiel.flexpool.boundary.HoursService.Seen;
import nl.vliegwiel.flexpool.boundary.HoursSheet;
import nl.vliegwiel.platform.rest.Endpoint;
import nl.vliegwiel.platform.rest.Versions;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Hours of a placement: entered by the employee, confirmed by the borrower, approved by the lender (R12). */
@Path("/placements")
@Endpoint
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@Tag(name = "Hours", description = "Hours worked in a placement. Seen by the employee and the HR managers of the two libraries.")
public class HoursResource {
    @Inject
    private HoursService hours;

    /** @param breakMinutes the planned break when left out; @param travelMinutes there and back, what is proposed when left out */
    @Schema(name = "HoursEntered")
    public record HoursBody(OffsetDateTime start, OffsetDateTime end, Integer breakMinutes, Integer travelMinutes) {
    }

    /** @param reason why the approved hours are replaced */
    @Schema(name = "HoursCorrection")
    public record CorrectionBody(OffsetDateTime start, OffsetDateTime end, Integer breakMinutes, Integer travelMinutes, String reason) {
    }

    /** @param reason that the employee reads */
    @Schema(name = "HoursRejection")
    public record RejectionBody(String reason) {
    }

    @GET
    @Path("/{id}/hours")
    @Operation(summary = "The hours of a placement", description = "While nothing was entered those that are proposed, with state OPEN and version 0.")
    @APIResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = HoursAnswer.class)))
    @APIResponse(responseCode = "404", description = "Not there, not the caller's to see, or not definite")
    public Response read(@PathParam("id") UUID id) {
        return answer(hours.sheet(id));
    }

    @PUT
    @Path("/{id}/hours")
    @Operation(summary = "Enter hours", description = "By the employee, or by her HR manager on her behalf, until the borrower confirmed. Every change is kept as an entry.")
    @APIResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = HoursAnswer.class)))
    @APIResponse(responseCode = "403", description = "Not the caller's to enter")
    @APIResponse(responseCode = "409", description = "Not definite, not begun, confirmed already, or the hours overlap others of hers")
    @APIResponse(responseCode = "412", description = "Changed by somebody else")
    @APIResponse(responseCode = "422", description = "A rule refuses, such as an end before the start")
    @APIResponse(responseCode = "428", description = "If-Match is missing")
    public Response enter(@PathParam("id") UUID id, @HeaderParam(HttpHeaders.IF_MATCH) String seen, HoursBody body) {
        return answer(hours.enter(new EnterHours(id, Versions.seen(seen), instant(body.start()), instant(body.end()), body.breakMinutes(), body.travelMinutes(), null)));
    }

    @POST
    @Path("/{id}/hours:submit")
    @Operation(summary = "Submit hours", description = "By the employee. Without hours of her own the planned ones.")
    @APIResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = HoursAnswer.class)))
    @APIResponse(responseCode = "403", description = "Not the caller's to submit")
    @APIResponse(responseCode = "409", description = "The work is not over, or they were submitted already")
    @APIResponse(responseCode = "412", description = "Changed by somebody else")
    @APIResponse(responseCode = "428", description = "If-Match is missing")
    public Response submit(@PathParam("id") UUID id, @HeaderParam(HttpHeaders.IF_MATCH) String seen) {
        return answer(hours.submit(new Seen(id, Versions.seen(seen))));
    }

    @POST
    @Path("/{id}/hours:confirm")
    @Operation(summary = "Confirm hours", description = "By the borrower.")
    @APIResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = HoursAnswer.class)))
    @APIResponse(responseCode = "403", description = "Not the caller's to confirm")
    @APIResponse(responseCode = "409", description = "Not submitted, or confirmed already")
    @APIResponse(responseCode = "412", description = "Changed by somebody else")
    @APIResponse(responseCode = "428", description = "If-Match is missing")
    public Response confirm(@PathParam("id") UUID id, @HeaderParam(HttpHeaders.IF_MATCH) String seen) {
        return answer(hours.confirm(new Seen(id, Versions.seen(seen))));
    }

    @POST
    @Path("/{id}/hours:approve")
    @Operation(summary = "Approve hours", description = "By the lender, after the borrower confirmed. Locks them and closes the hours of the placement.")
    @APIResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = HoursAnswer.class)))
    @APIResponse(responseCode = "403", description = "Not the caller's to approve")
    @APIResponse(responseCode = "409", description = "Not confirmed, or approved already")
    @APIResponse(responseCode = "412", description = "Changed by somebody else")
    @APIResponse(responseCode = "428", description = "If-Match is missing")
    public Response approve(@PathParam("id") UUID id, @HeaderParam(HttpHeaders.IF_MATCH) String seen) {
        return answer(hours.approve(new Seen(id, Versions.seen(seen))));
    }

    @POST
    @Path("/{id}/hours:reject")
    @Operation(summary = "Send hours back", description = "To the employee, with a reason, by the library whose turn it is.")
    @APIResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = HoursAnswer.class)))
    @APIResponse(responseCode = "403", description = "Not the caller's turn")
    @APIResponse(responseCode = "409", description = "Neither library's turn")
    @APIResponse(responseCode = "412", description = "Changed by somebody else")
    @APIResponse(responseCode = "422", description = "No reason, or one that may not be kept")
    @APIResponse(responseCode = "428", description = "If-Match is missing")
    public Response reject(@PathParam("id") UUID id, @HeaderParam(HttpHeaders.IF_MATCH) String seen, RejectionBody body) {
        return answer(hours.reject(new Seen(id, Versions.seen(seen)), body.reason()));
    }

    @POST
    @Path("/{id}/hours/corrections")
    @Operation(summary = "Correct approved hours", description = "By the employee or on her behalf: a new entry, submitted at once. The approved one stays readable and holds until both libraries agreed to the new one.")
    @APIResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = HoursAnswer.class)))
    @APIResponse(responseCode = "403", description = "Not the caller's to correct")
    @APIResponse(responseCode = "409", description = "Not approved, settled already, or the hours overlap others of hers")
    @APIResponse(responseCode = "412", description = "Changed by somebody else")
    @APIResponse(responseCode = "422", description = "A rule refuses, or no reason is given")
    @APIResponse(responseCode = "428", description = "If-Match is missing")
    public Response correct(@PathParam("id") UUID id, @HeaderParam(HttpHeaders.IF_MATCH) String seen, CorrectionBody body) {
        return answer(hours.correct(new EnterHours(id, Versions.seen(seen), instant(body.start()), instant(body.end()), body.breakMinutes(), body.travelMinutes(), body.reason())));
    }

    private static Instant instant(OffsetDateTime moment) {
        return moment == null ? null : moment.toInstant();
    }

    private static Response answer(HoursSheet sheet) {
        return Response.ok(HoursAnswer.of(sheet)).header(HttpHeaders.ETAG, Versions.tag(sheet.version())).build();
    }
}
