package nl.vliegwiel.flexpool.rest;

import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.Response;
import java.util.UUID;
import nl.vliegwiel.flexpool.boundary.SettlementService;
import nl.vliegwiel.flexpool.domain.settlement.Quarter;
import nl.vliegwiel.platform.rest.BadBody;
import nl.vliegwiel.platform.rest.Endpoint;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** What a library settles in a quarter. */
@Path("/organisations/{id}/settlements")
@Endpoint
@Consumes(MediaType.APPLICATION_JSON)
@Tag(name = "Settlements")
public class QuarterResource {
    @Inject
    private SettlementService settlements;

    /** @param quarter such as 2027Q1; counterpartId absent for all; leaveOpen true to leave hours that are not approved for a later run */
    @Schema(name = "SettlementRun")
    public record RunBody(String quarter, UUID counterpartId, Boolean leaveOpen) {
    }

    @GET
    @Produces({MediaType.APPLICATION_JSON, SettlementResource.PDF, MediaType.APPLICATION_XML, SettlementResource.CSV})
    @Operation(summary = "Open book of a quarter", description = "Per placement, netted per counterpart: what was settled, and what a run would add (state WAITING). As JSON, PDF, CSV, "
        + "or as XML: the NLCIUS invoice of the library, where there is one; where there are several, name the counterpart or read each by its id.")
    @APIResponse(responseCode = "200", content = {@Content(mediaType = MediaType.APPLICATION_JSON, schema = @Schema(implementation = SettlementAnswer.Overview.class)),
        @Content(mediaType = SettlementResource.PDF), @Content(mediaType = MediaType.APPLICATION_XML), @Content(mediaType = SettlementResource.CSV)})
    @APIResponse(responseCode = "400", description = "A parameter has no meaning")
    @APIResponse(responseCode = "403", description = "Of the library, but neither HR manager nor finance officer")
    @APIResponse(responseCode = "404", description = "Not the caller's library, or nothing to invoice")
    @APIResponse(responseCode = "409", description = "Several invoices, or a library did not tell yet what an invoice has to name")
    public Response read(@PathParam("id") UUID id, @Parameter(description = "Such as 2027Q1; the last one that is over when left out") @QueryParam("quarter") String quarter,
            @Parameter(description = "Only with this library") @QueryParam("counterpart") String counterpart, @Context Request request) {
        Quarter asked = quarter == null || quarter.isEmpty() ? null : quarter(quarter);
        UUID other = Parameters.id("counterpart", counterpart);
        String type = SettlementResource.chosen(request, MediaType.APPLICATION_JSON, SettlementResource.PDF, MediaType.APPLICATION_XML, SettlementResource.CSV);
        return switch (type) {
            case SettlementResource.PDF -> SettlementResource.file(settlements.pdf(id, asked, other), type);
            case MediaType.APPLICATION_XML -> SettlementResource.file(settlements.xml(id, asked, other), type);
            case SettlementResource.CSV -> SettlementResource.file(settlements.csv(id, asked, other), type);
            default -> Response.ok(SettlementAnswer.Overview.of(settlements.overview(id, asked, other)), MediaType.APPLICATION_JSON_TYPE).build();
        };
    }

    @POST
    @Produces(MediaType.APPLICATION_JSON)
    @Operation(summary = "Run the settlement of a quarter", description = "Puts all approved hours that were not settled yet into drafts, one per counterpart. The same again gives the same.")
    @APIResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = SettlementAnswer.Overview.class)))
    @APIResponse(responseCode = "403", description = "Of the library, but neither HR manager nor finance officer")
    @APIResponse(responseCode = "422", description = "Hours are not approved, or a rate is missing; violations name each placement, and nothing was stored")
    public Response run(@PathParam("id") UUID id, RunBody body) {
        return Response.ok(SettlementAnswer.Overview.of(settlements.run(id, body.quarter() == null ? null : quarter(body.quarter()), body.counterpartId(),
            Boolean.TRUE.equals(body.leaveOpen()))), MediaType.APPLICATION_JSON_TYPE).build();
    }

    private static Quarter quarter(String name) {
        return Quarter.parse(name).orElseThrow(() -> BadBody.parameter("quarter"));
    }
}
