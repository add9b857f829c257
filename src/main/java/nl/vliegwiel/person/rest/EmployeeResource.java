package nl.vliegwiel.person.rest;

import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import nl.vliegwiel.person.boundary.EmployeeService;
import nl.vliegwiel.person.boundary.EmployeeService.State;
import nl.vliegwiel.person.boundary.EmployeeView;
import nl.vliegwiel.platform.rest.BadBody;
import nl.vliegwiel.platform.rest.Endpoint;
import nl.vliegwiel.platform.rest.Slice;
import nl.vliegwiel.platform.rest.Versions;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** The employees of an organisation, for its managers. */
@Path("/organisations/{organisationId}/employees")
@Endpoint
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@Tag(name = "Employees", description = "The people an organisation employs and their roles, for its HR managers. Those of another organisation are not there (404).")
public class EmployeeResource {
    @Inject
    private EmployeeService employees;

    /** A stretch of the list. */
    @Schema(name = "EmployeeSlice")
    public record Employees(List<EmployeeView> items, String next) {
    }

    /** Last day of work. */
    public record EndBody(LocalDate endsOn) {
    }

    @GET
    @Operation(summary = "List employees")
    @APIResponse(responseCode = "200", description = "A stretch of the list", content = @Content(schema = @Schema(implementation = Employees.class)))
    @APIResponse(responseCode = "403", description = "A colleague who is no manager")
    @APIResponse(responseCode = "404", description = "Not the caller’s organisation")
    public Slice<EmployeeView> list(@PathParam("organisationId") UUID organisationId,
            @Parameter(description = "Part of a name, address or function") @QueryParam("q") String q,
            @Parameter(description = "CURRENT (when left out), FUTURE, NOT_SIGNED_ON or FORMER") @QueryParam("state") String state,
            @Parameter(description = "1 to 100, 20 when left out") @QueryParam("limit") String limit,
            @Parameter(description = "next of the stretch before") @QueryParam("after") String after) {
        int most = Slice.limit(limit);
        return Slice.of(employees.after(organisationId, q, state(state), Slice.after(after), most + 1), most, EmployeeView::id);
    }

    @GET
    @Path("/{id}")
    @Operation(summary = "Read one employment")
    @APIResponse(responseCode = "200", description = "The employment; ETag is its version", content = @Content(schema = @Schema(implementation = EmployeeView.class)))
    @APIResponse(responseCode = "404", description = "None at this organisation")
    public Response read(@PathParam("organisationId") UUID organisationId, @PathParam("id") UUID id) {
        EmployeeView employee = employees.employee(organisationId, id);
        return Response.ok(employee).header(HttpHeaders.ETAG, Versions.tag(employee.version())).build();
    }

    @POST
    @Path("/{id}:end")
    @Operation(summary = "Give an employment a last day", description = "Roles at the organisation end with it.")
    @APIResponse(responseCode = "200", description = "The employment", content = @Content(schema = @Schema(implementation = EmployeeView.class)))
    @APIResponse(responseCode = "412", description = "Changed by somebody else")
    public Response end(@PathParam("organisationId") UUID organisationId, @PathParam("id") UUID id,
            @HeaderParam(HttpHeaders.IF_MATCH) String seen, EndBody body) {
        if (body.endsOn() == null) {
            throw BadBody.parameter("endsOn");
        }
        employees.end(organisationId, id, Versions.seen(seen), body.endsOn());
        return read(organisationId, id);
    }

    private static State state(String name) {
        if (name == null || name.isEmpty()) {
            return State.CURRENT;
        }
        try {
            return State.valueOf(name);
        } catch (IllegalArgumentException e) {
            throw BadBody.parameter("state");
        }
    }
}
