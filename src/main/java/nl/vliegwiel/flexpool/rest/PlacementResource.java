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
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import nl.vliegwiel.flexpool.boundary.AgreementFile;
import nl.vliegwiel.flexpool.boundary.AgreementService;
import nl.vliegwiel.flexpool.boundary.AgreementTermsService;
import nl.vliegwiel.flexpool.boundary.Cancel;
import nl.vliegwiel.flexpool.boundary.CancelPreview;
import nl.vliegwiel.flexpool.boundary.ChangeTerms;
import nl.vliegwiel.flexpool.boundary.GiveConsent;
import nl.vliegwiel.flexpool.boundary.PlacementDetail;
import nl.vliegwiel.flexpool.boundary.PlacementFilter;
import nl.vliegwiel.flexpool.boundary.PlacementEndService;
import nl.vliegwiel.flexpool.boundary.PlacementService;
import nl.vliegwiel.flexpool.boundary.Withdraw;
import nl.vliegwiel.flexpool.domain.Decision;
import nl.vliegwiel.flexpool.domain.Party;
import nl.vliegwiel.flexpool.domain.PlacementState;
import nl.vliegwiel.flexpool.domain.agreement.VatCondition;
import nl.vliegwiel.flexpool.domain.agreement.VatGround;
import nl.vliegwiel.flexpool.domain.agreement.WaadiGround;
import nl.vliegwiel.flexpool.domain.agreement.WttaPosition;
import nl.vliegwiel.platform.rest.BadBody;
import nl.vliegwiel.platform.rest.Endpoint;
import nl.vliegwiel.platform.rest.Slice;
import nl.vliegwiel.platform.rest.Versions;
import nl.vliegwiel.platform.text.Texts;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Placements: read, decide, end, and the agreement. */
@Path("/placements")
@Endpoint
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@Tag(name = "Placements", description = "Loans of one employee for one shift. Seen by the employee and the HR managers of the two libraries.")
public class PlacementResource {
    @Inject
    private PlacementService placements;

    @Inject
    private PlacementEndService ends;

    @Inject
    private AgreementTermsService terms;

    @Inject
    private AgreementService agreements;

    /** A stretch of the list. */
    @Schema(name = "PlacementSlice")
    public record Placements(List<PlacementAnswer> items, String next) {
    }

    /** @param textVersion version of the agreement that was read; reason names a CancelReason with a no, and justifies the lender's yes against a soft rule */
    @Schema(name = "ConsentGiven")
    public record ConsentBody(Party party, Decision decision, Integer textVersion, String reason) {
    }

    /**
     * @param reason name of a CancelReason
     * @param closePlace with BORROWER: nobody is needed in this place any more; the place opens again when left out
     * @param lateConfirmed false asks to be refused after the window of the request; when left out, calling is confirming
     */
    @Schema(name = "Cancellation")
    public record CancelBody(Party party, String reason, Boolean closePlace, Boolean lateConfirmed) {
    }

    /** Other terms; hourCents absent means the cost price. */
    @Schema(name = "TermsChange")
    public record TermsBody(String taskDescription, String functionAtBorrower, WaadiGround waadiGround, WttaPosition wttaPosition, VatGround vatGround,
            Set<VatCondition> vatConditions, Integer hourCents) {
    }

