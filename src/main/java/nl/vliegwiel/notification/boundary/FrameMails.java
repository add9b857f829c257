package nl.vliegwiel.notification.boundary;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import nl.vliegwiel.flexpool.FrameChanged;
import nl.vliegwiel.flexpool.FrameChanged.Change;
import nl.vliegwiel.person.HrManagers;
import nl.vliegwiel.platform.actor.ActorDirectory;
import nl.vliegwiel.platform.outbox.MailText;
import nl.vliegwiel.platform.outbox.MessageTemplate;
import nl.vliegwiel.platform.outbox.Outbox;
import nl.vliegwiel.platform.outbox.Receiver;
import nl.vliegwiel.platform.signon.SignOnSettings;
import nl.vliegwiel.platform.text.Texts;

/** Tells both libraries what one of them did with a frame agreement (R14). */
@ApplicationScoped
public class FrameMails implements MessageTemplate {
    private static final String KIND = "FRAME_";
    private static final String FRAME = "frame";
    private static final String NUMBER = "number";
    private static final String ORGANISATION = "organisation";

    @Inject
    private Outbox outbox;

    @Inject
    private HrManagers managers;

    @Inject
    private ActorDirectory directory;

    @Inject
    private SignOnSettings settings;

    void tell(@Observes FrameChanged event) {
        Set<UUID> readers = new LinkedHashSet<>(managers.of(event.otherId()));
        readers.addAll(managers.of(event.organisationId()));
        readers.remove(event.byPersonId());
        readers.forEach(reader -> outbox.enqueue(KIND + event.change(), reader,
            Map.of(FRAME, event.frameId().toString(), NUMBER, String.valueOf(event.number()), ORGANISATION, event.organisationId().toString())));
    }

    @Override
    public Set<String> kinds() {
        return Arrays.stream(Change.values()).map(change -> KIND + change).collect(Collectors.toUnmodifiableSet());
    }

    @Override
    public Optional<MailText> render(String kind, Receiver receiver, Map<String, String> payload) {
        return directory.organisationName(UUID.fromString(payload.get(ORGANISATION))).map(organisation -> letter(receiver, kind.substring(KIND.length()), organisation, payload));
    }

    private MailText letter(Receiver to, String change, String organisation, Map<String, String> payload) {
        Locale language = to.language();
        String start = "mail.frame." + change + ".";
        return new Letter(to, Texts.of(language, start + "subject", organisation, payload.get(NUMBER)))
            .say(Texts.of(language, start + "what", organisation, payload.get(NUMBER)))
            .link(Texts.of(language, "mail.frame.link"), settings.publicUrl().resolve("/flexpool/frame?id=" + payload.get(FRAME))).mail();
    }
}
