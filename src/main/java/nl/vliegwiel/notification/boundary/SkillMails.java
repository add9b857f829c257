package nl.vliegwiel.notification.boundary;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import nl.vliegwiel.platform.outbox.MailText;
import nl.vliegwiel.platform.outbox.MessageTemplate;
import nl.vliegwiel.platform.outbox.Outbox;
import nl.vliegwiel.platform.outbox.Receiver;
import nl.vliegwiel.platform.signon.SignOnSettings;
import nl.vliegwiel.platform.text.Texts;
import nl.vliegwiel.skill.SkillConfirmed;
import nl.vliegwiel.skill.SkillNames;

/** Tells somebody what her manager said of her skills (R14); several that were decided one after another in one mail. */
@ApplicationScoped
public class SkillMails implements MessageTemplate {
    private static final String CONFIRMED = "SKILLS_CONFIRMED";
    private static final String NOT_CONFIRMED = "SKILLS_NOT_CONFIRMED";
    private static final String SKILLS = "skills";

    @Inject
    private Outbox outbox;

    @Inject
    private SkillNames names;

    @Inject
    private SignOnSettings settings;

    void tell(@Observes SkillConfirmed event) {
        if (!event.personId().equals(event.byPersonId())) {
            outbox.enqueueTogether(event.confirmed() ? CONFIRMED : NOT_CONFIRMED, event.personId(), Map.of(), SKILLS, event.skillId().toString());
        }
    }

    @Override
    public Set<String> kinds() {
        return Set.of(CONFIRMED, NOT_CONFIRMED);
    }

    @Override
    public Optional<MailText> render(String kind, Receiver receiver, Map<String, String> payload) {
        Locale language = receiver.language();
        List<String> skills = names.of(Arrays.stream(payload.get(SKILLS).split(",")).map(UUID::fromString).toList(), language);
        if (skills.isEmpty()) {
            return Optional.empty();
        }
        String start = kind.equals(CONFIRMED) ? "mail.skills.confirmed." : "mail.skills.notConfirmed.";
        return Optional.of(new Letter(receiver, Texts.of(language, start + "subject", skills.size()))
            .say(Texts.of(language, start + "what", String.join(", ", skills)))
            .link(Texts.of(language, "mail.skills.link"), settings.publicUrl().resolve("/person/skills")).mail());
    }
}
