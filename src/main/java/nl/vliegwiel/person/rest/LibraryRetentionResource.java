package nl.vliegwiel.person.rest;

import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.LocalDate;
import java.util.UUID;
import nl.vliegwiel.person.boundary.LibraryRetention;
import nl.vliegwiel.person.boundary.LibraryRetentionService;
import nl.vliegwiel.platform.rest.Endpoint;
import nl.vliegwiel.platform.rest.Versions;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** How long a library keeps what (R18). */
@Path("/organisations/{id}/retention")
@Endpoint
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@Tag(name = "Organisations")
public class LibraryRetentionResource {
    @Inject
    private LibraryRetentionService retention;

    /** @param months absent for what the network's rule says; from today or later */
    @Schema(name = "RetentionChosen")
    public record ChoiceBody(Integer months, LocalDate from) {
    }

    @GET
    @Operation(summary = "How long a library keeps what", description = "For everybody who belongs to it: the kinds of which it may choose, with bounds, and what it chose.")
    @APIResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = LibraryRetention.class)))
    @APIResponse(responseCode = "403", description = "Not the caller's library")
    @APIResponse(responseCode = "404", description = "No such organisation")
    public Response read(@PathParam("id") UUID id) {
        return answer(retention.retention(id));
    }

    @PUT
    @Path("/{kind}")
    @Operation(summary = "Choose a shorter term", description = "By HR managers of the library, from a day on, within the bounds of the kind.")
    @APIResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = LibraryRetention.class)))
    @APIResponse(responseCode = "403", description = "Not the caller's library")
    @APIResponse(responseCode = "404", description = "No kind of which a library chooses")
    @APIResponse(responseCode = "412", description = "Changed by somebody else")
    @APIResponse(responseCode = "422", description = "Out of bounds, or a day in the past")
    @APIResponse(responseCode = "428", description = "If-Match is missing")
    public Response choose(@PathParam("id") UUID id, @PathParam("kind") String kind, @HeaderParam(HttpHeaders.IF_MATCH) String seen, ChoiceBody body) {
        return answer(retention.choose(id, Versions.seen(seen), kind, body.months(), body.from()));
    }

    private static Response answer(LibraryRetention now) {
        return Response.ok(now).header(HttpHeaders.ETAG, Versions.tag(now.version())).build();
    }
}
