package nl.vliegwiel.person.rest;

import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import nl.vliegwiel.person.boundary.RetentionService;
import nl.vliegwiel.person.boundary.RetentionService.KeptLine;
import nl.vliegwiel.platform.privacy.RetentionRule;
import nl.vliegwiel.platform.privacy.RetentionStore.Run;
import nl.vliegwiel.platform.rest.Endpoint;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** How long things are kept. */
@Path("/retention")
@Endpoint
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Me")
public class RetentionResource {
    @Inject
    private RetentionService retention;

    /** The rules that hold today. */
    @Schema(name = "RetentionRules")
    public record Rules(List<RetentionRule> items) {
    }

    /** What is kept about the caller. */
    @Schema(name = "KeptAboutMe")
    public record Mine(List<KeptLine> items) {
    }

    /** The last runs. */
    @Schema(name = "RetentionRuns")
    public record Runs(List<Run> items) {
    }

    @GET
    @Path("/rules")
    @Operation(summary = "How long each kind of record is kept", description = "With the event that starts the clock, what happens then, and the ground.")
    @APIResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = Rules.class)))
    public Rules rules() {
        return new Rules(retention.rules());
    }

    @GET
    @Path("/me")
    @Operation(summary = "What is kept about the caller and until when", description = "Also part of GET /me/export.")
    @APIResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = Mine.class)))
    public Mine mine() {
        return new Mine(retention.mine());
    }

    @GET
    @Path("/runs")
    @Operation(summary = "How the clock ran", description = "For administrators.")
    @APIResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = Runs.class)))
    @APIResponse(responseCode = "403", description = "Not an administrator")
    public Runs runs() {
        return new Runs(retention.runs());
    }
}
