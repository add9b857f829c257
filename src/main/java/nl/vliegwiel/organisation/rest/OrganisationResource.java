package nl.vliegwiel.organisation.rest;

import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import nl.vliegwiel.organisation.OrganisationKind;
import nl.vliegwiel.organisation.Provinces;
import nl.vliegwiel.organisation.boundary.KeepRegisterService;
import nl.vliegwiel.organisation.boundary.KeepRegisterService.BranchDescription;
import nl.vliegwiel.organisation.boundary.KeepRegisterService.Description;
import nl.vliegwiel.organisation.boundary.OrganisationView;
import nl.vliegwiel.organisation.boundary.RegisterService;
import nl.vliegwiel.organisation.boundary.RegisterService.Filter;
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

/** The register of libraries, POI's, national bodies and partners. */
@Path("/organisations")
@Endpoint
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@Tag(name = "Register", description = "Libraries, POI's, national bodies and partners. All staff read it, administrators keep it.")
public class OrganisationResource {
    @Inject
    private RegisterService register;

    @Inject
    private KeepRegisterService keeping;

    /** A stretch of the register. */
    @Schema(name = "OrganisationSlice")
    public record Organisations(List<OrganisationView> items, String next) {
    }

    /** What an organisation is like; kind and isil only count when it is entered. */
    @Schema(name = "OrganisationDescription")
    public record OrganisationBody(String name, OrganisationKind kind, boolean alsoPoi, String isil, String province,
            List<String> poiProvinces, UUID poiId) {
        Description description() {
            return new Description(name, kind, alsoPoi, province, poiProvinces, poiId);
        }
    }

    /** A new current code. */
    public record IsilBody(String isil) {
    }

    /** The organisation that takes over. */
    public record MergeBody(UUID into) {
    }

    /** A branch; placeId as in GET /places. */
    public record BranchBody(String name, int placeId, String address) {
        BranchDescription description() {
            return new BranchDescription(name, placeId, address);
        }
    }

    /** First day on which nobody works there any more; null opens the branch again. */
    public record ClosingBody(LocalDate from) {
    }

    @GET
    @Operation(summary = "List organisations", description = "Merged organisations are left out; read them by their id.")
    @APIResponse(responseCode = "200", description = "A stretch of the register",
        content = @Content(schema = @Schema(implementation = Organisations.class)))
    @APIResponse(responseCode = "400", description = "A parameter has no meaning")
    public Slice<OrganisationView> list(
            @Parameter(description = "LIBRARY, POI, NATIONAL or PARTNER; POI also finds libraries that are POI as well") @QueryParam("kind") String kind,
            @Parameter(description = "One of the twelve provinces") @QueryParam("province") String province,
            @Parameter(description = "Part of a name, code, branch or place") @QueryParam("q") String q,
            @Parameter(description = "1 to 100, 20 when left out") @QueryParam("limit") String limit,
            @Parameter(description = "next of the stretch before") @QueryParam("after") String after) {
        int most = Slice.limit(limit);
        if (province != null && !province.isEmpty() && !Provinces.ALL.contains(province)) {
            throw BadBody.parameter("province");
        }
        return Slice.of(register.after(new Filter(kind(kind), province, q), Slice.after(after), most + 1), most, OrganisationView::id);
    }

    @GET
    @Path("/{id}")
    @Operation(summary = "Read one organisation", description = "With its branches, all ISIL codes it ever had, and for a POI the libraries of its region.")
    @APIResponse(responseCode = "200", description = "The organisation; ETag is its version",
        content = @Content(schema = @Schema(implementation = OrganisationView.class)))
    @APIResponse(responseCode = "404", description = "There is none")
    public Response read(@PathParam("id") UUID id) {
        return answer(Response.ok(), id);
    }

    @POST
    @Operation(summary = "Enter an organisation", description = "Administrators only. Takes an Idempotency-Key.")
    @APIResponse(responseCode = "201", description = "Entered", content = @Content(schema = @Schema(implementation = OrganisationView.class)))
    @APIResponse(responseCode = "403", description = "Not an administrator")
    @APIResponse(responseCode = "422", description = "A rule refuses")
    public Response enter(OrganisationBody body) {
        UUID id = keeping.enter(body.description(), body.isil());
        return answer(Response.created(URI.create("/api/v1/organisations/" + id)), id);
    }

