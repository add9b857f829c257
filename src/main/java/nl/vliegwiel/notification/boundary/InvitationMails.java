package nl.vliegwiel.notification.boundary;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import nl.vliegwiel.person.Accounts;
import nl.vliegwiel.person.EmployeeInvited;
import nl.vliegwiel.platform.actor.ActorDirectory;
import nl.vliegwiel.platform.outbox.MailText;
import nl.vliegwiel.platform.outbox.MessageTemplate;
import nl.vliegwiel.platform.outbox.Outbox;
import nl.vliegwiel.platform.outbox.Receiver;
import nl.vliegwiel.platform.signon.SignOnSettings;
import nl.vliegwiel.platform.text.Texts;

/** Invites somebody to sign on for the first time. */
@ApplicationScoped
public class InvitationMails implements MessageTemplate {
    private static final String KIND = "EMPLOYEE_INVITED";
    private static final String ORGANISATION = "organisation";

    @Inject
    private Outbox outbox;

    @Inject
    private Accounts accounts;

    @Inject
    private ActorDirectory directory;

    @Inject
    private SignOnSettings settings;

    void invite(@Observes EmployeeInvited event) {
        outbox.enqueue(KIND, event.personId(), Map.of(ORGANISATION, event.organisationId().toString()));
    }

    @Override
    public Set<String> kinds() {
        return Set.of(KIND);
    }

    @Override
    public boolean tellsOfAChange(String kind) {
        return false;
    }

    /** Whoever signed on meanwhile needs no invitation. */
    @Override
    public Optional<MailText> render(String kind, Receiver receiver, Map<String, String> payload) {
        if (accounts.isLinked(receiver.personId())) {
            return Optional.empty();
        }
        return directory.organisationName(UUID.fromString(payload.get(ORGANISATION))).map(organisation -> letter(receiver, organisation));
    }

    private MailText letter(Receiver to, String organisation) {
        return new Letter(to, Texts.of(to.language(), "mail.invitation.subject", organisation))
            .say(Texts.of(to.language(), "mail.invitation.what", organisation))
            .say(Texts.of(to.language(), "mail.invitation.how", to.email()))
            .link(Texts.of(to.language(), "mail.invitation.link"), settings.publicUrl().resolve("/")).mail();
    }
}
