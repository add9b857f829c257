package nl.vliegwiel.flexpool.rest;

import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.List;
import java.util.UUID;
import nl.vliegwiel.flexpool.boundary.Question;
import nl.vliegwiel.flexpool.boundary.QuestionService;
import nl.vliegwiel.platform.rest.Endpoint;
import nl.vliegwiel.platform.rest.Versions;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Questions about a request, before somebody applies. */
@Path("/requests/{id}/questions")
@Endpoint
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@Tag(name = "Requests")
public class RequestQuestionsResource {
    @Inject
    private QuestionService questions;

    /** @param named the library may read the name right away; else once she applies */
    @Schema(name = "QuestionAsked")
    public record QuestionBody(String question, boolean named) {
    }

    /** All that the caller may read. */
    @Schema(name = "Questions")
    public record Questions(List<Question> items) {
    }

    @GET
    @Operation(summary = "Questions about a request", description = "Her own, and what was answered for everybody; the library that asks reads all. Never says who asked before she came forward.")
    @APIResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = Questions.class)))
    @APIResponse(responseCode = "404", description = "Not there or not the caller's to see")
    public Questions list(@PathParam("id") UUID id) {
        return new Questions(questions.questions(id));
    }

    @POST
    @Operation(summary = "Ask something", description = "By whom the request reaches. Takes an Idempotency-Key.")
    @APIResponse(responseCode = "201", content = @Content(schema = @Schema(implementation = Question.class)))
    @APIResponse(responseCode = "403", description = "The request does not reach the caller, or it is her library's own")
    @APIResponse(responseCode = "404", description = "Not there or not the caller's to see")
    @APIResponse(responseCode = "409", description = "The request is closed, or too many questions wait already")
    @APIResponse(responseCode = "422", description = "No text, too long, or with something that must not be in it")
    public Response ask(@PathParam("id") UUID id, QuestionBody body) {
        Question asked = questions.ask(id, body.question(), body.named());
        return Response.created(URI.create("requests/" + id + "/questions")).entity(asked).header(HttpHeaders.ETAG, Versions.tag(asked.version())).build();
    }
}
