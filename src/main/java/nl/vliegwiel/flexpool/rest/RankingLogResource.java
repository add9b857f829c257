package nl.vliegwiel.flexpool.rest;

import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import java.util.UUID;
import nl.vliegwiel.flexpool.boundary.RankingLogService;
import nl.vliegwiel.platform.rest.BadBody;
import nl.vliegwiel.platform.rest.Endpoint;
import nl.vliegwiel.platform.rest.Slice;
import nl.vliegwiel.platform.rule.NotFound;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Which rankings were shown. */
@Path("/requests/{id}/rankings")
@Endpoint
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Audit")
public class RankingLogResource {
    @Inject
    private RankingLogService log;

    /** A stretch of lines, newest first. */
    @Schema(name = "RankingLogSlice")
    public record Lines(List<RankingLogService.Line> items, String next) {
    }

    @GET
    @Operation(summary = "Which rankings of the request were shown to whom",
        description = "For HR managers of the library that asks, and for administrators, who alone read the persons. Kept for a year.")
    @APIResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = Lines.class)))
    @APIResponse(responseCode = "403", description = "Yours to see, but not its rankings")
    @APIResponse(responseCode = "404", description = "Not there or not yours to see")
    public Lines list(@PathParam("id") String id, @Parameter(description = "1 to 100, 20 when left out") @QueryParam("limit") String limit,
            @Parameter(description = "next of the stretch before") @QueryParam("after") String after) {
        UUID request = request(id);
        int most = Slice.limit(limit);
        List<RankingLogService.Line> found = log.lines(request, number(after), most + 1);
        return found.size() <= most ? new Lines(found, null) : new Lines(found.subList(0, most), String.valueOf(found.get(most - 1).number()));
    }

    /** What is no id of ours is not there. */
    private static UUID request(String id) {
        try {
            return UUID.fromString(id);
        } catch (IllegalArgumentException e) {
            throw new NotFound("request.notFound");
        }
    }

    private static long number(String after) {
        if (after == null || after.isEmpty()) {
            return 0;
        }
        try {
            return Long.parseLong(after);
        } catch (NumberFormatException e) {
            throw BadBody.parameter("after");
        }
    }
}
