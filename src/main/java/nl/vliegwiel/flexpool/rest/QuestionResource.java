package nl.vliegwiel.flexpool.rest;

import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
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

/** Answers to questions about a request. */
@Path("/questions")
@Endpoint
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@Tag(name = "Requests")
public class QuestionResource {
    @Inject
    private QuestionService questions;

    /** @param forHerOnly nobody but who asked reads the answer */
    @Schema(name = "QuestionAnswer")
    public record AnswerBody(String answer, boolean forHerOnly) {
    }

    @POST
    @Path("/{id}:answer")
    @Operation(summary = "Answer a question", description = "By HR managers of the library that asks for help; once.")
    @APIResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = Question.class)))
    @APIResponse(responseCode = "403", description = "Not the caller's to answer")
    @APIResponse(responseCode = "404", description = "Not there or not the caller's to see")
    @APIResponse(responseCode = "409", description = "Answered already")
    @APIResponse(responseCode = "412", description = "Changed by somebody else")
    @APIResponse(responseCode = "422", description = "No text, too long, or with something that must not be in it")
    @APIResponse(responseCode = "428", description = "If-Match is missing")
    public Response answer(@PathParam("id") UUID id, @HeaderParam(HttpHeaders.IF_MATCH) String seen, AnswerBody body) {
        Question now = questions.answer(id, Versions.seen(seen), body.answer(), body.forHerOnly());
        return Response.ok(now).header(HttpHeaders.ETAG, Versions.tag(now.version())).build();
    }
}
