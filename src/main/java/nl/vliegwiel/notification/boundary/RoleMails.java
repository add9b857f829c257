package nl.vliegwiel.notification.boundary;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import nl.vliegwiel.person.RoleChanged;
import nl.vliegwiel.platform.actor.ActorDirectory;
import nl.vliegwiel.platform.actor.Role;
import nl.vliegwiel.platform.outbox.MailText;
import nl.vliegwiel.platform.outbox.MessageTemplate;
import nl.vliegwiel.platform.outbox.Outbox;
import nl.vliegwiel.platform.outbox.Receiver;
import nl.vliegwiel.platform.signon.SignOnSettings;
import nl.vliegwiel.platform.text.Texts;

/** Tells somebody that another gave her a role or ended it (R14). */
@ApplicationScoped
public class RoleMails implements MessageTemplate {
    private static final String KIND = "ROLE_CHANGED";
    private static final String ORGANISATION = "organisation";
    private static final String ROLE = "role";
    private static final String GRANTED = "granted";

    @Inject
    private Outbox outbox;

    @Inject
    private ActorDirectory directory;

    @Inject
    private SignOnSettings settings;

    void tell(@Observes RoleChanged event) {
        if (!event.personId().equals(event.byPersonId())) {
            outbox.enqueue(KIND, event.personId(), Map.of(ORGANISATION, event.organisationId().toString(), ROLE, event.role().name(), GRANTED,
                String.valueOf(event.granted())));
        }
    }

    @Override
    public Set<String> kinds() {
        return Set.of(KIND);
    }

    @Override
    public Optional<MailText> render(String kind, Receiver receiver, Map<String, String> payload) {
        UUID organisationId = UUID.fromString(payload.get(ORGANISATION));
        Role role = Role.valueOf(payload.get(ROLE));
        boolean granted = Boolean.parseBoolean(payload.get(GRANTED));
        boolean has = directory.actor(receiver.personId(), null).filter(actor -> actor.has(role, organisationId)).isPresent();
        // A role may begin later, and is told at once; one that ends later is told with the employment it ends with
        return granted || !has ? directory.organisationName(organisationId).map(organisation -> letter(receiver, role, organisation, granted)) : Optional.empty();
    }

    private MailText letter(Receiver to, Role role, String organisation, boolean granted) {
        Locale language = to.language();
        String start = granted ? "mail.role.granted." : "mail.role.ended.";
        return new Letter(to, Texts.of(language, start + "subject", role, organisation))
            .say(Texts.of(language, start + "what", role, organisation))
            .link(Texts.of(language, "mail.role.link"), settings.publicUrl().resolve("/")).mail();
    }
}
