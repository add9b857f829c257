package nl.vliegwiel.flexpool.rest;

import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import java.util.UUID;
import nl.vliegwiel.flexpool.boundary.AuditLine;
import nl.vliegwiel.flexpool.boundary.AuditService;
import nl.vliegwiel.platform.rest.BadBody;
import nl.vliegwiel.platform.rest.Endpoint;
import nl.vliegwiel.platform.rest.Slice;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Who did what when (R15). */
@Path("/audit")
@Endpoint
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Audit")
public class AuditResource {
    @Inject
    private AuditService audit;

    /** A stretch of lines. */
    @Schema(name = "AuditSlice")
    public record Lines(List<AuditLine> items, String next) {
    }

    @GET
    @Operation(summary = "Who did what when", description = "The three parties of a placement, the HR managers of the organisation of a line, and administrators.")
    @APIResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = Lines.class)))
    @APIResponse(responseCode = "404", description = "No such thing, or not the caller's to see")
    public Lines list(@Parameter(description = "Id of the thing, also as kind:id", required = true) @QueryParam("entity") String entity,
            @Parameter(description = "1 to 100, 20 when left out") @QueryParam("limit") String limit,
            @Parameter(description = "next of the stretch before") @QueryParam("after") String after) {
        if (entity == null || entity.isBlank()) {
            throw BadBody.parameter("entity");
        }
        UUID id = Parameters.id("entity", entity.substring(Math.max(entity.indexOf(':'), entity.indexOf('/')) + 1));
        if (id == null) {
            throw BadBody.parameter("entity");
        }
        int most = Slice.limit(limit);
        List<AuditLine> found = audit.lines(id, number(after), most + 1);
        return found.size() <= most ? new Lines(found, null) : new Lines(found.subList(0, most), String.valueOf(found.get(most - 1).number()));
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
