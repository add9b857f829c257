package nl.vliegwiel.organisation.rest;

import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import nl.vliegwiel.organisation.boundary.RegisterService;
import nl.vliegwiel.platform.rest.Endpoint;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Places to choose from. */
@Path("/places")
@Endpoint
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Register")
public class PlaceResource {
    @Inject
    private RegisterService register;

    /** A place; show the province, since names repeat. */
    @Schema(name = "Place")
    public record PlaceView(int id, String name, String province) {
    }

    /** Suggestions, the largest first. */
    public record Suggestions(List<PlaceView> items) {
    }

    @GET
    @Operation(summary = "Find places by the beginning of their name", description = "At most twelve, the largest first. Places: GeoNames, CC BY 4.0.")
    @APIResponse(responseCode = "200", description = "Suggestions", content = @Content(schema = @Schema(implementation = Suggestions.class)))
    public Suggestions find(@Parameter(description = "Beginning of a name") @QueryParam("q") String q) {
        return new Suggestions(register.placesBeginningWith(q).stream()
            .map(place -> new PlaceView(place.id(), place.name(), place.province())).toList());
    }
}
