package nl.vliegwiel.flexpool.rest;

import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import nl.vliegwiel.flexpool.boundary.Evaluate;
import nl.vliegwiel.flexpool.boundary.Evaluation;
import nl.vliegwiel.flexpool.boundary.EvaluationService;
import nl.vliegwiel.flexpool.domain.evaluation.EvaluationText;
import nl.vliegwiel.flexpool.domain.evaluation.Extent;
import nl.vliegwiel.flexpool.domain.evaluation.GoalReach;
import nl.vliegwiel.platform.rest.Endpoint;
import nl.vliegwiel.platform.rest.Versions;
import nl.vliegwiel.platform.rule.RuleViolation;
import nl.vliegwiel.platform.rule.Violation;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** How a placement went, said by both sides (R9). */
@Path("/placements")
@Endpoint
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@Tag(name = "Placements")
public class EvaluationResource {
    @Inject
    private EvaluationService evaluations;

    /** @param goals how far learning goals were reached; any may be left out */
    @Schema(name = "EvaluationWritten")
    public record EvaluationBody(Extent asAgreed, Extent prepared, String wentWell, String better, List<GoalBody> goals) {
    }

    /** One goal. */
    @Schema(name = "EvaluationGoal")
    public record GoalBody(UUID goalId, GoalReach reached) {
    }

    /** What the employee adds. */
    @Schema(name = "EvaluationReply")
    public record ReplyBody(String reply) {
    }

    @GET
    @Path("/{id}/evaluation")
    @Operation(summary = "How a placement went", description = "For its three parties, as far as each may read it; the ETag is the version of what the caller's side wrote. No ranking, plan or figure reads this.")
    @APIResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = Evaluation.class)))
    @APIResponse(responseCode = "404", description = "Not there or not the caller's to see")
    public Response read(@PathParam("id") UUID id) {
        return answer(evaluations.evaluation(id));
    }

    @PUT
    @Path("/{id}/evaluation")
    @Operation(summary = "Say how it went", description = "By the employee or the borrower, within three weeks, until the other side reads it.")
    @APIResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = Evaluation.class)))
    @APIResponse(responseCode = "403", description = "The caller is neither of the two sides")
    @APIResponse(responseCode = "404", description = "Not there or not the caller's to see")
    @APIResponse(responseCode = "409", description = "Off at one of the libraries, not worked, too early, over, or read already")
    @APIResponse(responseCode = "412", description = "Changed by somebody else")
    @APIResponse(responseCode = "422", description = "A choice is missing, too long, or with something that must not be in it")
    @APIResponse(responseCode = "428", description = "If-Match is missing")
    public Response write(@PathParam("id") UUID id, @HeaderParam(HttpHeaders.IF_MATCH) String seen, EvaluationBody body) {
        return answer(evaluations.write(new Evaluate(id, Versions.seen(seen), new EvaluationText(body.asAgreed(), body.prepared(), body.wentWell(), body.better()),
            reached(body.goals()))));
    }

    @POST
    @Path("/{id}/evaluation:reply")
    @Operation(summary = "Reply to what the borrower wrote", description = "By the employee, once.")
    @APIResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = Evaluation.class)))
    @APIResponse(responseCode = "403", description = "Not the employee")
    @APIResponse(responseCode = "409", description = "Nothing to reply to, or a reply already")
    @APIResponse(responseCode = "422", description = "No text, too long, or with something that must not be in it")
    public Response reply(@PathParam("id") UUID id, ReplyBody body) {
        return answer(evaluations.reply(id, body.reply()));
    }

    @POST
    @Path("/{id}/evaluation:share")
    @Operation(summary = "Let her own library read it", description = "By the employee, once there is something to read.")
    @APIResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = Evaluation.class)))
    @APIResponse(responseCode = "403", description = "Not the employee")
    @APIResponse(responseCode = "409", description = "Nothing to read yet")
    public Response share(@PathParam("id") UUID id) {
        return answer(evaluations.share(id, true));
    }

    @POST
    @Path("/{id}/evaluation:unshare")
    @Operation(summary = "Her own library reads it no more", description = "By the employee.")
    @APIResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = Evaluation.class)))
    @APIResponse(responseCode = "403", description = "Not the employee")
    public Response unshare(@PathParam("id") UUID id) {
        return answer(evaluations.share(id, false));
    }

    private static Map<UUID, GoalReach> reached(List<GoalBody> goals) {
        Map<UUID, GoalReach> reached = new HashMap<>();
        for (GoalBody goal : goals == null ? new ArrayList<GoalBody>() : goals) {
            if (goal == null || goal.goalId() == null || goal.reached() == null || reached.put(goal.goalId(), goal.reached()) != null) {
                throw new RuleViolation(List.of(Violation.of("goals", "evaluation.goals.unknown")));
            }
        }
        return reached;
    }

    private static Response answer(Evaluation now) {
        return Response.ok(now).header(HttpHeaders.ETAG, Versions.tag(now.version())).build();
    }
}
