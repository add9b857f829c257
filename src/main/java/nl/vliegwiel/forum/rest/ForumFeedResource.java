package nl.vliegwiel.forum.rest;

import jakarta.inject.Inject;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.Instant;
import nl.vliegwiel.forum.boundary.ForumFeedService;
import nl.vliegwiel.forum.boundary.ForumFeedService.NewFeed;
import nl.vliegwiel.platform.rest.Endpoint;
import nl.vliegwiel.platform.rest.ShownOnce;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** The secret address of the caller's Atom feeds of the forum. */
@Path("/me/forum-feed")
@Endpoint
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Me")
public class ForumFeedResource {
    @Inject
    private ForumFeedService feeds;

    /** Whether there is an address; the address itself is told once, when it is made. */
    @Schema(name = "ForumFeed")
    public record Answer(boolean active, Instant createdAt, Instant lastReadAt) {
    }

    /** The address, this once. */
    @Schema(name = "NewForumFeed")
    public record Made(String address, Instant createdAt) implements ShownOnce {
    }

    @GET
    @Operation(summary = "Whether the caller has forum feeds, and when a program last fetched one")
    @APIResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = Answer.class)))
    public Answer get() {
        return feeds.feed().map(feed -> new Answer(true, feed.createdAt(), feed.lastReadAt())).orElseGet(() -> new Answer(false, null, null));
    }

    @POST
    @Operation(summary = "Makes the secret address of the caller's forum feeds; one made before is dead at once",
        description = "Told in this answer and never again. It is a feed of all her spaces; with ?space= and ?tag= of one of them.")
    @APIResponse(responseCode = "201", content = @Content(schema = @Schema(implementation = Made.class)))
    public Response post() {
        NewFeed made = feeds.make();
        return Response.status(Response.Status.CREATED).header("Location", "/api/v1/me/forum-feed").header("ETag", "\"" + made.createdAt().toEpochMilli() + "\"")
            .entity(new Made(made.address(), made.createdAt())).build();
    }

    @DELETE
    @Operation(summary = "Revokes the address: it answers 404 from now on", description = "The same whether there was one or not")
    @APIResponse(responseCode = "204")
    public void delete() {
        feeds.revoke();
    }
}
