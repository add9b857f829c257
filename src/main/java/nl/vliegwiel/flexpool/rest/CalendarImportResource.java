package nl.vliegwiel.flexpool.rest;

import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.io.InputStream;
import nl.vliegwiel.flexpool.boundary.CalendarImport;
import nl.vliegwiel.flexpool.boundary.PoolService;
import nl.vliegwiel.platform.rest.Endpoint;
import nl.vliegwiel.platform.rest.FileLimit;
import nl.vliegwiel.platform.rest.Versions;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Busy time from a calendar. */
@Path("/me/availability:import")
@Endpoint
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Me")
public class CalendarImportResource {
    @Inject
    private PoolService pool;

    @POST
    @Consumes("text/calendar")
    @Operation(summary = "Adds the busy time of a calendar as exceptions",
        description = "At most 5 MB; the coming half year; only begin and end are kept. If-Match is not needed, because nothing is replaced")
    @APIResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = CalendarImport.class)))
    public Response post(@HeaderParam("If-Match") String ifMatch, InputStream body) throws IOException {
        CalendarImport done = pool.importCalendar(FileLimit.read(body), ifMatch == null ? null : Versions.seen(ifMatch));
        return Response.ok(done).header("ETag", Versions.tag(done.version())).build();
    }
}
