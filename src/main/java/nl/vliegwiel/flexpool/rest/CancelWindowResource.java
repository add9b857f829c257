package nl.vliegwiel.flexpool.rest;

import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.UUID;
import nl.vliegwiel.flexpool.boundary.CancelWindow;
import nl.vliegwiel.flexpool.boundary.CancelWindowService;
import nl.vliegwiel.platform.rest.Endpoint;
import nl.vliegwiel.platform.rest.Versions;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Until when a cancellation is in time. */
@Path("/requests/{id}/cancel-window")
@Endpoint
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@Tag(name = "Requests")
public class CancelWindowResource {
    @Inject
    private CancelWindowService windows;

    /** @param hours before the start, 0 to 336; absent for what the library usually wants; usual makes it that */
    @Schema(name = "CancelWindowSet")
    public record WindowBody(Integer hours, boolean usual) {
    }

    @GET
    @Operation(summary = "Until when a cancellation is in time", description = "Hours before the start; ETag is the version of the request.")
    @APIResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = CancelWindow.class)))
    @APIResponse(responseCode = "404", description = "Not there or not the caller's to see")
    public Response read(@PathParam("id") UUID id) {
        return answer(windows.window(id));
    }

    @PUT
    @Operation(summary = "Set it", description = "By HR managers of the library that asks, as long as nobody is placed.")
    @APIResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = CancelWindow.class)))
    @APIResponse(responseCode = "403", description = "Not the caller's request")
    @APIResponse(responseCode = "409", description = "Somebody is placed")
    @APIResponse(responseCode = "412", description = "Changed by somebody else")
    @APIResponse(responseCode = "422", description = "Not between 0 and 336 hours")
    @APIResponse(responseCode = "428", description = "If-Match is missing")
    public Response set(@PathParam("id") UUID id, @HeaderParam(HttpHeaders.IF_MATCH) String seen, WindowBody body) {
        return answer(windows.set(id, Versions.seen(seen), body.hours(), body.usual()));
    }

    private static Response answer(CancelWindow window) {
        return Response.ok(window).header(HttpHeaders.ETAG, Versions.tag(window.version())).build();
    }
}
