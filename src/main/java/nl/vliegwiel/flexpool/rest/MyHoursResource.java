package nl.vliegwiel.flexpool.rest;

import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import nl.vliegwiel.flexpool.boundary.HoursService;
import nl.vliegwiel.platform.rest.Endpoint;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** The caller's week. */
@Path("/me/hours")
@Endpoint
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Me")
public class MyHoursResource {
    @Inject
    private HoursService hours;

    @GET
    @Operation(summary = "The caller's hours of a week")
    @APIResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = HoursWeekAnswer.class)))
    @APIResponse(responseCode = "400", description = "The week has no meaning")
    public HoursWeekAnswer week(@Parameter(description = "Any date of the week; this week when left out") @QueryParam("week") String week) {
        return HoursWeekAnswer.of(hours.week(Parameters.date("week", week)));
    }
}
