package nl.vliegwiel.flexpool.rest;

import jakarta.inject.Inject;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.UUID;
import nl.vliegwiel.flexpool.boundary.FavouriteService;
import nl.vliegwiel.flexpool.boundary.FavouriteService.Favourite;
import nl.vliegwiel.platform.rest.Endpoint;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Asks the employee of a placement to be a favourite of its borrower. */
@Path("/placements/{id}/favourite")
@Endpoint
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Favourites")
public class PlacementFavouriteResource {
    @Inject
    private FavouriteService favourites;

    @POST
    @Operation(summary = "Ask the employee of a placement to be a favourite", description = "By HR managers of the borrower, of who came forward there.")
    @APIResponse(responseCode = "201", content = @Content(schema = @Schema(implementation = Favourite.class)))
    @APIResponse(responseCode = "404", description = "Not there or not the caller's to see")
    @APIResponse(responseCode = "409", description = "She did not come forward, or was asked already")
    public Response ask(@PathParam("id") UUID id) {
        return FavouriteResource.answer(favourites.favourite(favourites.ask(id)), Response.Status.CREATED);
    }
}
