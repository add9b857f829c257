package nl.vliegwiel.forum.rest;

import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.UUID;
import nl.vliegwiel.forum.boundary.AnswerService;
import nl.vliegwiel.forum.boundary.ModerationService;
import nl.vliegwiel.forum.boundary.Post;
import nl.vliegwiel.forum.boundary.PostService;
import nl.vliegwiel.forum.boundary.ReactionService;
import nl.vliegwiel.forum.rest.ForumBodies.BasisBody;
import nl.vliegwiel.forum.rest.ForumBodies.ChangeBody;
import nl.vliegwiel.forum.rest.ForumBodies.PostBody;
import nl.vliegwiel.forum.rest.ForumBodies.ReasonBody;
import nl.vliegwiel.forum.rest.ForumBodies.RevisionBody;
import nl.vliegwiel.forum.rest.ForumBodies.Revisions;
import nl.vliegwiel.platform.rest.Endpoint;
import nl.vliegwiel.platform.rest.Versions;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Posts, and what is done to them. */
@Path("/posts")
@Endpoint
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@Tag(name = "Forum")
public class PostResource {
    @Inject
    private PostService posts;

    @Inject
    private ReactionService reactions;

    @Inject
    private ModerationService moderation;

    @Inject
    private AnswerService answers;

    @GET
    @Path("/{id}")
    @Operation(summary = "A post", description = "ETag is its version.")
    @APIResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = PostBody.class)))
    @APIResponse(responseCode = "404", description = "Not there or not the caller's to see")
    public Response post(@PathParam("id") UUID id) {
        return answer(posts.get(id));
    }

    @GET
    @Path("/{id}/revisions")
    @Operation(summary = "What a post said before", description = "Newest first; for whoever reads the post.")
    @APIResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = Revisions.class)))
    @APIResponse(responseCode = "404", description = "Not there or not the caller's to see")
    public Revisions revisions(@PathParam("id") UUID id) {
        return new Revisions(posts.revisions(id).stream().map(RevisionBody::of).toList());
    }

    @PUT
    @Path("/{id}")
    @Operation(summary = "Change a post", description = "By who wrote it, or a moderator; what it said before is kept.")
    @APIResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = PostBody.class)))
    @APIResponse(responseCode = "403", description = "Not the caller's to change")
    @APIResponse(responseCode = "404", description = "Not there or not the caller's to see")
    @APIResponse(responseCode = "412", description = "Changed by somebody else")
    @APIResponse(responseCode = "422", description = "No text, too long, or with something that must not be in it")
    @APIResponse(responseCode = "428", description = "If-Match is missing")
    public Response change(@PathParam("id") UUID id, @HeaderParam(HttpHeaders.IF_MATCH) String seen, ChangeBody body) {
        return answer(posts.change(id, Versions.seen(seen), body.body(), body.title(), body.tags(), Boolean.TRUE.equals(body.aboutNobody())));
    }

    @DELETE
    @Path("/{id}")
    @Operation(summary = "Take a post back", description = "By who wrote it. It is hidden, with the first one the topic; a question with replies stays.")
    @APIResponse(responseCode = "204", description = "Hidden")
    @APIResponse(responseCode = "403", description = "Not the caller's own")
    @APIResponse(responseCode = "404", description = "Not there or not the caller's to see")
    @APIResponse(responseCode = "409", description = "Somebody replied")
    @APIResponse(responseCode = "412", description = "Changed by somebody else")
    @APIResponse(responseCode = "428", description = "If-Match is missing")
    public Response delete(@PathParam("id") UUID id, @HeaderParam(HttpHeaders.IF_MATCH) String seen) {
        posts.delete(id, Versions.seen(seen));
        return Response.noContent().build();
    }

    @POST
    @Path("/{id}:accept")
    @Operation(summary = "This answer helped", description = "By who asked, or a moderator for her. It stands under the question from then on.")
    @APIResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = PostBody.class)))
    @APIResponse(responseCode = "403", description = "Not the caller's to accept")
    @APIResponse(responseCode = "404", description = "Not there or not the caller's to see")
    @APIResponse(responseCode = "409", description = "No answer to a question")
    @APIResponse(responseCode = "412", description = "Changed by somebody else")
    @APIResponse(responseCode = "428", description = "If-Match is missing")
    public Response accept(@PathParam("id") UUID id, @HeaderParam(HttpHeaders.IF_MATCH) String seen) {
        return answer(reactions.accept(id, Versions.seen(seen)));
    }

    @POST
    @Path("/{id}:like")
    @Operation(summary = "Like a post", description = "A second time does nothing.")
    @APIResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = PostBody.class)))
    @APIResponse(responseCode = "403", description = "The caller's own")
    @APIResponse(responseCode = "404", description = "Not there or not the caller's to see")
    public Response like(@PathParam("id") UUID id) {
        return answer(reactions.like(id));
    }

    @POST
    @Path("/{id}:unlike")
    @Operation(summary = "Like it no more")
    @APIResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = PostBody.class)))
    @APIResponse(responseCode = "404", description = "Not there or not the caller's to see")
    public Response unlike(@PathParam("id") UUID id) {
        return answer(reactions.unlike(id));
    }

    @POST
    @Path("/{id}:flag")
    @Operation(summary = "Ask a moderator to look", description = "Who asks is told to nobody.")
    @APIResponse(responseCode = "204", description = "It waits for a moderator")
    @APIResponse(responseCode = "404", description = "Not there or not the caller's to see")
    @APIResponse(responseCode = "422", description = "Without a reason")
    public Response flag(@PathParam("id") UUID id, ReasonBody body) {
        reactions.flag(id, body.reason());
        return Response.noContent().build();
    }

    @POST
    @Path("/{id}:hide")
    @Operation(summary = "Hide a post", description = "By a moderator, with a reason that stands in its place.")
    @APIResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = PostBody.class)))
    @APIResponse(responseCode = "403", description = "Not a moderator of the space")
    @APIResponse(responseCode = "404", description = "Not there or not the caller's to see")
    @APIResponse(responseCode = "409", description = "Hidden already")
    @APIResponse(responseCode = "412", description = "Changed by somebody else")
    @APIResponse(responseCode = "422", description = "Without a reason")
    @APIResponse(responseCode = "428", description = "If-Match is missing")
    public Response hide(@PathParam("id") UUID id, @HeaderParam(HttpHeaders.IF_MATCH) String seen, ReasonBody body) {
        return answer(moderation.hide(id, Versions.seen(seen), body.reason()));
    }

    @POST
    @Path("/{id}:keep")
    @Operation(summary = "Leave a flagged post as it is", description = "By a moderator.")
    @APIResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = PostBody.class)))
    @APIResponse(responseCode = "403", description = "Not a moderator of the space")
    @APIResponse(responseCode = "404", description = "Not there or not the caller's to see")
    @APIResponse(responseCode = "409", description = "Nobody flagged it")
    public Response keep(@PathParam("id") UUID id) {
        return answer(moderation.keep(id));
    }

    @PUT
    @Path("/{id}/basis")
    @Operation(summary = "On what an answer rests, and its short form", description = "By who wrote it, who knows a tag of the question, or a moderator. What is left out is taken away.")
    @APIResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = PostBody.class)))
    @APIResponse(responseCode = "403", description = "Not the caller's to say")
    @APIResponse(responseCode = "404", description = "Not there or not the caller's to see")
    @APIResponse(responseCode = "412", description = "Changed by somebody else")
    @APIResponse(responseCode = "422", description = "No such source, or something in the summary that must not be in it")
    @APIResponse(responseCode = "428", description = "If-Match is missing")
    public Response rest(@PathParam("id") UUID id, @HeaderParam(HttpHeaders.IF_MATCH) String seen, BasisBody body) {
        return answer(answers.rest(id, Versions.seen(seen), body.sourceIds(), body.summary(), Boolean.TRUE.equals(body.aboutNobody())));
    }

    @POST
    @Path("/{id}:verify")
    @Operation(summary = "An answer still holds", description = "By who wrote it, who knows a tag of the question, or a moderator.")
    @APIResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = PostBody.class)))
    @APIResponse(responseCode = "403", description = "Not the caller's to say")
    @APIResponse(responseCode = "404", description = "Not there or not the caller's to see")
    @APIResponse(responseCode = "412", description = "Changed by somebody else")
    @APIResponse(responseCode = "428", description = "If-Match is missing")
    public Response verify(@PathParam("id") UUID id, @HeaderParam(HttpHeaders.IF_MATCH) String seen) {
        return answer(answers.verify(id, Versions.seen(seen)));
    }

    @POST
    @Path("/{id}:outdate")
    @Operation(summary = "An answer holds no more", description = "With a reason that stands above it; searches find it after others.")
    @APIResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = PostBody.class)))
    @APIResponse(responseCode = "403", description = "Not the caller's to say")
    @APIResponse(responseCode = "404", description = "Not there or not the caller's to see")
    @APIResponse(responseCode = "412", description = "Changed by somebody else")
    @APIResponse(responseCode = "422", description = "Without a reason")
    @APIResponse(responseCode = "428", description = "If-Match is missing")
    public Response outdate(@PathParam("id") UUID id, @HeaderParam(HttpHeaders.IF_MATCH) String seen, ReasonBody body) {
        return answer(answers.outdate(id, Versions.seen(seen), body.reason()));
    }

    private static Response answer(Post post) {
        return Response.ok(PostBody.of(post)).header(HttpHeaders.ETAG, Versions.tag(post.version())).build();
    }
}
