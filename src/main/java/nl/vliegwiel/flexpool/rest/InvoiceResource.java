package nl.vliegwiel.flexpool.rest;

import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.UUID;
import nl.vliegwiel.flexpool.boundary.SettlementService;
import nl.vliegwiel.platform.rest.Endpoint;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** E-invoices. */
@Path("/invoices")
@Endpoint
@Tag(name = "Settlements")
public class InvoiceResource {
    @Inject
    private SettlementService settlements;

    @GET
    @Path("/{id}")
    @Produces(MediaType.APPLICATION_XML)
    @Operation(summary = "An invoice as NLCIUS", description = "UBL 2.1 after EN 16931, for the two libraries; the id is in the settlement that it belongs to.")
    @APIResponse(responseCode = "200", content = @Content(mediaType = MediaType.APPLICATION_XML))
    @APIResponse(responseCode = "404", description = "Not there or not the caller's to see")
    @APIResponse(responseCode = "409", description = "A library did not tell yet what an invoice has to name")
    public Response read(@PathParam("id") UUID id) {
        return SettlementResource.file(settlements.xml(id), MediaType.APPLICATION_XML);
    }
}
