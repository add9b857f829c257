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
import java.util.List;
import java.util.UUID;
import nl.vliegwiel.flexpool.boundary.LearningGoalService;
import nl.vliegwiel.flexpool.boundary.LearningGoals;
import nl.vliegwiel.platform.rest.Endpoint;
import nl.vliegwiel.platform.rest.Versions;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** What can be learned in a place to learn. */
@Path("/requests/{id}/learning-goals")
@Endpoint
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@Tag(name = "Requests")
public class LearningGoalsResource {
    @Inject
    private LearningGoalService goals;

    /** @param goals at most five, in order; all of them anew */
    @Schema(name = "LearningGoalsSet")
    public record GoalsBody(List<String> goals) {
    }

    @GET
    @Operation(summary = "Learning goals of a request", description = "Empty where it is no place to learn; ETag is the version of the request.")
    @APIResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = LearningGoals.class)))
    @APIResponse(responseCode = "404", description = "Not there or not the caller's to see")
    public Response read(@PathParam("id") UUID id) {
        return answer(goals.goals(id));
    }

    @PUT
    @Operation(summary = "Set them", description = "By HR managers of the library that asks, as long as nobody is placed.")
    @APIResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = LearningGoals.class)))
    @APIResponse(responseCode = "403", description = "Not the caller's request")
    @APIResponse(responseCode = "409", description = "Somebody is placed, or it is no place to learn")
    @APIResponse(responseCode = "412", description = "Changed by somebody else")
    @APIResponse(responseCode = "422", description = "Too many, too short, too long, or with something that must not be in it")
    @APIResponse(responseCode = "428", description = "If-Match is missing")
    public Response set(@PathParam("id") UUID id, @HeaderParam(HttpHeaders.IF_MATCH) String seen, GoalsBody body) {
        return answer(goals.set(id, Versions.seen(seen), body.goals()));
    }

    private static Response answer(LearningGoals now) {
        return Response.ok(now).header(HttpHeaders.ETAG, Versions.tag(now.version())).build();
    }
}
