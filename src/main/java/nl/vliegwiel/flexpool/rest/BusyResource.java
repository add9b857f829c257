package nl.vliegwiel.flexpool.rest;

import jakarta.inject.Inject;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.time.Instant;
import java.util.List;
import nl.vliegwiel.flexpool.boundary.BusyService;
import nl.vliegwiel.platform.rest.Endpoint;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Busy time from the caller's own calendar, which she connects on the page. */
@Path("/me/busy")
@Endpoint
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Me")
public class BusyResource {
    @Inject
    private BusyService service;

    /** @param problem key of why the last attempt failed; absent when it did not */
    @Schema(name = "BusyCalendar")
    public record Answer(boolean connected, String host, Instant readAt, String problem, List<Interval> intervals) {
    }

    /** A stretch of time in which she is busy. */
    @Schema(name = "BusyInterval")
    public record Interval(Instant start, Instant end) {
    }

    @GET
    @Operation(summary = "The calendar that the caller connected and when it says that she is busy; never its address")
    @APIResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = Answer.class)))
    public Answer get() {
        return service.busy().map(busy -> new Answer(true, busy.host(), busy.readAt(), busy.problem(),
                busy.intervals().stream().map(one -> new Interval(one.start(), one.end())).toList()))
            .orElseGet(() -> new Answer(false, null, null, null, List.of()));
    }

    @DELETE
    @Operation(summary = "Ends the connection and removes the busy time", description = "The same whether there was one or not")
    @APIResponse(responseCode = "204")
    public void delete() {
        service.remove();
    }
}
