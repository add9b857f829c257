package nl.vliegwiel.notification.boundary;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import nl.vliegwiel.flexpool.QuestionChanged;
import nl.vliegwiel.flexpool.QuestionChanged.Change;
import nl.vliegwiel.person.HrManagers;
import nl.vliegwiel.platform.actor.ActorDirectory;
import nl.vliegwiel.platform.outbox.MailText;
import nl.vliegwiel.platform.outbox.MessageTemplate;
import nl.vliegwiel.platform.outbox.Outbox;
import nl.vliegwiel.platform.outbox.Receiver;
import nl.vliegwiel.platform.signon.SignOnSettings;
import nl.vliegwiel.platform.text.Texts;

/** Tells the library that somebody asked, and who asked that there is an answer (R14); the words themselves stay on the page. */
@ApplicationScoped
public class QuestionMails implements MessageTemplate {
    private static final String KIND = "QUESTION_";
    private static final String REQUEST = "request";
    private static final String ORGANISATION = "organisation";

    @Inject
    private Outbox outbox;

    @Inject
    private HrManagers managers;

    @Inject
    private ActorDirectory directory;

    @Inject
    private SignOnSettings settings;

    void tell(@Observes QuestionChanged event) {
        Set<UUID> readers = new LinkedHashSet<>(event.change() == Change.ASKED ? managers.of(event.organisationId()) : List.of(event.askerId()));
        readers.remove(event.byPersonId());
        readers.forEach(reader -> outbox.enqueue(KIND + event.change(), reader,
            Map.of(REQUEST, event.requestId().toString(), ORGANISATION, event.organisationId().toString())));
    }

    @Override
    public Set<String> kinds() {
        return Arrays.stream(Change.values()).map(change -> KIND + change).collect(Collectors.toUnmodifiableSet());
    }

    /** The question itself waits in the inbox as something to do. */
    @Override
    public boolean tellsOfAChange(String kind) {
        return kind.equals(KIND + Change.ANSWERED);
    }

    @Override
    public Optional<MailText> render(String kind, Receiver receiver, Map<String, String> payload) {
        return directory.organisationName(UUID.fromString(payload.get(ORGANISATION))).map(organisation -> {
            Locale language = receiver.language();
            String start = "mail.question." + kind.substring(KIND.length()) + ".";
            return new Letter(receiver, Texts.of(language, start + "subject", organisation)).say(Texts.of(language, start + "what", organisation))
                .link(Texts.of(language, "mail.link.look"), settings.publicUrl().resolve("/flexpool/request?id=" + payload.get(REQUEST) + "#vragen")).mail();
        });
    }
}
