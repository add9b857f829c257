package nl.vliegwiel.forum.rest;

import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
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
import java.net.URI;
import java.util.UUID;
import nl.vliegwiel.forum.boundary.Source;
import nl.vliegwiel.forum.boundary.SourceService;
import nl.vliegwiel.forum.rest.ForumBodies.SourceBody;
import nl.vliegwiel.forum.rest.ForumBodies.SourceDetails;
import nl.vliegwiel.forum.rest.ForumBodies.Sources;
import nl.vliegwiel.platform.rest.Endpoint;
import nl.vliegwiel.platform.rest.Versions;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** What answers rest on, and until when it holds. */
@Path("/sources")
@Endpoint
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@Tag(name = "Forum")
public class SourceResource {
    @Inject
    private SourceService sources;

    @GET
    @Operation(summary = "Dated sources", description = "By name; with how many answers rest on each, and how many of them have to be checked.")
    @APIResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = Sources.class)))
    public Sources list() {
        return new Sources(sources.all().stream().map(SourceBody::of).toList());
    }

    @GET
    @Path("/{id}")
    @Operation(summary = "A dated source", description = "ETag is its version.")
    @APIResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = SourceBody.class)))
    @APIResponse(responseCode = "404", description = "Not there")
    public Response source(@PathParam("id") UUID id) {
        return answer(Response.ok(), sources.get(id));
    }

    @POST
    @Operation(summary = "Add a source", description = "By a moderator. Takes an Idempotency-Key.")
    @APIResponse(responseCode = "201", content = @Content(schema = @Schema(implementation = SourceBody.class)))
    @APIResponse(responseCode = "403", description = "Not a moderator")
    @APIResponse(responseCode = "422", description = "No name, no address, or an end before its beginning")
    public Response add(SourceDetails body) {
        Source made = sources.add(details(body));
        return answer(Response.created(URI.create("sources/" + made.id())), made);
    }

    @PUT
    @Path("/{id}")
    @Operation(summary = "Change a source", description = "By a moderator. With another end, answers that rest on it are due on another day.")
    @APIResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = SourceBody.class)))
    @APIResponse(responseCode = "403", description = "Not a moderator")
    @APIResponse(responseCode = "404", description = "Not there")
    @APIResponse(responseCode = "412", description = "Changed by somebody else")
    @APIResponse(responseCode = "422", description = "No name, no address, or an end before its beginning")
    @APIResponse(responseCode = "428", description = "If-Match is missing")
    public Response change(@PathParam("id") UUID id, @HeaderParam(HttpHeaders.IF_MATCH) String seen, SourceDetails body) {
        return answer(Response.ok(), sources.change(id, Versions.seen(seen), details(body)));
    }

    private static SourceService.Details details(SourceDetails body) {
        return new SourceService.Details(body.name(), body.link(), body.validFrom(), body.validUntil());
    }

    private static Response answer(Response.ResponseBuilder answer, Source source) {
        return answer.entity(SourceBody.of(source)).header(HttpHeaders.ETAG, Versions.tag(source.version())).build();
    }
}
