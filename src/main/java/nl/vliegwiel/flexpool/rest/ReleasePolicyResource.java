package nl.vliegwiel.flexpool.rest;

import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import nl.vliegwiel.flexpool.boundary.Lending;
import nl.vliegwiel.flexpool.boundary.LendingService;
import nl.vliegwiel.flexpool.boundary.SaveLending;
import nl.vliegwiel.flexpool.domain.release.Blackout;
import nl.vliegwiel.flexpool.domain.release.BlackoutReason;
import nl.vliegwiel.flexpool.domain.release.StandingRelease;
import nl.vliegwiel.platform.rest.Endpoint;
import nl.vliegwiel.platform.rest.Versions;
import nl.vliegwiel.platform.rule.RuleViolation;
import nl.vliegwiel.platform.rule.Violation;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** What a library agreed about lending its people. */
@Path("/organisations/{id}/release-policy")
@Endpoint
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@Tag(name = "Release policy", description = "What a lender agreed with itself: hours a week, black-out periods, time to react, and yeses given beforehand. For its HR managers.")
public class ReleasePolicyResource {
    @Inject
    private LendingService lending;

    /** Days on which it would rather not lend; both days count. */
    @Schema(name = "BlackoutPeriod")
    public record Closed(LocalDate start, LocalDate end, BlackoutReason reason) {
    }

    /** @param deputyForId whom she stands in for; given and ended with the roles of the organisation */
    @Schema(name = "Deputy")
    public record DeputyAnswer(UUID personId, String name, UUID deputyForId, String deputyFor, LocalDate from, LocalDate until) {
    }

    /** A yes given beforehand, to one library (borrowerId) or to the libraries of a POI (regionId), for one employee or all. */
    @Schema(name = "StandingRelease")
    public record Standing(UUID id, UUID borrowerId, UUID regionId, UUID employeeId, Integer minutesPerWeek, Integer maxShiftMinutes, LocalDate validFrom,
            @Schema(description = "Last day, included") LocalDate validTo, @Schema(readOnly = true) String clauseVersion, @Schema(readOnly = true) UUID givenBy,
            @Schema(readOnly = true) Instant givenAt, @Schema(readOnly = true) Instant revokedAt) {
    }

    /** A coming week, from Monday; minutes are net. */
    @Schema(name = "ReleaseWeek")
    public record Week(LocalDate monday, Integer budgetMinutes, int releasedMinutes, int askedMinutes, Integer leftMinutes) {
    }

    /** Answer. minutesPerWeek absent: no budget. reactionHours absent: nothing promised. */
    @Schema(name = "ReleasePolicy")
    public record Answer(UUID organisationId, int version, Integer minutesPerWeek, Integer reactionHours, List<Closed> blackouts, List<DeputyAnswer> deputies,
            List<Standing> standingReleases, List<Week> weeks) {
    }

    /**
     * All of it anew. deputies and weeks are read only: they may be sent back as they were read, or left out.
     */
    @Schema(name = "ReleasePolicyChange")
    public record Body(UUID organisationId, Integer version, Integer minutesPerWeek, Integer reactionHours, List<Closed> blackouts, List<DeputyAnswer> deputies,
            @Schema(description = "Those with an id stay, those without are given, those left out are revoked at once; absent: all stay") List<Standing> standingReleases,
            List<Week> weeks) {
    }

    @GET
    @Operation(summary = "What a library agreed about lending", description = "For its HR managers. ETag is the version; version 0 when nothing was agreed yet.")
    @APIResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = Answer.class)))
    @APIResponse(responseCode = "403", description = "Not the caller's library")
    public Response read(@PathParam("id") UUID id) {
        return answer(lending.lending(id));
    }

    @PUT
    @Operation(summary = "Says anew what a library agreed", description = "All or nothing; If-Match with the version that was seen.")
    @APIResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = Answer.class)))
    @APIResponse(responseCode = "403", description = "Not the caller's library")
    @APIResponse(responseCode = "412", description = "Changed by somebody else")
    @APIResponse(responseCode = "422", description = "Black-outs overlap, a figure is out of range, a standing release is not whole, or deputies differ")
    @APIResponse(responseCode = "428", description = "If-Match is missing")
    public Response change(@PathParam("id") UUID id, @HeaderParam(HttpHeaders.IF_MATCH) String seen, Body body) {
        int version = Versions.seen(seen);
        Lending before = lending.lending(id);
        if (body.deputies() != null && !body.deputies().equals(deputies(before))) {
            throw new RuleViolation(List.of(Violation.of("deputies", "release.deputies.byRole")));
        }
        return answer(lending.save(new SaveLending(id, version, body.minutesPerWeek(), body.reactionHours(),
            body.blackouts() == null ? List.of() : body.blackouts().stream().map(one -> one == null ? null : new Blackout(one.start(), one.end(), one.reason())).toList(),
            body.standingReleases() == null ? null : body.standingReleases().stream().map(ReleasePolicyResource::wanted).toList())));
    }

    private static SaveLending.Standing wanted(Standing one) {
        return one == null ? null : new SaveLending.Standing(one.id(), new StandingRelease.Wanted(one.borrowerId(), one.regionId(), one.employeeId(),
            one.minutesPerWeek(), one.maxShiftMinutes(), one.validFrom(), one.validTo()));
    }

    private static List<DeputyAnswer> deputies(Lending view) {
        return view.deputies().stream().map(one -> new DeputyAnswer(one.personId(), one.name(), one.deputyForId(), one.deputyFor(), one.from(), one.until())).toList();
    }

    private static Response answer(Lending view) {
        return Response.ok(new Answer(view.organisationId(), view.version(), view.minutesPerWeek(), view.reactionHours(),
            view.blackouts().stream().map(one -> new Closed(one.start(), one.end(), one.reason())).toList(), deputies(view),
            view.standingReleases().stream().map(one -> new Standing(one.id(), one.borrowerId(), one.regionId(), one.employeeId(), one.minutesPerWeek(),
                one.maxShiftMinutes(), one.validFrom(), one.validTo(), one.clauseVersion(), one.givenBy(), one.givenAt(), one.revokedAt())).toList(),
            view.weeks().stream().map(one -> new Week(one.monday(), one.budgetMinutes(), one.releasedMinutes(), one.askedMinutes(), one.leftMinutes())).toList()))
            .header(HttpHeaders.ETAG, Versions.tag(view.version())).build();
    }
}
