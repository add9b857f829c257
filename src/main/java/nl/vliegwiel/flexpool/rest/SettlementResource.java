package nl.vliegwiel.flexpool.rest;

import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.Variant;
import java.util.UUID;
import nl.vliegwiel.flexpool.boundary.SettlementService;
import nl.vliegwiel.flexpool.boundary.SettlementView;
import nl.vliegwiel.platform.rest.Endpoint;
import nl.vliegwiel.platform.rest.Versions;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** One settlement of two libraries. */
@Path("/settlements")
@Endpoint
@Consumes(MediaType.APPLICATION_JSON)
@Tag(name = "Settlements", description = "What libraries owe each other for approved hours, at cost. For the HR managers and finance officers of the two.")
public class SettlementResource {
    static final String CSV = "text/csv";
    static final String PDF = "application/pdf";

    @Inject
    private SettlementService settlements;

    @GET
    @Path("/{id}")
    @Produces({MediaType.APPLICATION_JSON, PDF})
    @Operation(summary = "Read one settlement", description = "With the open book of each placement. ETag is its version. Also as PDF.")
    @APIResponse(responseCode = "200", content = {@Content(mediaType = MediaType.APPLICATION_JSON, schema = @Schema(implementation = SettlementAnswer.Answer.class)), @Content(mediaType = PDF)})
    @APIResponse(responseCode = "404", description = "Not there or not the caller's to see")
    public Response read(@PathParam("id") UUID id, @Context Request request) {
        return PDF.equals(chosen(request, MediaType.APPLICATION_JSON, PDF)) ? file(settlements.pdf(id), PDF) : answer(settlements.settlement(id));
    }

    @POST
    @Path("/{id}:send")
    @Produces(MediaType.APPLICATION_JSON)
    @Operation(summary = "Make it final", description = "Invoices both ways get their numbers and the placements are settled. Said again it changes nothing.")
    @APIResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = SettlementAnswer.Answer.class)))
    @APIResponse(responseCode = "409", description = "There is nothing in it")
    @APIResponse(responseCode = "412", description = "Reckoned anew since it was seen")
    @APIResponse(responseCode = "428", description = "If-Match is missing")
    public Response send(@PathParam("id") UUID id, @HeaderParam(HttpHeaders.IF_MATCH) String seen) {
        return answer(settlements.send(id, Versions.seen(seen)));
    }

    @POST
    @Path("/{id}:pay")
    @Produces(MediaType.APPLICATION_JSON)
    @Operation(summary = "Say that the balance came in", description = "By the library that gets it; where nobody pays, by either.")
    @APIResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = SettlementAnswer.Answer.class)))
    @APIResponse(responseCode = "403", description = "Not the caller's to say")
    @APIResponse(responseCode = "409", description = "Not sent yet")
    @APIResponse(responseCode = "412", description = "Changed since it was seen")
    @APIResponse(responseCode = "428", description = "If-Match is missing")
    public Response pay(@PathParam("id") UUID id, @HeaderParam(HttpHeaders.IF_MATCH) String seen) {
        return answer(settlements.pay(id, Versions.seen(seen)));
    }

    private static Response answer(SettlementView view) {
        return Response.ok(SettlementAnswer.Answer.of(view), MediaType.APPLICATION_JSON_TYPE).header(HttpHeaders.ETAG, Versions.tag(view.version())).build();
    }

    /** What of these the caller likes best; the first where she does not say. */
    static String chosen(Request request, String... types) {
        Variant.VariantListBuilder variants = Variant.VariantListBuilder.newInstance();
        MediaType[] known = java.util.Arrays.stream(types).map(MediaType::valueOf).toArray(MediaType[]::new);
        Variant best = request.selectVariant(variants.mediaTypes(known).add().build());
        return best == null ? types[0] : best.getMediaType().toString();
    }

    static Response file(SettlementService.File file, String type) {
        return Response.ok(file.bytes(), type).header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"" + file.name() + "\"").build();
    }
}
