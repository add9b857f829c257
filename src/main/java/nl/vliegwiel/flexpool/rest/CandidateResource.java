package nl.vliegwiel.flexpool.rest;

import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import java.util.Locale;
import java.util.UUID;
import nl.vliegwiel.flexpool.boundary.CandidateService;
import nl.vliegwiel.flexpool.boundary.CandidateService.Wanted;
import nl.vliegwiel.platform.rest.BadBody;
import nl.vliegwiel.platform.rest.Endpoint;
import nl.vliegwiel.platform.rest.Slice;
import nl.vliegwiel.platform.rule.NotFound;
import nl.vliegwiel.platform.text.Texts;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Who would fit a request. */
@Path("/requests/{id}/candidates")
@Endpoint
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Requests")
public class CandidateResource {
    @Inject
    private CandidateService candidates;

    @GET
    @Operation(summary = "Who fits a shift, best first, with reasons",
        description = "For HR managers of the library that asks and the moderator of its region. Cards are anonymous until the person applied or said yes.")
    @APIResponse(responseCode = "200", description = "Cards; next is there when there are more")
    @APIResponse(responseCode = "403", description = "Yours to see, but not its candidates")
    @APIResponse(responseCode = "404", description = "Not there or not yours to see")
    @APIResponse(responseCode = "422", description = "The request has several shifts: name one")
    public CandidateAnswer list(@PathParam("id") String id,
            @Parameter(description = "May be left out when the request has one shift") @QueryParam("shiftId") String shiftId,
            @Parameter(description = "1 to 100, 20 when left out") @QueryParam("limit") String limit,
            @Parameter(description = "next of the cards before") @QueryParam("after") String after,
            @Parameter(description = "A candidateRef, or the id of a person you may know: also tells why she is not on the list") @QueryParam("explain") String explain,
            @Parameter(description = "true also tells why so few") @QueryParam("funnel") String funnel,
            @HeaderParam(HttpHeaders.ACCEPT_LANGUAGE) String language) {
        Locale locale = Texts.accepted(language);
        return CandidateAnswer.of(candidates.candidates(new Wanted(request(id), Parameters.id("shiftId", shiftId), Slice.limit(limit),
            empty(after), empty(explain), flag(funnel), locale)), locale);
    }

    /** What is no id of ours is not there. */
    private static UUID request(String id) {
        try {
            return UUID.fromString(id);
        } catch (IllegalArgumentException e) {
            throw new NotFound("request.notFound");
        }
    }

    private static String empty(String text) {
        return text == null || text.isEmpty() ? null : text;
    }

    private static boolean flag(String text) {
        if (text == null || text.isEmpty() || "false".equals(text)) {
            return false;
        }
        if ("true".equals(text)) {
            return true;
        }
        throw BadBody.parameter("funnel");
    }
}
