package nl.vliegwiel.flexpool.rest;

import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import java.util.UUID;
import nl.vliegwiel.flexpool.boundary.FavouriteService;
import nl.vliegwiel.flexpool.boundary.FavouriteService.Favourite;
import nl.vliegwiel.platform.rest.Endpoint;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Favourites of a library. */
@Path("/organisations/{id}/favourites")
@Endpoint
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Favourites")
public class LibraryFavouritesResource {
    @Inject
    private FavouriteService favourites;

    /** In no pages: a library keeps a few dozen at most. */
    @Schema(name = "Favourites")
    public record Favourites(List<Favourite> items) {
    }

    @GET
    @Operation(summary = "Favourites of a library", description = "Asked or agreed, by family name; for its HR managers.")
    @APIResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = Favourites.class)))
    @APIResponse(responseCode = "403", description = "Not the caller's library")
    public Favourites ofLibrary(@PathParam("id") UUID id) {
        return new Favourites(favourites.ofLibrary(id));
    }
}
