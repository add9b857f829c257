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
import nl.vliegwiel.flexpool.boundary.SwapService;
import nl.vliegwiel.flexpool.boundary.SwapView;
import nl.vliegwiel.platform.rest.Endpoint;
import nl.vliegwiel.platform.rest.Versions;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Changing places with a colleague. */
@Path("/swaps")
@Endpoint
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@Tag(name = "Placements")
public class SwapResource {
    @Inject
    private SwapService swaps;

    /** @param placementId the caller's placement that she gives for it; absent with a handover */
    @Schema(name = "SwapAccepted")
    public record AcceptBody(UUID placementId) {
    }

    @GET
    @Path("/{id}")
    @Operation(summary = "Read a swap", description = "For its two people.")
    @APIResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = SwapView.class)))
    @APIResponse(responseCode = "404", description = "Not there or not the caller's to see")
    public Response read(@PathParam("id") UUID id) {
        return answer(swaps.swap(id));
    }

    @POST
    @Path("/{id}:accept")
    @Operation(summary = "Accept a swap", description = "By the colleague. Makes the new placements with her yes; employers and borrowers say yes to those, then all places change in one go.")
    @APIResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = SwapView.class)))
    @APIResponse(responseCode = "403", description = "Not the caller's to answer")
    @APIResponse(responseCode = "409", description = "Not open any more, or one of the two is bound then")
    @APIResponse(responseCode = "412", description = "Changed by somebody else")
    @APIResponse(responseCode = "422", description = "A working-time rule refuses (key names it), or no placement is given for it")
    @APIResponse(responseCode = "428", description = "If-Match is missing")
    public Response accept(@PathParam("id") UUID id, @HeaderParam(HttpHeaders.IF_MATCH) String seen, AcceptBody body) {
        return answer(swaps.accept(id, Versions.seen(seen), body.placementId()));
    }

    @POST
    @Path("/{id}:decline")
    @Operation(summary = "Decline a swap", description = "By the colleague; no reason is asked.")
    @APIResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = SwapView.class)))
    @APIResponse(responseCode = "403", description = "Not the caller's to answer")
    @APIResponse(responseCode = "409", description = "Not open any more")
    @APIResponse(responseCode = "412", description = "Changed by somebody else")
    @APIResponse(responseCode = "428", description = "If-Match is missing")
    public Response decline(@PathParam("id") UUID id, @HeaderParam(HttpHeaders.IF_MATCH) String seen) {
        return answer(swaps.decline(id, Versions.seen(seen)));
    }

    @POST
    @Path("/{id}:withdraw")
    @Operation(summary = "Take a swap back", description = "By who asked, until the places are changed. Everything stays as it was.")
    @APIResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = SwapView.class)))
    @APIResponse(responseCode = "403", description = "Not the caller's to take back")
    @APIResponse(responseCode = "409", description = "Not open any more")
    @APIResponse(responseCode = "412", description = "Changed by somebody else")
    @APIResponse(responseCode = "428", description = "If-Match is missing")
    public Response withdraw(@PathParam("id") UUID id, @HeaderParam(HttpHeaders.IF_MATCH) String seen) {
        return answer(swaps.withdraw(id, Versions.seen(seen)));
    }

    private static Response answer(SwapView swap) {
        return Response.ok(swap).header(HttpHeaders.ETAG, Versions.tag(swap.version())).build();
    }
}
