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
import nl.vliegwiel.flexpool.boundary.WeightsService;
import nl.vliegwiel.flexpool.boundary.WeightsView;
import nl.vliegwiel.flexpool.domain.ranking.Weights;
import nl.vliegwiel.platform.rest.Endpoint;
import nl.vliegwiel.platform.rest.Versions;
import nl.vliegwiel.platform.rule.NotFound;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** How a library weighs the parts of the ranking. */
@Path("/organisations/{id}/match-weights")
@Endpoint
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@Tag(name = "Requests")
public class MatchWeightsResource {
    @Inject
    private WeightsService weights;

    /** Five weights, each 0 to 100 and together 100. */
    @Schema(name = "MatchWeights")
    public record Body(int skillFit, int travel, int hoursBalance, int fairSpread, int knowsPlace) {
    }

    /** The weights with the name of this set, as a ranking names it. */
    @Schema(name = "MatchWeightsAnswer")
    public record Answer(UUID organisationId, String weightsVersion, int version, int skillFit, int travel, int hoursBalance, int fairSpread,
            int knowsPlace) {
    }

    @GET
    @Operation(summary = "What weighs in the ranking of a library", description = "Open to everybody who is signed in")
    @APIResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = Answer.class)))
    public Response read(@PathParam("id") String id) {
        return answer(weights.weights(organisation(id)));
    }

    @PUT
    @Operation(summary = "Sets what weighs", description = "For HR managers of the library; If-Match with the version that was seen")
    @APIResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = Answer.class)))
    @APIResponse(responseCode = "422", description = "Not together 100")
    public Response set(@PathParam("id") String id, @HeaderParam("If-Match") String ifMatch, Body body) {
        return answer(weights.save(organisation(id), Versions.seen(ifMatch), new Weights("new", body.skillFit(), body.travel(), body.hoursBalance(),
            body.fairSpread(), body.knowsPlace())));
    }

    private static UUID organisation(String id) {
        try {
            return UUID.fromString(id);
        } catch (IllegalArgumentException e) {
            throw new NotFound("weights.notFound");
        }
    }

    private static Response answer(WeightsView view) {
        Weights now = view.weights();
        return Response.ok(new Answer(view.organisationId(), now.version(), view.version(), now.skillFit(), now.travel(), now.hoursBalance(),
            now.fairSpread(), now.knowsPlace())).header("ETag", Versions.tag(view.version())).build();
    }
}
