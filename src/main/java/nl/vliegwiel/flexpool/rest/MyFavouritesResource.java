package nl.vliegwiel.flexpool.rest;

import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import nl.vliegwiel.flexpool.boundary.FavouriteService;
import nl.vliegwiel.flexpool.rest.LibraryFavouritesResource.Favourites;
import nl.vliegwiel.platform.rest.Endpoint;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Libraries that asked the caller to be a favourite, or whose favourite she is. */
@Path("/me/favourites")
@Endpoint
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Favourites")
public class MyFavouritesResource {
    @Inject
    private FavouriteService favourites;

    @GET
    @Operation(summary = "Libraries that asked the caller, or whose favourite she is")
    @APIResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = Favourites.class)))
    public Favourites mine() {
        return new Favourites(favourites.mine());
    }
}
