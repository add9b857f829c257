package nl.vliegwiel.person.rest;

import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.Set;
import java.util.UUID;
import nl.vliegwiel.person.boundary.EmployeeService;
import nl.vliegwiel.platform.rest.BadBody;
import nl.vliegwiel.platform.rest.Endpoint;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Asking employees to sign on. */
@Path("/organisations/{organisationId}/employees:invite")
@Endpoint
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@Tag(name = "Employees")
public class InvitationResource {
    @Inject
    private EmployeeService employees;

    /** Employees to invite. */
    public record InvitationBody(Set<UUID> personIds) {
    }

    /** How many were invited; who signed on already is not. */
    public record Invited(int invited) {
    }

    @POST
    @Operation(summary = "Invite employees by mail to sign on", description = "Who signed on already is passed over.")
    @APIResponse(responseCode = "200", description = "How many were invited", content = @Content(schema = @Schema(implementation = Invited.class)))
    public Invited invite(@PathParam("organisationId") UUID organisationId, InvitationBody body) {
        if (body.personIds() == null || body.personIds().contains(null)) {
            throw BadBody.parameter("personIds");
        }
        return new Invited(employees.invite(organisationId, body.personIds()));
    }
}
