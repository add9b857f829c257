package nl.vliegwiel.learning.rest;

import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import nl.vliegwiel.learning.boundary.CertificateService;
import nl.vliegwiel.platform.rest.Endpoint;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Anybody who has the code of a certificate checks it. */
@Path("/certificates")
@Endpoint
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Learning")
public class CertificateResource {
    @Inject
    private CertificateService certificates;

    @GET
    @Path("/{code}")
    @Operation(summary = "Check a certificate", description = "Needs no token. Tells name, programme, date, and whether it still holds.")
    @APIResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = CertificateService.Check.class)))
    @APIResponse(responseCode = "404", description = "No certificate has this code")
    public CertificateService.Check check(@PathParam("code") String code) {
        return certificates.check(code);
    }
}
