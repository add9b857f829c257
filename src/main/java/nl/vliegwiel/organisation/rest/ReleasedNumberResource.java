package nl.vliegwiel.organisation.rest;

import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.List;
import java.util.UUID;
import nl.vliegwiel.organisation.boundary.ReleaseNumbersService;
import nl.vliegwiel.platform.rest.Endpoint;
import nl.vliegwiel.platform.text.ReleasedNumbers.Ground;
import nl.vliegwiel.platform.text.ReleasedNumbers.Release;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Numbers that only look like a BSN. */
@Path("/released-numbers")
@Endpoint
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@Tag(name = "Moderation", description = "Numbers that were stopped because they look like a BSN and were released. The number itself is never kept or told.")
public class ReleasedNumberResource {
    @Inject
    private ReleaseNumbersService numbers;

    /** Releases that hold. */
    @Schema(name = "ReleasedNumbers")
    public record Releases(List<Release> items) {
    }

    /** A number to release, and the statement that it is no BSN. */
    @Schema(name = "NumberToRelease")
    public record ReleaseBody(@Schema(description = "As it stood in the text") String number, Ground ground,
            @Schema(description = "true: the caller states that it is no BSN") Boolean noBsn) {
    }

    @GET
    @Operation(summary = "Releases that hold", description = "For moderators and administrators all, for HR managers those of their organisation.")
    @APIResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = Releases.class)))
    @APIResponse(responseCode = "403", description = "Neither moderator, HR manager nor administrator")
    public Releases list() {
        return new Releases(numbers.releases());
    }

    @POST
    @Operation(summary = "Release a number", description = "From then on it passes in every text. Takes an Idempotency-Key.")
    @APIResponse(responseCode = "201", description = "Releases that hold", content = @Content(schema = @Schema(implementation = Releases.class)))
    @APIResponse(responseCode = "403", description = "Neither moderator, HR manager nor administrator")
    @APIResponse(responseCode = "422", description = "Not a number that is stopped, or the statement is missing")
    public Response release(ReleaseBody body) {
        UUID id = numbers.release(body.number(), body.ground(), Boolean.TRUE.equals(body.noBsn()));
        return Response.created(URI.create("/api/v1/released-numbers/" + id)).entity(list()).build();
    }

    @POST
    @Path("/{id}:revoke")
    @Consumes(MediaType.WILDCARD)
    @Operation(summary = "Stop the number again")
    @APIResponse(responseCode = "200", description = "Releases that still hold", content = @Content(schema = @Schema(implementation = Releases.class)))
    @APIResponse(responseCode = "404", description = "No such release, or not yours to see")
    public Releases revoke(@PathParam("id") UUID id) {
        numbers.revoke(id);
        return list();
    }
}
