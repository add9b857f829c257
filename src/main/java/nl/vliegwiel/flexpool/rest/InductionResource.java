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
import java.util.List;
import java.util.UUID;
import nl.vliegwiel.flexpool.boundary.Induction;
import nl.vliegwiel.flexpool.boundary.InductionService;
import nl.vliegwiel.flexpool.domain.induction.InductionText;
import nl.vliegwiel.platform.rest.Endpoint;
import nl.vliegwiel.platform.rest.Versions;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Induction sheets of branches. */
@Path("/branches/{id}")
@Endpoint
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@Tag(name = "Induction", description = "What somebody has to know before her first shift at a branch. For who works there, who lends her, and the library itself.")
public class InductionResource {
    @Inject
    private InductionService induction;

    /** Version 0 and no text: there is no sheet yet. guests is empty for who does not keep the sheet. */
    @Schema(name = "Induction")
    public record Answer(UUID branchId, String branch, UUID organisationId, int version, String reportTo, String contact, String keysIct, String houseRules, String safety,
            Instant publishedAt, @Schema(description = "When the caller accepted this version; absent for not") Instant acceptedAt, List<Guest> guests) {
    }

    /** Somebody with definite work to come. */
    @Schema(name = "InductionGuest")
    public record Guest(UUID personId, String name, String lender, Instant firstStart, boolean accepted) {
    }

    @Schema(name = "InductionChange")
    public record Body(String reportTo, String contact, String keysIct, String houseRules, String safety) {
    }

    @GET
    @Path("/induction")
    @Operation(summary = "The induction sheet of a branch", description = "ETag is its version.")
    @APIResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = Answer.class)))
    @APIResponse(responseCode = "404", description = "Not there, or the caller has nothing to do there")
    public Response read(@PathParam("id") UUID id) {
        return answer(induction.sheet(id));
    }

    @PUT
    @Path("/induction")
    @Operation(summary = "Writes a new version", description = "By HR managers of the library. Everybody who works there is asked to accept it anew; the same text again changes nothing.")
    @APIResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = Answer.class)))
    @APIResponse(responseCode = "403", description = "Not the caller's library")
    @APIResponse(responseCode = "412", description = "Another version holds by now")
    @APIResponse(responseCode = "422", description = "A text is missing, too long, or holds what may not be kept")
    @APIResponse(responseCode = "428", description = "If-Match is missing")
    public Response publish(@PathParam("id") UUID id, @HeaderParam(HttpHeaders.IF_MATCH) String seen, Body body) {
        return answer(induction.publish(id, Versions.seen(seen), new InductionText(body.reportTo(), body.contact(), body.keysIct(), body.houseRules(), body.safety())));
    }

    @POST
    @Path("/induction:accept")
    @Operation(summary = "Accept the safety instruction", description = "By who works there, for the version in If-Match. Again changes nothing.")
    @APIResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = Answer.class)))
    @APIResponse(responseCode = "403", description = "The caller does not work there")
    @APIResponse(responseCode = "412", description = "Another version holds by now")
    @APIResponse(responseCode = "428", description = "If-Match is missing")
    public Response accept(@PathParam("id") UUID id, @HeaderParam(HttpHeaders.IF_MATCH) String seen) {
        return answer(induction.accept(id, Versions.seen(seen)));
    }

    private static Response answer(Induction sheet) {
        InductionText text = sheet.text() == null ? new InductionText(null, null, null, null, null) : sheet.text();
        return Response.ok(new Answer(sheet.branchId(), sheet.branch(), sheet.organisationId(), sheet.version(), text.reportTo(), text.contact(), text.keysIct(),
            text.houseRules(), text.safety(), sheet.publishedAt(), sheet.acceptedAt(),
            sheet.guests().stream().map(one -> new Guest(one.personId(), one.name(), one.lender(), one.firstStart(), one.accepted())).toList()))
            .header(HttpHeaders.ETAG, Versions.tag(sheet.version())).build();
    }
}
