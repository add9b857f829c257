package nl.vliegwiel.flexpool.rest;

import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.UUID;
import nl.vliegwiel.flexpool.boundary.PlacementService;
import nl.vliegwiel.flexpool.boundary.Propose;
import nl.vliegwiel.platform.rest.Endpoint;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** The borrower proposes a candidate for shifts of its request. */
@Path("/requests/{id}/proposals")
@Endpoint
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@Tag(name = "Placements")
public class ProposalResource {
    @Inject
    private PlacementService placements;

    /** @param candidateRef as GET /requests/{id}/candidates gave it */
    @Schema(name = "Proposal")
    public record ProposalBody(String candidateRef, List<UUID> shiftIds) {
    }

    @POST
    @Operation(summary = "Propose somebody", description = "Proposing is the borrower's yes to the first text. Takes an Idempotency-Key.")
    @APIResponse(responseCode = "201", description = "One placement per shift", content = @Content(schema = @Schema(implementation = Begun.class)))
    @APIResponse(responseCode = "403", description = "Not the caller's request")
    @APIResponse(responseCode = "404", description = "Not there or not the caller's to see")
    @APIResponse(responseCode = "409", description = "The request is closed, the shift is full, or the person is bound then or was asked before")
    @APIResponse(responseCode = "422", description = "A rule refuses, or the reference is nobody's")
    public Response propose(@PathParam("id") UUID id, ProposalBody body) {
        return Begun.answer(id, placements.propose(new Propose(id, body.candidateRef(), body.shiftIds())));
    }
}
