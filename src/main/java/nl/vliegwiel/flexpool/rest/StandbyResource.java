package nl.vliegwiel.flexpool.rest;

import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.UUID;
import nl.vliegwiel.flexpool.boundary.PlacementDetail;
import nl.vliegwiel.flexpool.boundary.StandbyService;
import nl.vliegwiel.platform.rest.Endpoint;
import nl.vliegwiel.platform.rest.Versions;
import nl.vliegwiel.platform.text.Texts;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Standing by: only if nobody else comes. */
@Path("/placements")
@Endpoint
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.WILDCARD)
@Tag(name = "Placements")
public class StandbyResource {
    @Inject
    private StandbyService standby;

    @POST
    @Path("/{id}:confirm-standby")
    @Operation(summary = "I still stand by", description = "By the employee, when she is asked near the start; without an answer a standby lapses. Saying no is :withdraw.")
    @APIResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = PlacementAnswer.class)))
    @APIResponse(responseCode = "409", description = "She does not stand by, or the work has begun")
    @APIResponse(responseCode = "412", description = "Changed by somebody else")
    @APIResponse(responseCode = "428", description = "If-Match is missing")
    public Response confirm(@PathParam("id") UUID id, @HeaderParam(HttpHeaders.IF_MATCH) String seen, @HeaderParam(HttpHeaders.ACCEPT_LANGUAGE) String language) {
        PlacementDetail detail = standby.confirm(id, Versions.seen(seen));
        return Response.ok(PlacementAnswer.of(detail, Texts.accepted(language))).header(HttpHeaders.ETAG, Versions.tag(detail.version())).build();
    }
}
