package nl.vliegwiel.flexpool.rest;

import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.UUID;
import nl.vliegwiel.flexpool.boundary.FavouriteService;
import nl.vliegwiel.flexpool.boundary.FavouriteService.Favourite;
import nl.vliegwiel.platform.rest.Endpoint;
import nl.vliegwiel.platform.rest.Versions;
import nl.vliegwiel.platform.rule.RuleViolation;
import nl.vliegwiel.platform.rule.Violation;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Somebody whom a library would like to see again, with her yes; and whether a yes of hers to a request is definite at once. */
@Path("/favourites")
@Endpoint
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@Tag(name = "Favourites")
public class FavouriteResource {
    @Inject
    private FavouriteService favourites;

    @Schema(name = "FavouriteAnswer")
    public record AnswerBody(Boolean yes) {
    }

    @Schema(name = "InstantBooking")
    public record InstantBody(Boolean on) {
    }

    @GET
    @Path("/{id}")
    @Operation(summary = "One favourite", description = "Asked or agreed; for herself and for HR managers of the library.")
    @APIResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = Favourite.class)))
    @APIResponse(responseCode = "404", description = "Not there or not the caller's to see")
    public Response get(@PathParam("id") UUID id) {
        return answer(favourites.favourite(id), Response.Status.OK);
    }

    @POST
    @Path("/{id}:answer")
    @Operation(summary = "Say yes or no to being a favourite", description = "By herself alone; without a reason.")
    @APIResponse(responseCode = "204")
    @APIResponse(responseCode = "404", description = "Not there or not the caller's to answer")
    @APIResponse(responseCode = "409", description = "Answered already")
    @APIResponse(responseCode = "412", description = "Changed by somebody else")
    @APIResponse(responseCode = "422", description = "Neither yes nor no")
    @APIResponse(responseCode = "428", description = "If-Match is missing")
    public Response answer(@PathParam("id") UUID id, @HeaderParam(HttpHeaders.IF_MATCH) String seen, AnswerBody body) {
        favourites.answer(id, Versions.seen(seen), said("yes", body.yes()));
        return Response.noContent().build();
    }

    @POST
    @Path("/{id}:end")
    @Operation(summary = "End being a favourite", description = "By herself or by HR managers of the library; without a reason.")
    @APIResponse(responseCode = "204")
    @APIResponse(responseCode = "404", description = "Not there or not the caller's to end")
    @APIResponse(responseCode = "409", description = "Ended already")
    @APIResponse(responseCode = "412", description = "Changed by somebody else")
    @APIResponse(responseCode = "428", description = "If-Match is missing")
    public Response end(@PathParam("id") UUID id, @HeaderParam(HttpHeaders.IF_MATCH) String seen) {
        favourites.end(id, Versions.seen(seen));
        return Response.noContent().build();
    }

    @PUT
    @Path("/{id}/instant-booking")
    @Operation(summary = "Switch instant booking on or off", description = "The library's own yes beforehand: inside a standing release of her employer a yes of hers is then definite at once.")
    @APIResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = Favourite.class)))
    @APIResponse(responseCode = "404", description = "Not there or not the caller's library")
    @APIResponse(responseCode = "409", description = "She did not agree to being a favourite")
    @APIResponse(responseCode = "412", description = "Changed by somebody else")
    @APIResponse(responseCode = "422", description = "Neither on nor off")
    @APIResponse(responseCode = "428", description = "If-Match is missing")
    public Response instant(@PathParam("id") UUID id, @HeaderParam(HttpHeaders.IF_MATCH) String seen, InstantBody body) {
        favourites.bookInstantly(id, Versions.seen(seen), said("on", body.on()));
        return answer(favourites.favourite(id), Response.Status.OK);
    }

    private static boolean said(String field, Boolean value) {
        if (value == null) {
            throw new RuleViolation(List.of(Violation.of(field, "favourite.answer.missing")));
        }
        return value;
    }

    static Response answer(Favourite favourite, Response.Status status) {
        return Response.status(status).entity(favourite).header(HttpHeaders.ETAG, Versions.tag(favourite.version())).build();
    }
}
