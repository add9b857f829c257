package nl.vliegwiel.learning.rest;

import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.Arrays;
import java.util.UUID;
import nl.vliegwiel.learning.boundary.Cohort;
import nl.vliegwiel.learning.boundary.CohortService;
import nl.vliegwiel.learning.boundary.Enrolment;
import nl.vliegwiel.learning.boundary.EnrolmentService;
import nl.vliegwiel.learning.domain.CohortState;
import nl.vliegwiel.learning.rest.LearningBodies.CohortBody;
import nl.vliegwiel.learning.rest.LearningBodies.CohortChange;
import nl.vliegwiel.learning.rest.LearningBodies.Cohorts;
import nl.vliegwiel.learning.rest.LearningBodies.EnrolmentBody;
import nl.vliegwiel.learning.rest.LearningBodies.Enrolments;
import nl.vliegwiel.learning.rest.LearningBodies.InviteBody;
import nl.vliegwiel.platform.rest.BadBody;
import nl.vliegwiel.platform.rest.Endpoint;
import nl.vliegwiel.platform.rest.Slice;
import nl.vliegwiel.platform.rest.Versions;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Cohorts, and taking part in them. */
@Path("/cohorts")
@Endpoint
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@Tag(name = "Learning", description = "Lerend Netwerk: cohorts, enrolments, programmes.")
public class CohortResource {
    @Inject
    private CohortService cohorts;

    @Inject
    private EnrolmentService enrolments;

