package nl.vliegwiel.person.rest;

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
import java.util.List;
import java.util.UUID;
import nl.vliegwiel.person.boundary.RoleService;
import nl.vliegwiel.person.boundary.RoleService.Grant;
import nl.vliegwiel.person.boundary.RoleService.RoleView;
import nl.vliegwiel.platform.actor.Role;
import nl.vliegwiel.platform.rest.Endpoint;
import nl.vliegwiel.platform.rest.Versions;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Who may what at an organisation. */
@Path("/organisations/{organisationId}/roles")
@Endpoint
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@Tag(name = "Employees")
public class RoleResource {
    @Inject
    private RoleService roles;

    /** Roles that hold now or later. */
    @Schema(name = "RoleList")
    public record RoleList(List<RoleView> items) {
    }

    /** A role to grant; startsOn is today when left out, and who stands in needs an end. */
    @Schema(name = "RoleGrant")
    public record GrantBody(String email, Role role, LocalDate startsOn, LocalDate endsOn, Boolean deputy) {
    }

    @GET
    @Operation(summary = "List roles", description = "For managers of the organisation and administrators.")
    @APIResponse(responseCode = "200", description = "Roles that hold now or later", content = @Content(schema = @Schema(implementation = RoleList.class)))
    @APIResponse(responseCode = "404", description = "Not the caller’s organisation")
    public RoleList list(@PathParam("organisationId") UUID organisationId) {
        return new RoleList(roles.roles(organisationId).items());
    }

    @POST
    @Operation(summary = "Grant a role",
        description = "Managers grant HR_MANAGER, FINANCE and FACILITATOR to their employees, also as deputy for themselves; administrators grant "
            + "HR_MANAGER, POI_MODERATOR at a POI and ADMIN at a national body. Takes an Idempotency-Key.")
    @APIResponse(responseCode = "201", description = "The roles of the organisation", content = @Content(schema = @Schema(implementation = RoleList.class)))
    @APIResponse(responseCode = "403", description = "Not this role")
    @APIResponse(responseCode = "409", description = "She has this role then already")
    @APIResponse(responseCode = "422", description = "A rule refuses")
    public Response grant(@PathParam("organisationId") UUID organisationId, GrantBody body) {
        UUID id = roles.grant(organisationId, new Grant(body.email(), body.role(), body.startsOn(), body.endsOn(), Boolean.TRUE.equals(body.deputy())));
        return Response.created(URI.create("/api/v1/organisations/" + organisationId + "/roles/" + id)).header(HttpHeaders.ETAG, Versions.tag(1))
            .entity(list(organisationId)).build();
    }

    @POST
    @Path("/{id}:end")
    @Consumes(MediaType.WILDCARD)
    @Operation(summary = "End a role at once", description = "An organisation keeps one manager, unless an administrator ends that role.")
    @APIResponse(responseCode = "200", description = "The roles that are left", content = @Content(schema = @Schema(implementation = RoleList.class)))
    @APIResponse(responseCode = "412", description = "Changed by somebody else")
    public RoleList end(@PathParam("organisationId") UUID organisationId, @PathParam("id") UUID id, @HeaderParam(HttpHeaders.IF_MATCH) String seen) {
        roles.end(organisationId, id, Versions.seen(seen));
        return list(organisationId);
    }
}
