package nl.vliegwiel.forum.rest;

import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import nl.vliegwiel.forum.boundary.TopicService;
import nl.vliegwiel.forum.boundary.TopicService.Similar;
import nl.vliegwiel.platform.rest.Endpoint;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Whether it was asked before. */
@Path("/topics:similar")
@Endpoint
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Forum")
public class SimilarTopicsResource {
    @Inject
    private TopicService topics;

    /** The likest first. */
    @Schema(name = "SimilarTopics")
    public record SimilarTopics(List<Similar> items) {
    }

    @GET
    @Operation(summary = "Topics like a title", description = "While it is typed: at most five, in all spaces of the caller.")
    @APIResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = SimilarTopics.class)))
    public SimilarTopics similar(@QueryParam("q") String title) {
        return new SimilarTopics(topics.similar(title));
    }
}