    @GET
    @Operation(summary = "Cohorts", description = "The latest first; drafts for who guides them only. Facilitators are named with a single cohort.")
    @APIResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = Cohorts.class)))
    @APIResponse(responseCode = "400", description = "A parameter is none")
    public Cohorts list(@QueryParam("state") String state, @QueryParam("limit") String limit, @QueryParam("after") String after) {
        int most = Slice.limit(limit);
        Slice<Cohort> found = Slice.of(cohorts.list(state(state), false, Slice.after(after), most + 1), most, Cohort::id);
        return new Cohorts(found.items().stream().map(CohortBody::of).toList(), found.next());
    }

    private static CohortState state(String text) {
        if (text == null || text.isEmpty()) {
            return null;
        }
        return Arrays.stream(CohortState.values()).filter(one -> one.name().equals(text)).findFirst().orElseThrow(() -> BadBody.parameter("state"));
    }

    @GET
    @Path("/{id}")
    @Operation(summary = "Read a cohort", description = "The link for taking part online is for who takes part or guides.")
    @APIResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = CohortBody.class)))
    @APIResponse(responseCode = "404", description = "Not there or not the caller's to see")
    public Response read(@PathParam("id") UUID id) {
        return answer(cohorts.get(id));
    }

    @POST
    @Operation(summary = "Make a cohort", description = "A draft, by a facilitator of the organisation that offers the programme. Takes an Idempotency-Key.")
    @APIResponse(responseCode = "201", content = @Content(schema = @Schema(implementation = CohortBody.class)))
    @APIResponse(responseCode = "403", description = "The caller is no facilitator there")
    @APIResponse(responseCode = "422", description = "Something in it is wrong")
    public Response add(CohortChange body) {
        Cohort made = cohorts.add(body.text(), body.facilitators());
        return made(made);
    }

    @PUT
    @Path("/{id}")
    @Operation(summary = "Change a cohort", description = "By its facilitators. More places are offered to the line at once; fewer than are taken are refused.")
    @APIResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = CohortBody.class)))
    @APIResponse(responseCode = "403", description = "Not the caller's to guide")
    @APIResponse(responseCode = "404", description = "Not there or not the caller's to see")
    @APIResponse(responseCode = "409", description = "It is over")
    @APIResponse(responseCode = "412", description = "Changed by somebody else")
    @APIResponse(responseCode = "422", description = "Something in it is wrong, or stays as it was when people enrolled")
    @APIResponse(responseCode = "428", description = "If-Match is missing")
    public Response change(@PathParam("id") UUID id, @HeaderParam(HttpHeaders.IF_MATCH) String seen, CohortChange body) {
        return answer(cohorts.change(id, Versions.seen(seen), body.text(), body.facilitators()));
    }

    @POST
    @Path("/{id}:open")
    @Operation(summary = "Open a cohort", description = "People may enrol from the moment that it says.")
    @APIResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = CohortBody.class)))
    @APIResponse(responseCode = "403", description = "Not the caller's to guide")
    @APIResponse(responseCode = "404", description = "Not there or not the caller's to see")
    @APIResponse(responseCode = "409", description = "No draft, or its first day is over")
    @APIResponse(responseCode = "412", description = "Changed by somebody else")
    @APIResponse(responseCode = "428", description = "If-Match is missing")
    public Response open(@PathParam("id") UUID id, @HeaderParam(HttpHeaders.IF_MATCH) String seen) {
        return answer(cohorts.open(id, Versions.seen(seen)));
    }

    @POST
    @Path("/{id}:finish")
    @Operation(summary = "End a cohort", description = "One that runs; after its last day it ends by itself.")
    @APIResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = CohortBody.class)))
    @APIResponse(responseCode = "403", description = "Not the caller's to guide")
    @APIResponse(responseCode = "404", description = "Not there or not the caller's to see")
    @APIResponse(responseCode = "409", description = "It does not run")
    @APIResponse(responseCode = "412", description = "Changed by somebody else")
    @APIResponse(responseCode = "428", description = "If-Match is missing")
    public Response finish(@PathParam("id") UUID id, @HeaderParam(HttpHeaders.IF_MATCH) String seen) {
        return answer(cohorts.finish(id, Versions.seen(seen)));
    }

    @POST
    @Path("/{id}:alumni")
    @Operation(summary = "Make alumni of a cohort", description = "One that has ended.")
    @APIResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = CohortBody.class)))
    @APIResponse(responseCode = "403", description = "Not the caller's to guide")
    @APIResponse(responseCode = "404", description = "Not there or not the caller's to see")
    @APIResponse(responseCode = "409", description = "It has not ended, or they are alumni already")
    @APIResponse(responseCode = "412", description = "Changed by somebody else")
    @APIResponse(responseCode = "428", description = "If-Match is missing")
    public Response alumni(@PathParam("id") UUID id, @HeaderParam(HttpHeaders.IF_MATCH) String seen) {
        return answer(cohorts.alumni(id, Versions.seen(seen)));
    }

    @POST
    @Path("/{id}:copy")
    @Operation(summary = "Copy a cohort as the next one", description = "A draft with new dates and the same facilitators, without people. Takes an Idempotency-Key.")
    @APIResponse(responseCode = "201", content = @Content(schema = @Schema(implementation = CohortBody.class)))
    @APIResponse(responseCode = "403", description = "Not the caller's to guide")
    @APIResponse(responseCode = "404", description = "Not there or not the caller's to see")
    public Response copy(@PathParam("id") UUID id) {
        return made(cohorts.copy(id));
    }

    @POST
    @Path("/{id}/enrolments")
    @Operation(summary = "Enrol", description = "The caller. Answers ENROLLED, WAITING_FOR_EMPLOYER (a place is kept until claimUntil) or WAITING with the position. Takes an Idempotency-Key.")
    @APIResponse(responseCode = "201", content = @Content(schema = @Schema(implementation = EnrolmentBody.class)))
    @APIResponse(responseCode = "404", description = "Not there or not the caller's to see")
    @APIResponse(responseCode = "409", description = "Enrolled already, or not in the time for enrolling")
    @APIResponse(responseCode = "422", description = "No employer, or several and none is named")
    public Response enrol(@PathParam("id") UUID id, @QueryParam("organisationId") UUID organisationId) {
        Enrolment made = enrolments.enrol(id, organisationId);
        return Response.created(URI.create("enrolments/" + made.id())).entity(EnrolmentBody.of(made)).header(HttpHeaders.ETAG, Versions.tag(made.version())).build();
    }

    @GET
    @Path("/{id}/enrolments")
    @Operation(summary = "Who takes part", description = "For who takes part; who guides it also sees who waits, in order.")
    @APIResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = Enrolments.class)))
    @APIResponse(responseCode = "403", description = "The caller does not take part")
    @APIResponse(responseCode = "404", description = "Not there or not the caller's to see")
    public Enrolments people(@PathParam("id") UUID id) {
        return new Enrolments(enrolments.of(id).stream().map(EnrolmentBody::of).toList());
    }

    @DELETE
    @Path("/{id}/enrolments/me")
    @Operation(summary = "Leave", description = "The caller takes part no more, or waits no more. Her place goes to the next at once.")
    @APIResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = EnrolmentBody.class)))
    @APIResponse(responseCode = "404", description = "Not there or not the caller's to see, or she does not take part")
    @APIResponse(responseCode = "409", description = "It is over")
    public Response leave(@PathParam("id") UUID id) {
        Enrolment left = enrolments.leave(id);
        return Response.ok(EnrolmentBody.of(left)).header(HttpHeaders.ETAG, Versions.tag(left.version())).build();
    }

    @POST
    @Path("/{id}/invitations")
    @Operation(summary = "Invite somebody to enrol", description = "By a facilitator; who is invited may enrol outside the time for enrolling.")
    @APIResponse(responseCode = "204", description = "Invited, now or before")
    @APIResponse(responseCode = "403", description = "Not the caller's to guide")
    @APIResponse(responseCode = "404", description = "Not there or not the caller's to see")
    @APIResponse(responseCode = "409", description = "It gathers nobody now")
    @APIResponse(responseCode = "422", description = "Nobody with this address works at a library")
    public void invite(@PathParam("id") UUID id, InviteBody body) {
        enrolments.invite(id, body.email());
    }

    private static Response made(Cohort made) {
        return Response.created(URI.create("cohorts/" + made.id())).entity(CohortBody.of(made)).header(HttpHeaders.ETAG, Versions.tag(made.version())).build();
    }

    private static Response answer(Cohort cohort) {
        return Response.ok(CohortBody.of(cohort)).header(HttpHeaders.ETAG, Versions.tag(cohort.version())).build();
    }
}
