package nl.vliegwiel.learning.rest;

import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import java.util.UUID;
import nl.vliegwiel.learning.boundary.CertificateService;
import nl.vliegwiel.platform.rest.Endpoint;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Certificates of a cohort. */
@Path("/cohorts/{id}/certificates")
@Endpoint
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@Tag(name = "Learning")
public class CohortCertificatesResource {
    @Inject
    private CertificateService certificates;

    /** Who took part, and how each stands. */
    @Schema(name = "CertificateCandidates")
    public record Candidates(List<CertificateService.Candidate> items) {
    }

    /** @param people who took part; absent for all who were there often enough */
    @Schema(name = "CertificatesAwarded")
    public record AwardBody(List<UUID> people) {
    }

    @Schema(name = "CertificateRevoked")
    public record RevokeBody(String reason) {
    }

    @GET
    @Operation(summary = "Who can have a certificate", description = "By a facilitator: attendance, and the code of those that were given.")
    @APIResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = Candidates.class)))
    @APIResponse(responseCode = "403", description = "Not the caller's to guide")
    @APIResponse(responseCode = "404", description = "Not there or not the caller's to see")
    public Candidates list(@PathParam("id") UUID id) {
        return new Candidates(certificates.candidates(id));
    }

    @POST
    @Operation(summary = "Give certificates", description = "By a facilitator, once the cohort is over. Who has one keeps it. The skill of the programme is shown at once.")
    @APIResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = Candidates.class)))
    @APIResponse(responseCode = "403", description = "Not the caller's to guide")
    @APIResponse(responseCode = "404", description = "Not there or not the caller's to see")
    @APIResponse(responseCode = "409", description = "The cohort is not over")
    @APIResponse(responseCode = "422", description = "Somebody did not take part, or was not there often enough")
    public Candidates award(@PathParam("id") UUID id, AwardBody body) {
        return new Candidates(certificates.award(id, body.people()));
    }

    @POST
    @Path("/{personId}:revoke")
    @Operation(summary = "Take a certificate back", description = "By a facilitator, with a reason; the skill that it showed is as before.")
    @APIResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = Candidates.class)))
    @APIResponse(responseCode = "403", description = "Not the caller's to guide")
    @APIResponse(responseCode = "404", description = "Not there or not the caller's to see")
    @APIResponse(responseCode = "422", description = "No reason")
    public Candidates revoke(@PathParam("id") UUID id, @PathParam("personId") UUID personId, RevokeBody body) {
        return new Candidates(certificates.revoke(id, personId, body.reason()));
    }
}
