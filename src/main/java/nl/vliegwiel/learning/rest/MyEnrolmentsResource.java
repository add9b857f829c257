package nl.vliegwiel.learning.rest;

import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import nl.vliegwiel.learning.boundary.EnrolmentService;
import nl.vliegwiel.learning.rest.LearningBodies.EnrolmentBody;
import nl.vliegwiel.learning.rest.LearningBodies.Enrolments;
import nl.vliegwiel.platform.rest.Endpoint;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** The caller's own enrolments. */
@Path("/me/enrolments")
@Endpoint
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Learning")
public class MyEnrolmentsResource {
    @Inject
    private EnrolmentService enrolments;

    @GET
    @Operation(summary = "Everything that the caller enrolled for", description = "The latest first.")
    @APIResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = Enrolments.class)))
    public Enrolments mine() {
        return new Enrolments(enrolments.mine().stream().map(EnrolmentBody::of).toList());
    }
}
