package nl.vliegwiel.flexpool.rest;

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
import nl.vliegwiel.flexpool.boundary.ReturnTalk;
import nl.vliegwiel.flexpool.boundary.ReturnTalkService;
import nl.vliegwiel.platform.rest.Endpoint;
import nl.vliegwiel.platform.rest.Versions;
import nl.vliegwiel.platform.rule.NotFound;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** The talk of an employee with her own library after a place to learn. */
@Path("/placements/{id}/return-talk")
@Endpoint
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@Tag(name = "Placements")
public class ReturnTalkResource {
    @Inject
    private ReturnTalkService talks;

    /** @param brought what she brings home; the employee's alone */
    @Schema(name = "ReturnTalkSaved")
    public record TalkBody(LocalDate plannedOn, LocalDate heldOn, String brought) {
    }

    @GET
    @Operation(summary = "The talk at her return", description = "For the employee and her own library; version 0 while there is no day.")
    @APIResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = ReturnTalk.class)))
    @APIResponse(responseCode = "404", description = "Not there, no place to learn, or not the caller's to see")
    public Response read(@PathParam("id") UUID id) {
        return answer(talks.talk(id).orElseThrow(() -> new NotFound("talk.notFound")));
    }

    @PUT
    @Operation(summary = "Plan it, say that it was held, write what she brings home", description = "By the employee and her own library; what she brings home by her alone.")
    @APIResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = ReturnTalk.class)))
    @APIResponse(responseCode = "403", description = "Not the caller's")
    @APIResponse(responseCode = "404", description = "Not there or not the caller's to see")
    @APIResponse(responseCode = "409", description = "No place to learn, or she is not back yet")
    @APIResponse(responseCode = "412", description = "Changed by somebody else")
    @APIResponse(responseCode = "422", description = "A day is missing or out of range, or the text is refused")
    @APIResponse(responseCode = "428", description = "If-Match is missing")
    public Response save(@PathParam("id") UUID id, @HeaderParam(HttpHeaders.IF_MATCH) String seen, TalkBody body) {
        return answer(talks.save(id, Versions.seen(seen), body.plannedOn(), body.heldOn(), body.brought()));
    }

    private static Response answer(ReturnTalk now) {
        return Response.ok(now).header(HttpHeaders.ETAG, Versions.tag(now.version())).build();
    }
}
