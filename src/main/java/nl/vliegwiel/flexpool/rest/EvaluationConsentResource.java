package nl.vliegwiel.flexpool.rest;

import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.time.LocalDate;
import java.util.UUID;
import nl.vliegwiel.flexpool.boundary.EvaluationConsent;
import nl.vliegwiel.flexpool.boundary.EvaluationConsentService;
import nl.vliegwiel.flexpool.domain.evaluation.CouncilBody;
import nl.vliegwiel.platform.rest.Endpoint;
import nl.vliegwiel.platform.rest.Versions;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Whether a library evaluates placements, and by whose consent (R9). */
@Path("/organisations")
@Endpoint
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@Tag(name = "Organisations")
public class EvaluationConsentResource {
    @Inject
    private EvaluationConsentService consents;

    /** @param document where the consent can be found */
    @Schema(name = "EvaluationConsentGiven")
    public record ConsentBody(CouncilBody body, LocalDate consentedOn, String document) {
    }

    @GET
    @Path("/{id}/evaluation-consent")
    @Operation(summary = "Whether a library evaluates placements", description = "For everybody who belongs to it, with who consented and when. Off until recorded.")
    @APIResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = EvaluationConsent.class)))
    @APIResponse(responseCode = "403", description = "Not the caller's library")
    @APIResponse(responseCode = "404", description = "No such organisation")
    public Response read(@PathParam("id") UUID id) {
        return answer(Response.ok(), consents.consent(id));
    }

    @POST
    @Path("/{id}/evaluation-consent")
    @Operation(summary = "Record the consent", description = "By HR managers of the library. Takes an Idempotency-Key.")
    @APIResponse(responseCode = "201", content = @Content(schema = @Schema(implementation = EvaluationConsent.class)))
    @APIResponse(responseCode = "403", description = "Not the caller's library")
    @APIResponse(responseCode = "409", description = "One holds already")
    @APIResponse(responseCode = "422", description = "Something is missing, or the day is in the future")
    public Response record(@PathParam("id") UUID id, ConsentBody body) {
        return answer(Response.created(URI.create("organisations/" + id + "/evaluation-consent")), consents.record(id, body.body(), body.consentedOn(), body.document()));
    }

    @POST
    @Path("/{id}/evaluation-consent:revoke")
    @Operation(summary = "Revoke it", description = "By HR managers of the library. Nobody writes from then on, and managers read nothing.")
    @APIResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = EvaluationConsent.class)))
    @APIResponse(responseCode = "403", description = "Not the caller's library")
    @APIResponse(responseCode = "409", description = "None holds")
    @APIResponse(responseCode = "412", description = "Changed by somebody else")
    @APIResponse(responseCode = "428", description = "If-Match is missing")
    public Response revoke(@PathParam("id") UUID id, @HeaderParam(HttpHeaders.IF_MATCH) String seen) {
        return answer(Response.ok(), consents.revoke(id, Versions.seen(seen)));
    }

    private static Response answer(Response.ResponseBuilder builder, EvaluationConsent now) {
        return builder.entity(now).header(HttpHeaders.ETAG, Versions.tag(now.version())).build();
    }
}
