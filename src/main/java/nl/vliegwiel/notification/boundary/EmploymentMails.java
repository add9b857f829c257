package nl.vliegwiel.notification.boundary;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import nl.vliegwiel.person.Accounts;
import nl.vliegwiel.person.EmploymentChanged;
import nl.vliegwiel.person.Employments;
import nl.vliegwiel.platform.actor.ActorDirectory;
import nl.vliegwiel.platform.outbox.MailText;
import nl.vliegwiel.platform.outbox.MessageTemplate;
import nl.vliegwiel.platform.outbox.Outbox;
import nl.vliegwiel.platform.outbox.Receiver;
import nl.vliegwiel.platform.signon.SignOnSettings;
import nl.vliegwiel.platform.text.Formats;
import nl.vliegwiel.platform.text.Texts;

/** Tells somebody that another entered, changed or ended her employment (R14), with what now holds. */
@ApplicationScoped
public class EmploymentMails implements MessageTemplate {
    private static final String KIND = "EMPLOYMENT_CHANGED";
    private static final String ORGANISATION = "organisation";

    @Inject
    private Outbox outbox;

    @Inject
    private Accounts accounts;

    @Inject
    private Employments employments;

    @Inject
    private ActorDirectory directory;

    @Inject
    private SignOnSettings settings;

    void tell(@Observes EmploymentChanged event) {
        if (!event.personId().equals(event.byPersonId())) {
            outbox.enqueue(KIND, event.personId(), Map.of(ORGANISATION, event.organisationId().toString()));
        }
    }

    @Override
    public Set<String> kinds() {
        return Set.of(KIND);
    }

    /** Who never signed on gets an invitation instead, when the library sends one. */
    @Override
    public Optional<MailText> render(String kind, Receiver receiver, Map<String, String> payload) {
        UUID organisationId = UUID.fromString(payload.get(ORGANISATION));
        List<Employments.InBrief> now = employments.of(receiver.personId(), organisationId);
        if (now.isEmpty() || !accounts.isLinked(receiver.personId())) {
            return Optional.empty();
        }
        return directory.organisationName(organisationId).map(organisation -> letter(receiver, organisation, now.get(0)));
    }

    private MailText letter(Receiver to, String organisation, Employments.InBrief employment) {
        Locale language = to.language();
        Formats formats = Formats.in(language);
        Letter letter = new Letter(to, Texts.of(language, "mail.employment.subject", organisation))
            .say(Texts.of(language, "mail.employment.what", organisation))
            .fact("mail.employment.function", employment.function())
            .fact("mail.employment.hours", formats.hours(employment.minutesPerWeek()))
            .fact("mail.employment.from", formats.date(employment.startsOn()));
        if (employment.endsOn() != null) {
            letter.fact("mail.employment.until", formats.date(employment.endsOn()));
        }
        return letter.link(Texts.of(language, "mail.employment.link"), settings.publicUrl().resolve("/person/profile")).mail();
    }
}
