package nl.vliegwiel.forum.rest;

import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.StreamingOutput;
import java.io.InputStream;
import java.net.URI;
import java.util.Optional;
import java.util.UUID;
import nl.vliegwiel.forum.boundary.AttachmentService;
import nl.vliegwiel.forum.boundary.AttachmentService.Attachment;
import nl.vliegwiel.platform.rest.Endpoint;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Files that go with posts. */
@Path("/attachments")
@Endpoint
@Tag(name = "Forum")
public class AttachmentResource {
    @Inject
    private AttachmentService attachments;

    /** @param markdown what a text says to show or name it */
    @Schema(name = "Attachment")
    public record AttachmentBody(UUID id, String name, String type, int size, String markdown) {
        static AttachmentBody of(Attachment one) {
            return new AttachmentBody(one.id(), one.name(), one.kind().type(), one.size(), one.markdown());
        }
    }

    @POST
    @Consumes(MediaType.APPLICATION_OCTET_STREAM)
    @Produces(MediaType.APPLICATION_JSON)
    @Operation(summary = "Upload a file", description = "At most 20 MB; JPEG, PNG, GIF, PDF, or an office document without macros, told by its content. "
        + "It is the caller's alone until a post of hers names it. Pictures are drawn anew, without what the camera noted.")
    @APIResponse(responseCode = "201", content = @Content(schema = @Schema(implementation = AttachmentBody.class)))
    @APIResponse(responseCode = "422", description = "Too large, of another kind, or with a name that may not be kept")
    public Response add(@QueryParam("name") String name, InputStream content) {
        Attachment made = attachments.add(name, content);
        return Response.created(URI.create("attachments/" + made.id())).entity(AttachmentBody.of(made)).build();
    }

    @GET
    @Path("/{id}")
    @Produces(MediaType.WILDCARD)
    @Operation(summary = "A file", description = "For who uploaded it, and for who reads a post that names it.")
    @APIResponse(responseCode = "200", description = "The file itself")
    @APIResponse(responseCode = "404", description = "Not there or not the caller's to see")
    public Response file(@PathParam("id") UUID id) {
        Attachment file = attachments.get(id);
        StreamingOutput pieces = out -> {
            int number = 0;
            for (Optional<byte[]> piece = attachments.piece(file, number); piece.isPresent(); piece = attachments.piece(file, ++number)) {
                out.write(piece.get());
            }
        };
        return Response.ok(pieces, file.kind().type()).header("Content-Disposition", "attachment; filename=\"bestand." + file.kind().ending() + "\"").build();
    }
}