    @GET
    @Operation(summary = "List placements", description = "The caller's own, those of the people of her library, and those at her library; newest first.")
    @APIResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = Placements.class)))
    @APIResponse(responseCode = "400", description = "A parameter has no meaning")
    public Slice<PlacementAnswer> list(
            @Parameter(description = "One of the states") @QueryParam("state") String state,
            @QueryParam("requestId") String requestId,
            @Parameter(description = "Only those that end after this instant") @QueryParam("from") String from,
            @Parameter(description = "Only those that start before this instant") @QueryParam("to") String to,
            @Parameter(description = "1 to 100, 20 when left out") @QueryParam("limit") String limit,
            @Parameter(description = "next of the stretch before") @QueryParam("after") String after,
            @HeaderParam(HttpHeaders.ACCEPT_LANGUAGE) String language) {
        int most = Slice.limit(limit);
        PlacementFilter filter = new PlacementFilter(state(state), Parameters.id("requestId", requestId), Parameters.moment("from", from),
            Parameters.moment("to", to));
        List<PlacementAnswer> found = placements.list(filter, Slice.after(after), most + 1).stream()
            .map(detail -> PlacementAnswer.of(detail, Texts.accepted(language))).toList();
        return Slice.of(found, most, PlacementAnswer::id);
    }

    @GET
    @Path("/{id}")
    @Operation(summary = "Read one placement", description = "With consents, working-time findings and cost preview. ETag is its version.")
    @APIResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = PlacementAnswer.class)))
    @APIResponse(responseCode = "404", description = "Not there or not the caller's to see")
    public Response read(@PathParam("id") UUID id, @HeaderParam(HttpHeaders.ACCEPT_LANGUAGE) String language) {
        return answer(placements.detail(id), language);
    }

    @POST
    @Path("/{id}/consents")
    @Operation(summary = "Say yes or no", description = "With the third yes it is definite. The same decision again answers 200 and changes nothing.")
    @APIResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = PlacementAnswer.class)))
    @APIResponse(responseCode = "403", description = "Not the caller's to decide")
    @APIResponse(responseCode = "409", description = "The shift is full, the employee is bound elsewhere, the party said something else before, or nothing can be decided now")
    @APIResponse(responseCode = "412", description = "Another version or another text holds by now")
    @APIResponse(responseCode = "422", description = "A working-time rule refuses (key names it), or the lender gives no reason against a soft one")
    @APIResponse(responseCode = "428", description = "If-Match is missing")
    public Response consent(@PathParam("id") UUID id, @HeaderParam(HttpHeaders.IF_MATCH) String seen,
            @HeaderParam(HttpHeaders.ACCEPT_LANGUAGE) String language, ConsentBody body) {
        return answer(placements.giveConsent(new GiveConsent(id, Versions.seen(seen), body.party(), body.decision(), body.textVersion(), body.reason())),
            language);
    }

    @POST
    @Path("/{id}:cancel")
    @Operation(summary = "End a placement", description = "The borrower ends its need, the lender its release, the employee her coming, with a reason from the closed list. "
        + "What is definite opens its place again, unless the borrower closes it.")
    @APIResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = PlacementAnswer.class)))
    @APIResponse(responseCode = "409", description = "It has ended already")
    @APIResponse(responseCode = "412", description = "Changed by somebody else")
    @APIResponse(responseCode = "422", description = "No reason, a place that is not the party's to close, or late and not confirmed")
    @APIResponse(responseCode = "428", description = "If-Match is missing")
    public Response cancel(@PathParam("id") UUID id, @HeaderParam(HttpHeaders.IF_MATCH) String seen,
            @HeaderParam(HttpHeaders.ACCEPT_LANGUAGE) String language, CancelBody body) {
        return answer(ends.cancel(new Cancel(id, Versions.seen(seen), body.party(), body.reason(),
            Boolean.TRUE.equals(body.closePlace()), body.lateConfirmed())), language);
    }

    @GET
    @Path("/{id}/cancel-preview")
    @Operation(summary = "What would happen on cancelling", description = "Who is told, whether the place opens again and to whom, whether it is late. Changes nothing.")
    @APIResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = CancelPreview.class)))
    @APIResponse(responseCode = "403", description = "Not the caller's to decide")
    @APIResponse(responseCode = "409", description = "It has ended already")
    public CancelPreview cancelPreview(@PathParam("id") UUID id, @Parameter(description = "EMPLOYEE, LENDER or BORROWER") @QueryParam("party") String party) {
        return ends.cancelPreview(id, party(party));
    }

    @POST
    @Path("/{id}:reopen")
    @Operation(summary = "Open a closed place again", description = "By the borrower, until the start. Everybody is asked anew; this placement stays as it ended.")
    @APIResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = PlacementAnswer.class)))
    @APIResponse(responseCode = "409", description = "Its place was not closed, the work has begun, or the request has ended")
    @APIResponse(responseCode = "412", description = "Changed by somebody else")
    @APIResponse(responseCode = "428", description = "If-Match is missing")
    public Response reopen(@PathParam("id") UUID id, @HeaderParam(HttpHeaders.IF_MATCH) String seen,
            @HeaderParam(HttpHeaders.ACCEPT_LANGUAGE) String language) {
        return answer(ends.reopen(id, Versions.seen(seen)), language);
    }

    @POST
    @Path("/{id}:withdraw")
    @Operation(summary = "Take an application back", description = "By the employee, as long as the placement is not definite; no reason is asked.")
    @APIResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = PlacementAnswer.class)))
    @APIResponse(responseCode = "409", description = "It is definite or has ended")
    @APIResponse(responseCode = "412", description = "Changed by somebody else")
    @APIResponse(responseCode = "428", description = "If-Match is missing")
    public Response withdraw(@PathParam("id") UUID id, @HeaderParam(HttpHeaders.IF_MATCH) String seen,
            @HeaderParam(HttpHeaders.ACCEPT_LANGUAGE) String language) {
        return answer(ends.withdraw(new Withdraw(id, Versions.seen(seen))), language);
    }

    @PUT
    @Path("/{id}/terms")
    @Operation(summary = "Change the agreement", description = "By one of the two libraries. Makes a new text that needs three new yeses.")
    @APIResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = PlacementAnswer.class)))
    @APIResponse(responseCode = "409", description = "The work has begun or the placement has ended")
    @APIResponse(responseCode = "412", description = "Changed by somebody else")
    @APIResponse(responseCode = "422", description = "A ground or condition is missing, or more than the cost price is asked")
    @APIResponse(responseCode = "428", description = "If-Match is missing")
    public Response changeTerms(@PathParam("id") UUID id, @HeaderParam(HttpHeaders.IF_MATCH) String seen,
            @HeaderParam(HttpHeaders.ACCEPT_LANGUAGE) String language, TermsBody body) {
        if (body.vatConditions() != null && body.vatConditions().contains(null)) {
            throw BadBody.parameter("vatConditions");
        }
        return answer(terms.changeTerms(new ChangeTerms(id, Versions.seen(seen), body.taskDescription(), body.functionAtBorrower(),
            body.waadiGround(), body.wttaPosition(), body.vatGround(), body.vatConditions(), body.hourCents())), language);
    }

    @GET
    @Path("/{id}/agreement")
    @Produces("application/pdf")
    @Operation(summary = "The agreement", description = "Three-party agreement as tagged PDF, with the yeses given so far.")
    @APIResponse(responseCode = "200", content = @Content(mediaType = "application/pdf"))
    @APIResponse(responseCode = "404", description = "Not there or not the caller's to see")
    public Response agreement(@PathParam("id") UUID id,
            @Parameter(description = "Version of the text; the present one when left out") @QueryParam("textVersion") String textVersion,
            @HeaderParam(HttpHeaders.IF_NONE_MATCH) String known) {
        AgreementFile file = agreements.pdf(id, number("textVersion", textVersion));
        if (file.tag().equals(known)) {
            return Response.notModified().header(HttpHeaders.ETAG, file.tag()).build();
        }
        return Response.ok(file.bytes()).type("application/pdf").header(HttpHeaders.ETAG, file.tag())
            .header(HttpHeaders.CONTENT_DISPOSITION, "inline; filename=\"" + file.name() + "\"")
            .header(HttpHeaders.CACHE_CONTROL, "private, no-cache").build();
    }

    private static Response answer(PlacementDetail detail, String language) {
        return Response.ok(PlacementAnswer.of(detail, Texts.accepted(language))).header(HttpHeaders.ETAG, Versions.tag(detail.version())).build();
    }

    private static PlacementState state(String name) {
        if (name == null || name.isEmpty()) {
            return null;
        }
        try {
            return PlacementState.valueOf(name);
        } catch (IllegalArgumentException e) {
            throw BadBody.parameter("state");
        }
    }

    private static Party party(String name) {
        try {
            return name == null || name.isEmpty() ? null : Party.valueOf(name);
        } catch (IllegalArgumentException e) {
            throw BadBody.parameter("party");
        }
    }

    private static Integer number(String field, String value) {
        if (value == null || value.isEmpty()) {
            return null;
        }
        try {
            return Integer.valueOf(value);
        } catch (NumberFormatException e) {
            throw BadBody.parameter(field);
        }
    }
}