    @PUT
    @Path("/{id}")
    @Operation(summary = "Change an organisation", description = "Administrators only. A new code is given with :isil.")
    @APIResponse(responseCode = "200", description = "Changed", content = @Content(schema = @Schema(implementation = OrganisationView.class)))
    @APIResponse(responseCode = "412", description = "Changed by somebody else")
    @APIResponse(responseCode = "428", description = "If-Match is missing")
    public Response change(@PathParam("id") UUID id, @HeaderParam(HttpHeaders.IF_MATCH) String seen, OrganisationBody body) {
        keeping.change(id, Versions.seen(seen), body.description());
        return answer(Response.ok(), id);
    }

    @POST
    @Path("/{id}:isil")
    @Operation(summary = "Give a new ISIL code", description = "Administrators only. The former code stays in the history and is never given to another.")
    @APIResponse(responseCode = "200", description = "Given", content = @Content(schema = @Schema(implementation = OrganisationView.class)))
    public Response giveIsil(@PathParam("id") UUID id, @HeaderParam(HttpHeaders.IF_MATCH) String seen, IsilBody body) {
        keeping.giveIsil(id, Versions.seen(seen), body.isil());
        return answer(Response.ok(), id);
    }

    @POST
    @Path("/{id}:merge")
    @Operation(summary = "Merge into another organisation",
        description = "Administrators only. Branches move, codes become former codes of the other, employments go on there.")
    @APIResponse(responseCode = "200", description = "The organisation that took over", content = @Content(schema = @Schema(implementation = OrganisationView.class)))
    @APIResponse(responseCode = "409", description = "Merged already")
    public Response merge(@PathParam("id") UUID id, @HeaderParam(HttpHeaders.IF_MATCH) String seen, MergeBody body) {
        if (body.into() == null) {
            throw BadBody.parameter("into");
        }
        keeping.merge(id, Versions.seen(seen), body.into());
        return answer(Response.ok(), body.into());
    }

    @POST
    @Path("/{id}/branches")
    @Operation(summary = "Add a branch", description = "Administrators only.")
    @APIResponse(responseCode = "201", description = "The organisation with its new branch", content = @Content(schema = @Schema(implementation = OrganisationView.class)))
    public Response addBranch(@PathParam("id") UUID id, BranchBody body) {
        keeping.addBranch(id, body.description());
        return answer(Response.created(URI.create("/api/v1/organisations/" + id)), id);
    }

    @PUT
    @Path("/{id}/branches/{branchId}")
    @Operation(summary = "Change a branch", description = "Administrators only. If-Match carries the version of the branch.")
    @APIResponse(responseCode = "200", description = "The organisation with its branch", content = @Content(schema = @Schema(implementation = OrganisationView.class)))
    public Response changeBranch(@PathParam("id") UUID id, @PathParam("branchId") UUID branchId,
            @HeaderParam(HttpHeaders.IF_MATCH) String seen, BranchBody body) {
        keeping.changeBranch(id, branchId, Versions.seen(seen), body.description());
        return answer(Response.ok(), id);
    }

    @POST
    @Path("/{id}/branches/{branchId}:close")
    @Operation(summary = "Close a branch, or open it again", description = "Administrators only. If-Match carries the version of the branch.")
    @APIResponse(responseCode = "200", description = "The organisation with its branch", content = @Content(schema = @Schema(implementation = OrganisationView.class)))
    public Response closeBranch(@PathParam("id") UUID id, @PathParam("branchId") UUID branchId,
            @HeaderParam(HttpHeaders.IF_MATCH) String seen, ClosingBody body) {
        keeping.closeBranch(id, branchId, Versions.seen(seen), body.from());
        return answer(Response.ok(), id);
    }

    private Response answer(Response.ResponseBuilder answer, UUID id) {
        OrganisationView view = register.organisation(id);
        return answer.entity(view).header(HttpHeaders.ETAG, Versions.tag(view.version())).build();
    }

    private static OrganisationKind kind(String name) {
        if (name == null || name.isEmpty()) {
            return null;
        }
        try {
            return OrganisationKind.valueOf(name);
        } catch (IllegalArgumentException e) {
            throw BadBody.parameter("kind");
        }
    }
}
