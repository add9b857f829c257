package nl.vliegwiel.notification.rest;

import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import nl.vliegwiel.notification.boundary.SettingsService;
import nl.vliegwiel.notification.boundary.SettingsView;
import nl.vliegwiel.notification.domain.Preferences;
import nl.vliegwiel.notification.domain.Preferences.Channel;
import nl.vliegwiel.notification.domain.QuietHours;
import nl.vliegwiel.notification.domain.Topic;
import nl.vliegwiel.platform.rest.BadBody;
import nl.vliegwiel.platform.rest.Endpoint;
import nl.vliegwiel.platform.rest.Versions;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** How messages come to the caller. */
@Path("/me/notifications")
@Endpoint
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@Tag(name = "Me")
public class NotificationsResource {
    @Inject
    private SettingsService settings;

    /** How messages about a topic come. */
    @Schema(name = "NotificationTopic")
    public record Choice(Topic topic, Channel channel) {
    }

    /** Times are HH:mm in Europe/Amsterdam; the same twice for no quiet hours; reminderMinutes 0 for no reminder. Topics left out come as usual. */
    @Schema(name = "NotificationSettings")
    public record Body(Integer reminderMinutes, String quietFrom, String quietTo, List<Choice> topics) {
    }

    /** The choices with their version; 0 as long as nothing was chosen. */
    @Schema(name = "NotificationSettingsAnswer")
    public record Answer(int version, int reminderMinutes, String quietFrom, String quietTo, List<Choice> topics) {
    }

    @GET
    @Operation(summary = "How messages come to the caller")
    @APIResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = Answer.class)))
    public Response get() {
        return answer(settings.mine());
    }

    @PUT
    @Operation(summary = "Chooses how messages come", description = "What decides about the caller, and what is about work within 48 hours, comes at once whatever the choice")
    @APIResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = Answer.class)))
    @APIResponse(responseCode = "422", description = "A time or number makes no sense")
    public Response put(@HeaderParam("If-Match") String ifMatch, Body body) {
        Map<Topic, Channel> topics = new EnumMap<>(Topic.class);
        for (Choice choice : body.topics() == null ? List.<Choice>of() : body.topics()) {
            if (choice == null || choice.topic() == null || choice.channel() == null) {
                throw BadBody.parameter("topics");
            }
            topics.put(choice.topic(), choice.channel());
        }
        return answer(settings.save(Versions.seen(ifMatch), new Preferences(body.reminderMinutes() == null ? Preferences.USUAL.reminderMinutes() : body.reminderMinutes(),
            QuietHours.of(body.quietFrom(), body.quietTo()), topics)));
    }

    private static Response answer(SettingsView view) {
        Preferences now = view.preferences();
        return Response.ok(new Answer(view.version(), now.reminderMinutes(), now.quiet().fromText(), now.quiet().toText(),
            Arrays.stream(Topic.values()).map(topic -> new Choice(topic, now.channel(topic))).toList())).header("ETag", Versions.tag(view.version())).build();
    }
}
