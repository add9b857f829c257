package nl.vliegwiel.forum.rest;

import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.io.InputStream;
import java.io.StringWriter;
import java.net.URI;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import nl.vliegwiel.forum.boundary.Ask;
import nl.vliegwiel.forum.boundary.PeopleService;
import nl.vliegwiel.forum.boundary.PeopleService.Named;
import nl.vliegwiel.forum.boundary.Topic;
import nl.vliegwiel.forum.boundary.TopicService;
import nl.vliegwiel.forum.boundary.TransferService;
import nl.vliegwiel.forum.domain.Cleaned;
import nl.vliegwiel.forum.domain.TopicFilter;
import nl.vliegwiel.forum.domain.TopicKind;
import nl.vliegwiel.forum.domain.TopicSort;
import nl.vliegwiel.forum.rest.ForumBodies.AskBody;
import nl.vliegwiel.forum.rest.ForumBodies.SpaceBody;
import nl.vliegwiel.forum.rest.ForumBodies.Spaces;
import nl.vliegwiel.forum.rest.ForumBodies.TopicBody;
import nl.vliegwiel.forum.rest.ForumBodies.Topics;
import nl.vliegwiel.platform.rest.BadBody;
import nl.vliegwiel.platform.rest.Endpoint;
import nl.vliegwiel.platform.rest.FileLimit;
import nl.vliegwiel.platform.rest.Slice;
import nl.vliegwiel.platform.rest.Versions;
import nl.vliegwiel.platform.text.Texts;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Spaces and what is asked in them. */
@Path("/spaces")
@Endpoint
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@Tag(name = "Forum", description = "HR-netwerk and HR-kringen: questions, answers, discussions. What is not the caller's to read is not there.")
public class SpaceResource {
    @Inject
    private TopicService topics;

    @Inject
    private PeopleService people;

    @Inject
    private TransferService transfer;

    /** @param line in the file, its headings being line 1 */
    @Schema(name = "ForumImportFault")
    public record ImportFault(long line, String field, String key, String message) {
    }

    /** @param applied false when nothing changed */
    @Schema(name = "ForumImportReport")
    public record ImportReport(boolean applied, int topics, int posts, List<ImportFault> faults) {
    }

    /** @param items with the Markdown that names each */
    @Schema(name = "People")
    public record People(List<Named> items) {
    }

