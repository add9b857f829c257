package nl.vliegwiel.notification.rest;

import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import nl.vliegwiel.notification.boundary.InboxLine;
import nl.vliegwiel.notification.boundary.InboxService;
import nl.vliegwiel.notification.boundary.NoticeService;
import nl.vliegwiel.platform.rest.Endpoint;
import nl.vliegwiel.platform.text.Texts;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** What waits for the caller. */
@Path("/inbox")
@Endpoint
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Inbox", description = "Everything that waits for a decision of the caller.")
public class InboxResource {
    @Inject
    private InboxService inbox;

    @Inject
    private NoticeService notices;

    /** One decision that waits. */
    @Schema(name = "InboxItem")
    public record Item(@Schema(description = "What is asked") String kind, @Schema(description = "Kind of thing") String entity, UUID entityId,
            @Schema(description = "Send it back in If-Match with the decision") int version,
            @Schema(description = "What is asked, in a sentence") String text, Instant since,
            @Schema(description = "When it is too late; absent for no limit") Instant until,
            @Schema(description = "Local path of the page") String url) {
        static Item of(InboxLine line) {
            return new Item(line.kind(), line.entity(), line.entityId(), line.version(), line.text(), line.since(), line.until(), line.url());
        }
    }

    /** All of them; never so many that they need a cursor. */
    @Schema(name = "Inbox")
    public record Inbox(List<Item> items) {
    }

    /** Something that another changed for the caller. */
    @Schema(name = "Notice")
    public record Notice(UUID id, @Schema(description = "Kind of message") String kind, String title, String text, Instant at, boolean read,
            @Schema(description = "Local path of the page; absent for none") String url) {
    }

    /** The newest twenty of thirty days. */
    @Schema(name = "Notices")
    public record Notices(List<Notice> items) {
    }

    @GET
    @Path("/notices")
    @Operation(summary = "What others changed for me", description = "The same that went out as mail, newest first, at most twenty of the last thirty days.")
    public Notices notices(@HeaderParam(HttpHeaders.ACCEPT_LANGUAGE) String language) {
        return new Notices(notices.mine(Texts.accepted(language)).stream()
            .map(one -> new Notice(one.id(), one.kind(), one.title(), one.text(), one.at(), one.read(), one.url())).toList());
    }

    @POST
    @Path("/notices:read")
    @Operation(summary = "I have seen them", description = "Marks all notices of the caller as read.")
    public Notices read(@HeaderParam(HttpHeaders.ACCEPT_LANGUAGE) String language) {
        notices.readAll();
        return notices(language);
    }

    @GET
    @Operation(summary = "What waits for me", description = "The most urgent first: by the moment it is too late, then by how long it waits.")
    public Inbox mine(@HeaderParam(HttpHeaders.ACCEPT_LANGUAGE) String language) {
        return new Inbox(inbox.mine(Texts.accepted(language)).stream().map(Item::of).toList());
    }
}
