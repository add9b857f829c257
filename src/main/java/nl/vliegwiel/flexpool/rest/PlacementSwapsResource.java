package nl.vliegwiel.flexpool.rest;

import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.UUID;
import nl.vliegwiel.flexpool.boundary.SwapService;
import nl.vliegwiel.flexpool.boundary.SwapView;
import nl.vliegwiel.flexpool.domain.SwapKind;
import nl.vliegwiel.platform.rest.Endpoint;
import nl.vliegwiel.platform.rest.Versions;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Asking a colleague to change places. */
@Path("/placements/{id}/swaps")
@Endpoint
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@Tag(name = "Placements")
public class PlacementSwapsResource {
    @Inject
    private SwapService swaps;

    /** @param email address of a colleague who takes part in the pool */
    @Schema(name = "SwapAsked")
    public record SwapBody(String email, SwapKind kind) {
    }

    @POST
    @Operation(summary = "Ask a colleague to take a shift", description = "By the employee of a definite placement, in exchange for one of the colleague's or not. Takes an Idempotency-Key.")
    @APIResponse(responseCode = "201", content = @Content(schema = @Schema(implementation = SwapView.class)))
    @APIResponse(responseCode = "403", description = "Not the caller's placement")
    @APIResponse(responseCode = "404", description = "Not there or not the caller's to see")
    @APIResponse(responseCode = "409", description = "Not definite, begun, or part of another swap")
    @APIResponse(responseCode = "422", description = "Nobody who can be asked, for whatever reason")
    public Response ask(@PathParam("id") UUID id, SwapBody body) {
        SwapView swap = swaps.ask(id, body.email(), body.kind());
        return Response.created(URI.create("swaps/" + swap.id())).entity(swap).header(HttpHeaders.ETAG, Versions.tag(swap.version())).build();
    }
}
