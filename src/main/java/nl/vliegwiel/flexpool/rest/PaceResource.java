package nl.vliegwiel.flexpool.rest;

import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.UUID;
import nl.vliegwiel.flexpool.boundary.PaceView;
import nl.vliegwiel.flexpool.boundary.ReachService;
import nl.vliegwiel.flexpool.domain.reach.Pace;
import nl.vliegwiel.platform.rest.Endpoint;
import nl.vliegwiel.platform.rest.Versions;
import nl.vliegwiel.platform.rule.NotFound;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** How fast the requests of a library reach further. */
@Path("/organisations/{id}/pace")
@Endpoint
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@Tag(name = "Requests")
public class PaceResource {
    @Inject
    private ReachService reach;

    /**
     * Hours that each circle has a request to itself (halved below halfDays to the start, a quarter below quarterDays);
     * batch people told at a time, batchMinutes apart, until enough answers per place; standbyHours before the start a
     * standby is asked again.
     */
    @Schema(name = "Pace")
    public record Body(boolean allAtOnce, boolean strict, int ownHours, int favouritesHours, int neighboursHours, int regionHours, int halfDays,
            int quarterDays, int batch, int batchMinutes, int enough, int standbyHours) {
    }

    /** The pace with its version; 0 as long as it is the one of the product. */
    @Schema(name = "PaceAnswer")
    public record Answer(UUID organisationId, int version, boolean allAtOnce, boolean strict, int ownHours, int favouritesHours, int neighboursHours,
            int regionHours, int halfDays, int quarterDays, int batch, int batchMinutes, int enough, int standbyHours) {
    }

    @GET
    @Operation(summary = "How fast the requests of a library reach further", description = "Open to everybody who is signed in")
    @APIResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = Answer.class)))
    public Response read(@PathParam("id") String id) {
        return answer(reach.pace(organisation(id)));
    }

    @PUT
    @Operation(summary = "Sets the pace", description = "For HR managers of the library; circles for what is published from now on, batches for all at once. If-Match with the version that was seen")
    @APIResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = Answer.class)))
    @APIResponse(responseCode = "422", description = "A figure is out of bounds")
    public Response set(@PathParam("id") String id, @HeaderParam("If-Match") String ifMatch, Body body) {
        return answer(reach.savePace(organisation(id), Versions.seen(ifMatch), new Pace(body.allAtOnce(), body.strict(), body.ownHours(), body.favouritesHours(),
            body.neighboursHours(), body.regionHours(), body.halfDays(), body.quarterDays(), body.batch(), body.batchMinutes(), body.enough(), body.standbyHours())));
    }

    private static UUID organisation(String id) {
        try {
            return UUID.fromString(id);
        } catch (IllegalArgumentException e) {
            throw new NotFound("weights.notFound");
        }
    }

    private static Response answer(PaceView view) {
        Pace now = view.pace();
        return Response.ok(new Answer(view.organisationId(), view.version(), now.allAtOnce(), now.strict(), now.ownHours(), now.favouritesHours(),
            now.neighboursHours(), now.regionHours(), now.halfDays(), now.quarterDays(), now.batch(), now.batchMinutes(), now.enough(), now.standbyHours()))
            .header("ETag", Versions.tag(view.version())).build();
    }
}
