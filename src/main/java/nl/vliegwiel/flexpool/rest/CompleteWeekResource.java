package nl.vliegwiel.flexpool.rest;

import jakarta.inject.Inject;
import jakarta.ws.rs.POST;
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

/** "My week is complete." */
@Path("/me/hours:complete")
@Endpoint
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Me")
public class CompleteWeekResource {
    @Inject
    private HoursService hours;

    @POST
    @Operation(summary = "Say that a week is complete", description = "Submits the hours that were not submitted yet, the planned ones where none were entered. Saying it again changes nothing.")
    @APIResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = HoursWeekAnswer.class)))
    @APIResponse(responseCode = "400", description = "The week has no meaning")
    @APIResponse(responseCode = "409", description = "Some work of that week is not over")
    public HoursWeekAnswer complete(@Parameter(description = "Any date of the week; this week when left out") @QueryParam("week") String week) {
        return HoursWeekAnswer.of(hours.complete(Parameters.date("week", week)));
    }
}
