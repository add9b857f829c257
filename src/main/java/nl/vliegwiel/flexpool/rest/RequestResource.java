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
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.util.List;
import java.util.UUID;
import nl.vliegwiel.flexpool.boundary.RequestService;
import nl.vliegwiel.flexpool.domain.RequestFilter;
import nl.vliegwiel.flexpool.domain.RequestView;
import nl.vliegwiel.platform.rest.Endpoint;
import nl.vliegwiel.platform.rest.Slice;
import nl.vliegwiel.platform.rest.Versions;
import nl.vliegwiel.platform.rule.NotFound;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Requests for people. */
@Path("/requests")
@Endpoint
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@Tag(name = "Requests")
public class RequestResource {
    @Inject
    private RequestService requests;

    @Context
    private UriInfo uri;

    @GET
    @Operation(summary = "Requests that the caller may see, newest first",
        description = "status: one or more with commas; province of the place of work; skill: id in the catalogue; from and to: a moment with offset or a date")
    public Slice<RequestAnswer> list(@QueryParam("status") String status, @QueryParam("province") String province, @QueryParam("skill") String skill,
            @QueryParam("from") String from, @QueryParam("to") String to, @QueryParam("limit") String limit, @QueryParam("after") String after) {
        int most = Slice.limit(limit);
        RequestFilter filter = new RequestFilter(Parameters.statuses("status", status), Parameters.text("province", province),
            Parameters.id("skill", skill), Parameters.moment("from", from), Parameters.moment("to", to), RequestFilter.Side.ALL);
        List<RequestAnswer> found = requests.list(filter, Slice.after(after), most + 1).stream().map(RequestAnswer::of).toList();
        return Slice.of(found, most, RequestAnswer::id);
    }

    @POST
    @Operation(summary = "Makes a draft", description = "For HR managers of the library")
    @APIResponse(responseCode = "201", content = @Content(schema = @Schema(implementation = RequestAnswer.class)))
    public Response create(RequestBody body) {
        RequestView made = requests.create(body.content(), null);
        return Response.created(uri.getAbsolutePathBuilder().path(made.id().toString()).build())
            .header("ETag", Versions.tag(made.version())).entity(RequestAnswer.of(made)).build();
    }

    @GET
    @Path("{id}")
    @APIResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = RequestAnswer.class)))
    public Response get(@PathParam("id") String id) {
        return answer(requests.get(known(id)));
    }

    @PUT
    @Path("{id}")
    @Operation(summary = "Changes a request",
        description = "A draft wholly; after publication title, description, deadline, more circles, and shifts for which nobody reacted")
    @APIResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = RequestAnswer.class)))
    public Response change(@PathParam("id") String id, @HeaderParam("If-Match") String ifMatch, RequestBody body) {
        return answer(requests.change(known(id), Versions.seen(ifMatch), body.content()));
    }

    @POST
    @Path("{id}:publish")
    @Consumes(MediaType.WILDCARD)
    @APIResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = RequestAnswer.class)))
    public Response publish(@PathParam("id") String id, @HeaderParam("If-Match") String ifMatch) {
        return answer(requests.publish(known(id), Versions.seen(ifMatch)));
    }

    @POST
    @Path("{id}:withdraw")
    @Consumes(MediaType.WILDCARD)
    @APIResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = RequestAnswer.class)))
    public Response withdraw(@PathParam("id") String id, @HeaderParam("If-Match") String ifMatch) {
        return answer(requests.withdraw(known(id), Versions.seen(ifMatch)));
    }

    /** What is no id of ours is not there. */
    private static UUID known(String id) {
        try {
            return UUID.fromString(id);
        } catch (IllegalArgumentException e) {
            throw new NotFound("request.notFound");
        }
    }

    private static Response answer(RequestView view) {
        return Response.ok(RequestAnswer.of(view)).header("ETag", Versions.tag(view.version())).build();
    }
}
