package nl.vliegwiel.flexpool.rest;

import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import nl.vliegwiel.flexpool.boundary.PoolContent;
import nl.vliegwiel.flexpool.boundary.PoolService;
import nl.vliegwiel.flexpool.domain.PoolMembership;
import nl.vliegwiel.platform.rest.Endpoint;
import nl.vliegwiel.platform.rest.Versions;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** How the caller takes part in the pool. */
@Path("/me/pool")
@Endpoint
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@Tag(name = "Me")
public class PoolResource {
    @Inject
    private PoolService pool;

    /** Membership as a script sends it. */
    @Schema(name = "PoolMembership")
    public record Body(Boolean participating, Integer maxTravelMinutes, Integer maxMinutesPerWeek, String place) {
    }

    /** Membership as a script reads it. */
    @Schema(name = "PoolMembershipAnswer")
    public record Answer(int version, boolean participating, int maxTravelMinutes, int maxMinutesPerWeek, String place) {
    }

    @GET
    @Operation(summary = "How the caller takes part; version 0 as long as nothing was saved")
    @APIResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = Answer.class)))
    public Response get() {
        return answer(pool.membership());
    }

    @PUT
    @Operation(summary = "Takes part, or not any more", description = "place is a name, or name (Province) where names repeat; absent for where the caller works")
    @APIResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = Answer.class)))
    public Response put(@HeaderParam("If-Match") String ifMatch, Body body) {
        return answer(pool.saveMembership(new PoolContent(body.participating(), body.maxTravelMinutes(), body.maxMinutesPerWeek(), body.place()),
            Versions.seen(ifMatch)));
    }

    private static Response answer(PoolMembership now) {
        return Response.ok(new Answer(now.version(), now.participating(), now.maxTravelMinutes(), now.maxMinutesPerWeek(), now.place()))
            .header("ETag", Versions.tag(now.version())).build();
    }
}
