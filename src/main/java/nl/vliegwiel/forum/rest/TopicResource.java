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
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.List;
import java.util.UUID;
import nl.vliegwiel.forum.boundary.ArticleService;
import nl.vliegwiel.forum.boundary.Post;
import nl.vliegwiel.forum.boundary.PostService;
import nl.vliegwiel.forum.boundary.QuietService;
import nl.vliegwiel.forum.boundary.RouteService;
import nl.vliegwiel.forum.boundary.TidyingService;
import nl.vliegwiel.forum.boundary.Topic;
import nl.vliegwiel.forum.boundary.TopicService;
import nl.vliegwiel.forum.rest.ForumBodies.PostBody;
import nl.vliegwiel.forum.rest.ForumBodies.Posts;
import nl.vliegwiel.forum.rest.ForumBodies.ReplyBody;
import nl.vliegwiel.forum.rest.ForumBodies.RouteBody;
import nl.vliegwiel.forum.rest.ForumBodies.TopicBody;
import nl.vliegwiel.platform.rest.BadBody;
import nl.vliegwiel.platform.rest.Endpoint;
import nl.vliegwiel.platform.rest.Slice;
import nl.vliegwiel.platform.rest.Versions;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** One topic and what is written under it. */
@Path("/topics")
@Endpoint
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@Tag(name = "Forum")
public class TopicResource {
    private static final String POSITION = "\\d{1,9}";

    @Inject
    private TopicService topics;

    @Inject
    private QuietService quiet;

    @Inject
    private PostService posts;

    @Inject
    private RouteService routes;

    @Inject
    private TidyingService tidying;

    @Inject
    private ArticleService articles;

    /** @param edition version of a letter that is there now, 0 for all else */
    @Schema(name = "TopicBeside")
    public record BesideBody(ArticleService.Link article, ArticleService.Link source, List<ArticleService.Credit> credits, int edition, List<ArticleService.Use> uses) {
        static BesideBody of(ArticleService.Beside beside) {
            return new BesideBody(beside.article(), beside.source(), beside.credits(), beside.edition(), beside.uses());
        }
    }

    /** @param spaceId where it belongs */
    @Schema(name = "TopicMove")
    public record MoveBody(UUID spaceId) {
    }

    /** @param intoId the topic that its posts come to stand in */
    @Schema(name = "TopicMerge")
    public record MergeBody(UUID intoId) {
    }

    /** @param text the words that have to be gone */
    @Schema(name = "TopicRedact")
    public record RedactBody(String text) {
    }

