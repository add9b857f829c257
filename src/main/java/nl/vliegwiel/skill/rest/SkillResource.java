package nl.vliegwiel.skill.rest;

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
import java.util.List;
import java.util.UUID;
import nl.vliegwiel.platform.rest.BadBody;
import nl.vliegwiel.platform.rest.Endpoint;
import nl.vliegwiel.platform.rest.Slice;
import nl.vliegwiel.platform.rest.Versions;
import nl.vliegwiel.platform.text.Texts;
import nl.vliegwiel.skill.SkillDomain;
import nl.vliegwiel.skill.SkillKind;
import nl.vliegwiel.skill.boundary.CatalogueService;
import nl.vliegwiel.skill.boundary.CatalogueService.Description;
import nl.vliegwiel.skill.boundary.CatalogueService.Filter;
import nl.vliegwiel.skill.boundary.SkillView;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** The catalogue of skills, tasks and certificates. */
@Path("/skills")
@Endpoint
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@Tag(name = "Skills", description = "The catalogue of skills, tasks and certificates, and what people say they can.")
public class SkillResource {
    @Inject
    private CatalogueService catalogue;

    /** An entry with its name in the language asked for. */
    @Schema(name = "Skill")
    public record SkillBody(UUID id, int version, SkillKind kind, SkillDomain domain, String name, String description,
            String nameNl, String nameEn, String descriptionNl, String descriptionEn, boolean retired) {
        static SkillBody of(SkillView skill, String language) {
            var locale = Texts.accepted(language);
            return new SkillBody(skill.id(), skill.version(), skill.kind(), skill.domain(), skill.name(locale), skill.description(locale),
                skill.nameNl(), skill.nameEn(), skill.descriptionNl(), skill.descriptionEn(), skill.retired());
        }
    }

    /** A stretch of the catalogue. */
    @Schema(name = "SkillSlice")
    public record Skills(List<SkillBody> items, String next) {
    }

    /** What an entry is like; kind only counts when it is entered. */
    public record SkillDescription(SkillKind kind, SkillDomain domain, String nameNl, String nameEn, String descriptionNl, String descriptionEn) {
        Description description() {
            return new Description(kind, domain, nameNl, nameEn, descriptionNl, descriptionEn);
        }
    }

    @GET
    @Operation(summary = "List the catalogue")
    @APIResponse(responseCode = "200", description = "A stretch of the catalogue", content = @Content(schema = @Schema(implementation = Skills.class)))
    @APIResponse(responseCode = "400", description = "A parameter has no meaning")
    public Slice<SkillBody> list(
            @Parameter(description = "SKILL, TASK or CERTIFICATE") @QueryParam("kind") String kind,
            @Parameter(description = "EDUCATION, INFORMATION, PROGRAMMING, SERVICE, ORGANISATION or SAFETY") @QueryParam("domain") String domain,
            @Parameter(description = "Part of a name or description, Dutch or English") @QueryParam("q") String q,
            @Parameter(description = "true also gives entries that can no longer be chosen") @QueryParam("retired") boolean retired,
            @Parameter(description = "1 to 100, 20 when left out") @QueryParam("limit") String limit,
            @Parameter(description = "next of the stretch before") @QueryParam("after") String after,
            @HeaderParam(HttpHeaders.ACCEPT_LANGUAGE) String language) {
        int most = Slice.limit(limit);
        Filter filter = new Filter(value(SkillKind.class, "kind", kind), value(SkillDomain.class, "domain", domain), q, retired);
        List<SkillBody> found = catalogue.after(filter, Slice.after(after), most + 1).stream().map(skill -> SkillBody.of(skill, language)).toList();
        return Slice.of(found, most, SkillBody::id);
    }

    @GET
    @Path("/{id}")
    @Operation(summary = "Read one entry")
    @APIResponse(responseCode = "200", description = "The entry; ETag is its version", content = @Content(schema = @Schema(implementation = SkillBody.class)))
    @APIResponse(responseCode = "404", description = "There is none")
    public Response read(@PathParam("id") UUID id, @HeaderParam(HttpHeaders.ACCEPT_LANGUAGE) String language) {
        return answer(Response.ok(), id, language);
    }

    @POST
    @Operation(summary = "Enter a skill, task or certificate", description = "Administrators only. Takes an Idempotency-Key.")
    @APIResponse(responseCode = "201", description = "Entered", content = @Content(schema = @Schema(implementation = SkillBody.class)))
    @APIResponse(responseCode = "403", description = "Not an administrator")
    public Response enter(SkillDescription body, @HeaderParam(HttpHeaders.ACCEPT_LANGUAGE) String language) {
        UUID id = catalogue.enter(body.description());
        return answer(Response.created(URI.create("/api/v1/skills/" + id)), id, language);
    }

    @PUT
    @Path("/{id}")
    @Operation(summary = "Change an entry", description = "Administrators only.")
    @APIResponse(responseCode = "200", description = "Changed", content = @Content(schema = @Schema(implementation = SkillBody.class)))
    @APIResponse(responseCode = "412", description = "Changed by somebody else")
    @APIResponse(responseCode = "428", description = "If-Match is missing")
    public Response change(@PathParam("id") UUID id, @HeaderParam(HttpHeaders.IF_MATCH) String seen, SkillDescription body,
            @HeaderParam(HttpHeaders.ACCEPT_LANGUAGE) String language) {
        catalogue.change(id, Versions.seen(seen), body.description());
        return answer(Response.ok(), id, language);
    }

    @POST
    @Path("/{id}:retire")
    @Operation(summary = "Take an entry out of use", description = "Administrators only. Who had it keeps it; nobody can choose it any more.")
    @APIResponse(responseCode = "200", description = "Retired", content = @Content(schema = @Schema(implementation = SkillBody.class)))
    @Consumes(MediaType.WILDCARD)
    public Response retire(@PathParam("id") UUID id, @HeaderParam(HttpHeaders.IF_MATCH) String seen, @HeaderParam(HttpHeaders.ACCEPT_LANGUAGE) String language) {
        catalogue.retire(id, Versions.seen(seen), true);
        return answer(Response.ok(), id, language);
    }

    @POST
    @Path("/{id}:bring-back")
    @Operation(summary = "Bring an entry back into use", description = "Administrators only.")
    @APIResponse(responseCode = "200", description = "In use again", content = @Content(schema = @Schema(implementation = SkillBody.class)))
    @Consumes(MediaType.WILDCARD)
    public Response bringBack(@PathParam("id") UUID id, @HeaderParam(HttpHeaders.IF_MATCH) String seen, @HeaderParam(HttpHeaders.ACCEPT_LANGUAGE) String language) {
        catalogue.retire(id, Versions.seen(seen), false);
        return answer(Response.ok(), id, language);
    }

    private Response answer(Response.ResponseBuilder answer, UUID id, String language) {
        SkillView skill = catalogue.skill(id);
        return answer.entity(SkillBody.of(skill, language)).header(HttpHeaders.ETAG, Versions.tag(skill.version())).build();
    }

    private static <E extends Enum<E>> E value(Class<E> type, String name, String text) {
        if (text == null || text.isEmpty()) {
            return null;
        }
        try {
            return Enum.valueOf(type, text);
        } catch (IllegalArgumentException e) {
            throw BadBody.parameter(name);
        }
    }
}
