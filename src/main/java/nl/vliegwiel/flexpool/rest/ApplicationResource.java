package nl.vliegwiel.flexpool.rest;

import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.UUID;
import nl.vliegwiel.flexpool.boundary.Apply;
import nl.vliegwiel.flexpool.boundary.PlacementService;
import nl.vliegwiel.platform.rest.Endpoint;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** The caller applies to shifts of a request. */
@Path("/requests/{id}/applications")
@Endpoint
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@Tag(name = "Placements")
public class ApplicationResource {
    @Inject
    private PlacementService placements;

    /** @param standby true: only if nobody else comes; false when left out */
    @Schema(name = "Application")
    public record ApplicationBody(List<UUID> shiftIds, Boolean standby) {
    }

    @POST
    @Operation(summary = "Apply", description = "Applying is the employee's yes to the first text; a standby is asked again when she is called up. "
        + "Takes an Idempotency-Key.")
    @APIResponse(responseCode = "201", description = "One placement per shift", content = @Content(schema = @Schema(implementation = Begun.class)))
    @APIResponse(responseCode = "404", description = "Not there or not the caller's to see")
    @APIResponse(responseCode = "409", description = "The request is closed, the shift is full, or the caller is bound then or applied before")
    @APIResponse(responseCode = "422", description = "A rule refuses")
    public Response apply(@PathParam("id") UUID id, ApplicationBody body) {
        return Begun.answer(id, placements.apply(new Apply(id, body.shiftIds(), Boolean.TRUE.equals(body.standby()))));
    }
}