    @GET
    @Path("/{id}")
    @Operation(summary = "A topic", description = "ETag is its version. Who asked namelessly is told to moderators alone.")
    @APIResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = TopicBody.class)))
    @APIResponse(responseCode = "404", description = "Not there or not the caller's to see")
    public Response topic(@PathParam("id") UUID id) {
        return answer(topics.get(id));
    }

    @GET
    @Path("/{id}/posts")
    @Operation(summary = "Posts of a topic", description = "In the order in which they were written, the question first; what is given counts as read.")
    @APIResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = Posts.class)))
    @APIResponse(responseCode = "400", description = "A parameter is none")
    @APIResponse(responseCode = "404", description = "Not there or not the caller's to see")
    public Posts posts(@PathParam("id") UUID id, @QueryParam("limit") String limit, @QueryParam("after") String after) {
        if (after != null && !after.isEmpty() && !after.matches(POSITION)) {
            throw BadBody.parameter("after");
        }
        PostService.Posts found = posts.page(id, after == null || after.isEmpty() ? 0 : Integer.parseInt(after), Slice.limit(limit));
        return new Posts(found.items().stream().map(PostBody::of).toList(), found.next() == null ? null : found.next().toString());
    }

    @GET
    @Path("/{id}/route")
    @Operation(summary = "Where a question went that nobody answered", description = "And where it goes next; every reader of the question sees it.")
    @APIResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = RouteBody.class)))
    @APIResponse(responseCode = "404", description = "Not there or not the caller's to see")
    public RouteBody route(@PathParam("id") UUID id) {
        return RouteBody.of(routes.of(id));
    }

    @POST
    @Path("/{id}/posts")
    @Operation(summary = "Reply", description = "The body is Markdown. Takes an Idempotency-Key.")
    @APIResponse(responseCode = "201", content = @Content(schema = @Schema(implementation = PostBody.class)))
    @APIResponse(responseCode = "403", description = "The topic is closed")
    @APIResponse(responseCode = "404", description = "Not there or not the caller's to see")
    @APIResponse(responseCode = "422", description = "No text, too long, or with something that must not be in it")
    public Response reply(@PathParam("id") UUID id, ReplyBody body) {
        Post made = posts.reply(id, null, body.body(), Boolean.TRUE.equals(body.aboutNobody()));
        return Response.created(URI.create("posts/" + made.id())).entity(PostBody.of(made)).header(HttpHeaders.ETAG, Versions.tag(made.version())).build();
    }

    @POST
    @Path("/{id}:watch")
    @Operation(summary = "Be told of new posts")
    @APIResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = TopicBody.class)))
    @APIResponse(responseCode = "404", description = "Not there or not the caller's to see")
    public Response watch(@PathParam("id") UUID id) {
        return answer(topics.watch(id));
    }

    @POST
    @Path("/{id}:mute")
    @Operation(summary = "Not be told of new posts any more", description = "With a number of days only for so long; the caller goes on following it after that.")
    @APIResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = TopicBody.class)))
    @APIResponse(responseCode = "400", description = "A parameter is none")
    @APIResponse(responseCode = "404", description = "Not there or not the caller's to see")
    @APIResponse(responseCode = "422", description = "Not 1 to 365 days")
    public Response mute(@PathParam("id") UUID id, @Parameter(description = "1 to 365; absent for good") @QueryParam("days") String days) {
        if (days == null || days.isEmpty()) {
            return answer(topics.mute(id));
        }
        if (!days.matches("\\d{1,4}")) {
            throw BadBody.parameter("days");
        }
        quiet.quiet(id, Integer.parseInt(days));
        return answer(topics.get(id));
    }

    @POST
    @Path("/{id}:close")
    @Operation(summary = "Close a topic", description = "By who began it, or a moderator.")
    @APIResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = TopicBody.class)))
    @APIResponse(responseCode = "403", description = "Not the caller's to close")
    @APIResponse(responseCode = "404", description = "Not there or not the caller's to see")
    @APIResponse(responseCode = "409", description = "Closed already")
    @APIResponse(responseCode = "412", description = "Changed by somebody else")
    @APIResponse(responseCode = "428", description = "If-Match is missing")
    public Response close(@PathParam("id") UUID id, @HeaderParam(HttpHeaders.IF_MATCH) String seen) {
        return answer(topics.close(id, Versions.seen(seen)));
    }

    @POST
    @Path("/{id}:move")
    @Operation(summary = "Move a topic to another space", description = "By who moderates both. Nothing leaves a closed space.")
    @APIResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = TopicBody.class)))
    @APIResponse(responseCode = "403", description = "Not a moderator of both")
    @APIResponse(responseCode = "404", description = "Not there or not the caller's to see")
    @APIResponse(responseCode = "412", description = "Changed by somebody else")
    @APIResponse(responseCode = "422", description = "Out of a closed space, or to none")
    @APIResponse(responseCode = "428", description = "If-Match is missing")
    public Response move(@PathParam("id") UUID id, @HeaderParam(HttpHeaders.IF_MATCH) String seen, MoveBody body) {
        return answer(tidying.move(id, Versions.seen(seen), body.spaceId()));
    }

    @POST
    @Path("/{id}:merge")
    @Operation(summary = "Put the posts of a topic behind those of another", description = "By who moderates both. Answers with the other topic.")
    @APIResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = TopicBody.class)))
    @APIResponse(responseCode = "403", description = "Not a moderator of both")
    @APIResponse(responseCode = "404", description = "Not there or not the caller's to see")
    @APIResponse(responseCode = "409", description = "The same topic, or one that is hidden")
    @APIResponse(responseCode = "412", description = "Changed by somebody else")
    @APIResponse(responseCode = "422", description = "Somebody asked namelessly, or it would leave a closed space")
    @APIResponse(responseCode = "428", description = "If-Match is missing")
    public Response merge(@PathParam("id") UUID id, @HeaderParam(HttpHeaders.IF_MATCH) String seen, MergeBody body) {
        return answer(tidying.merge(id, Versions.seen(seen), body.intoId()));
    }

    @POST
    @Path("/{id}:redact")
    @Operation(summary = "Take words out of everything that is kept of a topic", description = "By a moderator: posts and what they said before, title, drafts, names of files. For good.")
    @APIResponse(responseCode = "204", description = "Gone")
    @APIResponse(responseCode = "403", description = "Not a moderator of the space")
    @APIResponse(responseCode = "404", description = "Not there or not the caller's to see")
    @APIResponse(responseCode = "422", description = "Too short, or nowhere in the topic")
    public Response redact(@PathParam("id") UUID id, RedactBody body) {
        tidying.redact(id, body.text());
        return Response.noContent().build();
    }

    @POST
    @Path("/{id}/article")
    @Operation(summary = "Make an article of a question and its answers", description = "By who wrote the accepted answer, who knows a tag, or a moderator; whose words went in is thanked.")
    @APIResponse(responseCode = "201", content = @Content(schema = @Schema(implementation = TopicBody.class)))
    @APIResponse(responseCode = "403", description = "Not the caller's to make")
    @APIResponse(responseCode = "404", description = "Not there or not the caller's to see")
    @APIResponse(responseCode = "409", description = "No accepted answer, or made already")
    public Response article(@PathParam("id") UUID id) {
        Topic made = articles.make(id);
        return Response.created(URI.create("topics/" + made.id())).entity(TopicBody.of(made)).header(HttpHeaders.ETAG, Versions.tag(made.version())).build();
    }

    @GET
    @Path("/{id}/beside")
    @Operation(summary = "What belongs to a topic beside its posts", description = "The article made of it or the question it was made of, whose words went in, and which libraries use a letter.")
    @APIResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = BesideBody.class)))
    @APIResponse(responseCode = "404", description = "Not there or not the caller's to see")
    public BesideBody beside(@PathParam("id") UUID id) {
        return BesideBody.of(articles.beside(id));
    }

    @PUT
    @Path("/{id}/uses/{organisationId}")
    @Operation(summary = "A library uses this letter", description = "By its HR managers; the version of now is noted.")
    @APIResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = BesideBody.class)))
    @APIResponse(responseCode = "403", description = "Not an HR manager of the library")
    @APIResponse(responseCode = "404", description = "Not there or not the caller's to see")
    @APIResponse(responseCode = "409", description = "No letter")
    public BesideBody use(@PathParam("id") UUID id, @PathParam("organisationId") UUID organisationId) {
        return BesideBody.of(articles.use(id, organisationId));
    }

    @DELETE
    @Path("/{id}/uses/{organisationId}")
    @Operation(summary = "A library uses this letter no more")
    @APIResponse(responseCode = "204", description = "Done")
    @APIResponse(responseCode = "403", description = "Not an HR manager of the library")
    @APIResponse(responseCode = "404", description = "Not there or not the caller's to see")
    @APIResponse(responseCode = "409", description = "No letter")
    public Response useNoMore(@PathParam("id") UUID id, @PathParam("organisationId") UUID organisationId) {
        articles.useNoMore(id, organisationId);
        return Response.noContent().build();
    }

    private static Response answer(Topic topic) {
        return Response.ok(TopicBody.of(topic)).header(HttpHeaders.ETAG, Versions.tag(topic.version())).build();
    }
}
