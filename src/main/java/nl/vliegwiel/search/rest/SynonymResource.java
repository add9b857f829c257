package nl.vliegwiel.search.rest;

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
import java.net.URI;
import java.util.List;
import java.util.UUID;
import nl.vliegwiel.platform.rest.Endpoint;
import nl.vliegwiel.platform.rest.Versions;
import nl.vliegwiel.search.boundary.SynonymService;
import nl.vliegwiel.search.boundary.Synonyms;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Words that mean the same to who searches. */
@Path("/synonyms")
@Endpoint
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@Tag(name = "Search")
public class SynonymResource {
    @Inject
    private SynonymService synonyms;

    /** @param words each a word or a few words */
    @Schema(name = "Synonyms")
    public record Body(UUID id, int version, List<String> words) {
        static Body of(Synonyms one) {
            return new Body(one.id(), one.version(), one.words());
        }
    }

    @Schema(name = "SynonymsList")
    public record Bodies(List<Body> items) {
    }

    /** @param words 2 to 20, each of at most 4 words */
    @Schema(name = "SynonymsChange")
    public record Change(List<String> words) {
    }

    @GET
    @Operation(summary = "Words that mean the same", description = "All groups, by their first word.")
    @APIResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = Bodies.class)))
    public Bodies list() {
        return new Bodies(synonyms.all().stream().map(Body::of).toList());
    }

    @POST
    @Operation(summary = "Add a group", description = "By administrators.")
    @APIResponse(responseCode = "201", content = @Content(schema = @Schema(implementation = Body.class)))
    @APIResponse(responseCode = "403", description = "Not an administrator")
    @APIResponse(responseCode = "422", description = "Fewer than two, too many or too long")
    public Response add(Change body) {
        Synonyms made = synonyms.add(body.words());
        return Response.created(URI.create("synonyms/" + made.id())).entity(Body.of(made)).header(HttpHeaders.ETAG, Versions.tag(made.version())).build();
    }

    @GET
    @Path("/{id}")
    @Operation(summary = "A group", description = "ETag is its version.")
    @APIResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = Body.class)))
    @APIResponse(responseCode = "404", description = "Not there")
    public Response get(@PathParam("id") UUID id) {
        return answer(synonyms.get(id));
    }

    @PUT
    @Path("/{id}")
    @Operation(summary = "Replace the words of a group", description = "By administrators.")
    @APIResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = Body.class)))
    @APIResponse(responseCode = "403", description = "Not an administrator")
    @APIResponse(responseCode = "404", description = "Not there")
    @APIResponse(responseCode = "412", description = "Changed by somebody else")
    @APIResponse(responseCode = "422", description = "Fewer than two, too many or too long")
    @APIResponse(responseCode = "428", description = "If-Match is missing")
    public Response change(@PathParam("id") UUID id, @HeaderParam(HttpHeaders.IF_MATCH) String seen, Change body) {
        return answer(synonyms.change(id, Versions.seen(seen), body.words()));
    }

    @DELETE
    @Path("/{id}")
    @Operation(summary = "Remove a group", description = "By administrators.")
    @APIResponse(responseCode = "204", description = "Removed")
    @APIResponse(responseCode = "403", description = "Not an administrator")
    @APIResponse(responseCode = "404", description = "Not there")
    @APIResponse(responseCode = "412", description = "Changed by somebody else")
    @APIResponse(responseCode = "428", description = "If-Match is missing")
    public Response remove(@PathParam("id") UUID id, @HeaderParam(HttpHeaders.IF_MATCH) String seen) {
        synonyms.remove(id, Versions.seen(seen));
        return Response.noContent().build();
    }

    private static Response answer(Synonyms one) {
        return Response.ok(Body.of(one)).header(HttpHeaders.ETAG, Versions.tag(one.version())).build();
    }
}
