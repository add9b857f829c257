package nl.vliegwiel.person.rest;

import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import nl.vliegwiel.person.boundary.MeService;
import nl.vliegwiel.person.boundary.MeService.Myself;
import nl.vliegwiel.platform.actor.Role;
import nl.vliegwiel.platform.rest.Endpoint;
import nl.vliegwiel.platform.rest.Versions;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** The caller herself. */
@Path("/me")
@Endpoint
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@Tag(name = "Me", description = "The caller: who she is, where she works, what she may, and all that is kept about her.")
public class MeResource {
    @Inject
    private MeService me;

    /** The caller. Roles hold at this very moment; EMPLOYEE follows from an employment. */
    @Schema(name = "Me")
    public record MeBody(UUID personId, int version, String name, String email, String givenName, String familyName, String language,
            List<EmploymentBody> employments, List<RoleBody> roles) {
        static MeBody of(Myself myself) {
            return new MeBody(myself.personId(), myself.version(), myself.name(), myself.email(), myself.givenName(), myself.familyName(), myself.language(),
                myself.employments().stream().map(one -> new EmploymentBody(one.id(), one.organisationId(), one.organisation(), one.function(),
                    one.minutesPerWeek(), one.place(), one.startsOn(), one.endsOn())).toList(),
                myself.roles().stream().map(grant -> new RoleBody(grant.role(), grant.organisationId())).toList());
        }
    }

    /** An employment of today or later. */
    @Schema(name = "Employment")
    public record EmploymentBody(UUID id, UUID organisationId, String organisation, String function, int minutesPerWeek, String place,
            LocalDate startsOn, LocalDate endsOn) {
    }

    /** A role at an organisation. */
    @Schema(name = "MyRole")
    public record RoleBody(Role role, UUID organisationId) {
    }

    /** What a person says about herself. */
    @Schema(name = "Introduction")
    public record IntroductionBody(String givenName, String familyName,
            @Schema(description = "nl or en") String language) {
    }

    @GET
    @Operation(summary = "Who am I", description = "Person, employments, roles per organisation, language. ETag is the version.")
    @APIResponse(responseCode = "200", description = "The caller", content = @Content(schema = @Schema(implementation = MeBody.class)))
    @APIResponse(responseCode = "401", description = "No or bad token, or nobody invited under this account")
    public Response me() {
        return answer(me.me());
    }

    @PUT
    @Operation(summary = "Change own name and language")
    @APIResponse(responseCode = "200", description = "Changed", content = @Content(schema = @Schema(implementation = MeBody.class)))
    @APIResponse(responseCode = "412", description = "Changed by somebody else")
    @APIResponse(responseCode = "422", description = "A rule refuses")
    @APIResponse(responseCode = "428", description = "If-Match is missing")
    public Response introduce(@HeaderParam(HttpHeaders.IF_MATCH) String seen, IntroductionBody body) {
        return answer(me.introduce(Versions.seen(seen), body.givenName(), body.familyName(), body.language()));
    }

    @GET
    @Path("/export")
    @Operation(summary = "All personal data of the caller", description = "One part per feature: person, skills, and what the others keep. The asking is audited.")
    @APIResponse(responseCode = "200", description = "Parts by name", content = @Content(schema = @Schema(type = SchemaType.OBJECT)))
    public Response export() {
        return Response.ok(me.export()).header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"vliegwiel-export.json\"").build();
    }

    private static Response answer(Myself myself) {
        return Response.ok(MeBody.of(myself)).header(HttpHeaders.ETAG, Versions.tag(myself.version())).build();
    }
}