    @GET
    @Operation(summary = "Spaces that the caller takes part in", description = "The open one first.")
    @APIResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = Spaces.class)))
    public Spaces list(@HeaderParam(HttpHeaders.ACCEPT_LANGUAGE) String language) {
        Locale locale = Texts.accepted(language);
        return new Spaces(topics.spaces().stream().map(space -> SpaceBody.of(space, locale)).toList());
    }

    @GET
    @Path("/{id}/topics")
    @Operation(summary = "Topics of a space", description = "Newest reply first; unanswered ones only; or most liked first.")
    @APIResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = Topics.class)))
    @APIResponse(responseCode = "400", description = "A parameter is none")
    @APIResponse(responseCode = "404", description = "Not there or not the caller's to see")
    public Topics topics(@PathParam("id") UUID id, @QueryParam("sort") String sort, @QueryParam("kind") String kind, @QueryParam("tag") String tag, @QueryParam("q") String words,
            @QueryParam("limit") String limit, @QueryParam("after") String after) {
        TopicSort order = sort == null ? TopicSort.LATEST : TopicSort.of(sort).orElseThrow(() -> BadBody.parameter("sort"));
        TopicFilter.Cursor from = after == null || after.isEmpty() ? null : TopicFilter.Cursor.of(after).orElseThrow(() -> BadBody.parameter("after"));
        TopicService.Topics found = topics.list(id, new TopicFilter(order, kind(kind), given(tag), given(words), from), Slice.limit(limit));
        return new Topics(found.items().stream().map(TopicBody::of).toList(), found.next() == null ? null : found.next().text());
    }

    @GET
    @Path("/{id}/people")
    @Operation(summary = "People whom a text may name", description = "Whose name begins so: who wrote there under her name, knows a tag, has a role, or is a colleague.")
    @APIResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = People.class)))
    @APIResponse(responseCode = "404", description = "Not there or not the caller's to see")
    public People people(@PathParam("id") UUID id, @QueryParam("q") String typed) {
        return new People(people.beginning(id, typed));
    }

    private static TopicKind kind(String parameter) {
        return parameter == null || parameter.isEmpty() ? null
            : Arrays.stream(TopicKind.values()).filter(one -> one.name().equals(parameter)).findFirst().orElseThrow(() -> BadBody.parameter("kind"));
    }

    @GET
    @Path("/{id}/export")
    @Produces("text/markdown; charset=utf-8")
    @Operation(summary = "A space as Markdown", description = "By a moderator: each topic with its posts; what is hidden is left out, who asked namelessly stays so.")
    @APIResponse(responseCode = "200", description = "The text")
    @APIResponse(responseCode = "403", description = "Not a moderator of the space")
    @APIResponse(responseCode = "404", description = "Not there or not the caller's to see")
    public Response export(@PathParam("id") UUID id) throws IOException {
        StringWriter text = new StringWriter();
        transfer.write(id, text);
        return Response.ok(text.toString()).header("Content-Disposition", "attachment; filename=\"forum.md\"").build();
    }

    @POST
    @Path("/{id}:import")
    @Consumes("text/csv")
    @Operation(summary = "Take in an existing forum", description = "By a moderator. CSV with the columns topic, kind, title, tags, author (address), createdAt, body (Markdown); "
        + "lines with one value of topic belong together. All or nothing; dryRun=true only says what would happen.")
    @APIResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = ImportReport.class)))
    @APIResponse(responseCode = "403", description = "Not a moderator of the space")
    @APIResponse(responseCode = "404", description = "Not there or not the caller's to see")
    @APIResponse(responseCode = "413", description = "Larger than 5 MB")
    @APIResponse(responseCode = "422", description = "No such file")
    public ImportReport take(@PathParam("id") UUID id, @QueryParam("dryRun") String dryRun, @QueryParam("aboutNobody") String aboutNobody,
            @HeaderParam(HttpHeaders.ACCEPT_LANGUAGE) String language, InputStream file) throws IOException {
        TransferService.Report report = transfer.take(id, FileLimit.read(file), "true".equals(aboutNobody), "true".equals(dryRun));
        Locale locale = Texts.accepted(language);
        return new ImportReport(report.applied(), report.topics(), report.posts(), report.faults().stream().map(one -> new ImportFault(one.line(), one.violation().field(),
            one.violation().key(), Texts.of(locale, one.violation().key(), one.violation().arguments().toArray()))).toList());
    }

    private static String given(String parameter) {
        String text = Cleaned.line(parameter);
        return text.isEmpty() ? null : text;
    }

    @POST
    @Path("/{id}/topics")
    @Operation(summary = "Ask, or begin a discussion", description = "The body is Markdown. Takes an Idempotency-Key.")
    @APIResponse(responseCode = "201", content = @Content(schema = @Schema(implementation = TopicBody.class)))
    @APIResponse(responseCode = "404", description = "Not there or not the caller's to see")
    @APIResponse(responseCode = "422", description = "Too short, too long, or with something that must not be in it")
    public Response ask(@PathParam("id") UUID id, AskBody body) {
        Topic made = topics.ask(id, new Ask(null, body.kind(), body.title(), body.body(), body.tags(), Boolean.TRUE.equals(body.anonymous()), Boolean.TRUE.equals(body.aboutNobody())));
        return Response.created(URI.create("topics/" + made.id())).entity(TopicBody.of(made)).header(HttpHeaders.ETAG, Versions.tag(made.version())).build();
    }
}
