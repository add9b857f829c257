package nl.vliegwiel.learning.rest;

import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
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
import java.util.UUID;
import nl.vliegwiel.learning.boundary.ProgrammeService;
import nl.vliegwiel.learning.domain.Programme;
import nl.vliegwiel.learning.rest.LearningBodies.ProgrammeBody;
import nl.vliegwiel.learning.rest.LearningBodies.ProgrammeChange;
import nl.vliegwiel.learning.rest.LearningBodies.Programmes;
import nl.vliegwiel.platform.rest.Endpoint;
import nl.vliegwiel.platform.rest.Slice;
import nl.vliegwiel.platform.rest.Versions;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** What is learned. */
@Path("/learning-programmes")
@Endpoint
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@Tag(name = "Learning")
public class ProgrammeResource {
    @Inject
    private ProgrammeService programmes;

    @GET
    @Operation(summary = "Learning programmes", description = "By title.")
    @APIResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = Programmes.class)))
    @APIResponse(responseCode = "400", description = "A parameter is none")
    public Programmes list(@QueryParam("limit") String limit, @QueryParam("after") String after) {
        int most = Slice.limit(limit);
        Slice<Programme> found = Slice.of(programmes.list(Slice.after(after), most + 1), most, Programme::id);
        return new Programmes(found.items().stream().map(ProgrammeBody::of).toList(), found.next());
    }

    @GET
    @Path("/{id}")
    @Operation(summary = "Read a learning programme")
    @APIResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = ProgrammeBody.class)))
    @APIResponse(responseCode = "404", description = "Not there")
    public Response read(@PathParam("id") UUID id) {
        return answer(programmes.get(id));
    }

    @POST
    @Operation(summary = "Make a learning programme", description = "By a facilitator of the organisation that offers it. Takes an Idempotency-Key.")
    @APIResponse(responseCode = "201", content = @Content(schema = @Schema(implementation = ProgrammeBody.class)))
    @APIResponse(responseCode = "403", description = "The caller is no facilitator there")
    @APIResponse(responseCode = "422", description = "Something in it is wrong")
    public Response add(ProgrammeChange body) {
        Programme made = programmes.add(body.text());
        return Response.created(URI.create("learning-programmes/" + made.id())).entity(ProgrammeBody.of(made)).header(HttpHeaders.ETAG, Versions.tag(made.version())).build();
    }

    @PUT
    @Path("/{id}")
    @Operation(summary = "Change a learning programme", description = "The organiser stays.")
    @APIResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = ProgrammeBody.class)))
    @APIResponse(responseCode = "403", description = "The caller is no facilitator there")
    @APIResponse(responseCode = "404", description = "Not there")
    @APIResponse(responseCode = "412", description = "Changed by somebody else")
    @APIResponse(responseCode = "422", description = "Something in it is wrong")
    @APIResponse(responseCode = "428", description = "If-Match is missing")
    public Response change(@PathParam("id") UUID id, @HeaderParam(HttpHeaders.IF_MATCH) String seen, ProgrammeChange body) {
        return answer(programmes.change(id, Versions.seen(seen), body.text()));
    }

    private static Response answer(Programme programme) {
        return Response.ok(ProgrammeBody.of(programme)).header(HttpHeaders.ETAG, Versions.tag(programme.version())).build();
    }
}
