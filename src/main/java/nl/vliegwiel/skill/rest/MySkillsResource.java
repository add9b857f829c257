package nl.vliegwiel.skill.rest;

import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.GenericEntity;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import nl.vliegwiel.platform.rest.BadBody;
import nl.vliegwiel.platform.rest.Endpoint;
import nl.vliegwiel.platform.rest.Versions;
import nl.vliegwiel.skill.boundary.MySkillsService;
import nl.vliegwiel.skill.boundary.MySkillsService.Said;
import nl.vliegwiel.skill.boundary.SkillSet;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Own skills: one set with one version. */
@Path("/me")
@Endpoint
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@Tag(name = "Skills")
public class MySkillsResource {
    @Inject
    private MySkillsService mine;

    /**
     * What the caller says she can. What is read back may be sent again: confirmedBy, confirmedAt and
     * confirmationAskedAt are told only and never taken over.
     */
    @Schema(name = "MySkill")
    public record MySkill(
        UUID skillId,
        @Schema(description = "1 with help, 2 independently, 3 also in difficult cases, 4 teaches others", minimum = "1", maximum = "4") Integer level,
        @Schema(description = "Last day on which a certificate is valid") LocalDate certificateExpiresOn,
        @Schema(description = "What shows it, in at most 500 characters; never a number or a result") String evidence,
        @Schema(readOnly = true) String confirmedBy,
        @Schema(readOnly = true) Instant confirmedAt,
        @Schema(readOnly = true) Instant confirmationAskedAt) {
        static MySkill of(SkillSet.Item item) {
            return new MySkill(item.skillId(), item.level(), item.certificateExpiresOn(), item.evidence().isEmpty() ? null : item.evidence(),
                item.confirmedBy(), item.confirmedAt(), item.confirmationAskedAt());
        }
    }

    /** Skills to be confirmed. */
    public record AskBody(Set<UUID> skillIds) {
    }

    @GET
    @Path("/skills")
    @Operation(summary = "Read own skills", description = "ETag is the version of the set.")
    @APIResponse(responseCode = "200", description = "The set",
        content = @Content(schema = @Schema(type = SchemaType.ARRAY, implementation = MySkill.class)))
    public Response read() {
        return answer(mine.mine());
    }

    @PUT
    @Path("/skills")
    @Operation(summary = "Replace own skills", description = "The whole set at once. A confirmation lapses when level or validity changes.")
    @APIResponse(responseCode = "200", description = "The set as it is now",
        content = @Content(schema = @Schema(type = SchemaType.ARRAY, implementation = MySkill.class)))
    @APIResponse(responseCode = "412", description = "The set changed since it was read")
    @APIResponse(responseCode = "422", description = "A rule refuses; violations name the entry and field")
    @APIResponse(responseCode = "428", description = "If-Match is missing")
    public Response replace(@HeaderParam(HttpHeaders.IF_MATCH) String seen, List<MySkill> body) {
        int version = Versions.seen(seen);
        if (body.contains(null)) {
            throw BadBody.parameter("[" + body.indexOf(null) + "]");
        }
        return answer(mine.say(version, body.stream()
            .map(skill -> new Said(skill.skillId(), skill.level(), skill.certificateExpiresOn(), skill.evidence())).toList()));
    }

    @POST
    @Path("/skills:ask-confirmation")
    @Operation(summary = "Ask the own library to confirm skills")
    @APIResponse(responseCode = "200", description = "The set as it is now",
        content = @Content(schema = @Schema(type = SchemaType.ARRAY, implementation = MySkill.class)))
    public Response ask(@HeaderParam(HttpHeaders.IF_MATCH) String seen, AskBody body) {
        if (body.skillIds() == null || body.skillIds().contains(null)) {
            throw BadBody.parameter("skillIds");
        }
        return answer(mine.askConfirmation(Versions.seen(seen), body.skillIds()));
    }

    private static Response answer(SkillSet set) {
        List<MySkill> items = set.items().stream().map(MySkill::of).toList();
        return Response.ok(new GenericEntity<>(items) { }).header(HttpHeaders.ETAG, Versions.tag(set.version())).build();
    }
}
