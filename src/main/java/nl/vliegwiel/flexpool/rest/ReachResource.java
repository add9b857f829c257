package nl.vliegwiel.flexpool.rest;

import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import nl.vliegwiel.flexpool.boundary.ReachService;
import nl.vliegwiel.flexpool.boundary.ReachView;
import nl.vliegwiel.flexpool.domain.Circle;
import nl.vliegwiel.platform.rest.Endpoint;
import nl.vliegwiel.platform.rest.Versions;
import nl.vliegwiel.platform.rule.NotFound;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** How far a request reaches: its circles, one after the other. For HR managers of the library that asks. */
@Path("/requests")
@Endpoint
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.WILDCARD)
@Tag(name = "Requests")
public class ReachResource {
    @Inject
    private ReachService reach;

    /** A circle: openedAt is absent as long as it is closed. */
    @Schema(name = "ReachStep")
    public record Step(Circle circle, Instant opensAt, Instant openedAt) {
    }

    /** Circles in the order in which they open; told: people who got a message; answered: people who came forward or were asked. */
    @Schema(name = "Reach")
    public record Answer(UUID requestId, int version, List<Step> steps, Instant pausedAt, int told, int answered, boolean strict) {
    }

    @GET
    @Path("/{id}/reach")
    @Operation(summary = "How far a request reaches", description = "Which circles are open, when the next one opens, and how many people were told; of a draft, as it would go if it were published now. ETag is the version of the request.")
    @APIResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = Answer.class)))
    public Response read(@PathParam("id") String id) {
        return answer(reach.reach(known(id)));
    }

    @POST
    @Path("/{id}/reach:open-next")
    @Operation(summary = "Opens the next circle now", description = "The later ones move as much to the front")
    @APIResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = Answer.class)))
    @APIResponse(responseCode = "409", description = "All circles are open, or the request looks for nobody any more")
    public Response openNext(@PathParam("id") String id, @HeaderParam("If-Match") String ifMatch) {
        return answer(reach.openNext(known(id), Versions.seen(ifMatch)));
    }

    @POST
    @Path("/{id}/reach:pause")
    @Operation(summary = "Tells nobody more for now", description = "No circle opens; who knows of the request may still answer")
    @APIResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = Answer.class)))
    @APIResponse(responseCode = "409", description = "It is paused, or the request looks for nobody any more")
    public Response pause(@PathParam("id") String id, @HeaderParam("If-Match") String ifMatch) {
        return answer(reach.pause(known(id), Versions.seen(ifMatch)));
    }

    @POST
    @Path("/{id}/reach:resume")
    @Operation(summary = "Goes on after a pause")
    @APIResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = Answer.class)))
    @APIResponse(responseCode = "409", description = "It is not paused, or the request looks for nobody any more")
    public Response resume(@PathParam("id") String id, @HeaderParam("If-Match") String ifMatch) {
        return answer(reach.resume(known(id), Versions.seen(ifMatch)));
    }

    private static UUID known(String id) {
        try {
            return UUID.fromString(id);
        } catch (IllegalArgumentException e) {
            throw new NotFound("request.notFound");
        }
    }

    private static Response answer(ReachView view) {
        return Response.ok(new Answer(view.requestId(), view.version(), view.steps().stream().map(one -> new Step(one.circle(), one.opensAt(), one.openedAt())).toList(),
            view.pausedAt(), view.told(), view.answered(), view.strict())).header("ETag", Versions.tag(view.version())).build();
    }
}
