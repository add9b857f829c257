package nl.vliegwiel.forum.rest;

import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.UUID;
import nl.vliegwiel.forum.boundary.ExpertService;
import nl.vliegwiel.forum.rest.ForumBodies.ExpertBody;
import nl.vliegwiel.forum.rest.ForumBodies.ExpertNew;
import nl.vliegwiel.forum.rest.ForumBodies.Experts;
import nl.vliegwiel.forum.rest.ForumBodies.ThemeBody;
import nl.vliegwiel.platform.rest.Endpoint;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Who knows which theme. */
@Path("/tag-experts")
@Endpoint
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@Tag(name = "Forum")
public class TagExpertResource {
    @Inject
    private ExpertService experts;

    @GET
    @Operation(summary = "Who knows which tag", description = "And the tags of the newest topics, most used first: one with no experts waits for somebody.")
    @APIResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = Experts.class)))
    public Experts list() {
        return new Experts(experts.all().stream().map(ExpertBody::of).toList(),
            experts.themes().stream().map(one -> new ThemeBody(one.tag(), one.topics(), one.experts())).toList());
    }

    @POST
    @Operation(summary = "Be asked about a tag", description = "The caller herself, or somebody whom a moderator appoints. Takes an Idempotency-Key; a second time changes nothing.")
    @APIResponse(responseCode = "201", content = @Content(schema = @Schema(implementation = ExpertBody.class)))
    @APIResponse(responseCode = "403", description = "Somebody else, and not a moderator")
    @APIResponse(responseCode = "422", description = "No tag, or nobody with that address")
    public Response add(ExpertNew body) {
        ExpertService.Expert made = experts.add(body.tag(), body.email());
        return Response.created(URI.create("tag-experts/" + made.id())).entity(ExpertBody.of(made)).build();
    }

    @DELETE
    @Path("/{id}")
    @Operation(summary = "Be asked no more", description = "By herself, or a moderator.")
    @APIResponse(responseCode = "204", description = "Done")
    @APIResponse(responseCode = "403", description = "Somebody else, and not a moderator")
    @APIResponse(responseCode = "404", description = "Not there")
    public Response remove(@PathParam("id") UUID id) {
        experts.remove(id);
        return Response.noContent().build();
    }
}
