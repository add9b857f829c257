package nl.vliegwiel.notification.boundary;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.Arrays;
import java.util.List;
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

/** One mail a day or a week instead of many: the same messages in the words of now; what was overtaken meanwhile is left out. */
@ApplicationScoped
public class DigestMails implements MessageTemplate {
    private static final String KIND = "DIGEST";
    private static final String MESSAGES = "messages";
    private static final int AT_ONCE = 2_000;
    /** The page has them all. */
    private static final int MOST_LINES = 25;

    @Inject
    private Outbox outbox;

    @Inject
    @Any
    private Instance<MessageTemplate> templates;

    @Inject
    private Unsubscribe unsubscribe;

    @Inject
    private SignOnSettings settings;

    /** Makes the mails whose moment has come. @return how many */
    @Transactional
    public int gather() {
        return outbox.gather(KIND, MESSAGES, AT_ONCE);
    }

    @Override
    public Set<String> kinds() {
        return Set.of(KIND);
    }

    /** Each of its messages stands in the inbox by itself. */
    @Override
    public boolean tellsOfAChange(String kind) {
        return false;
    }

    @Override
    public Optional<MailText> render(String kind, Receiver receiver, Map<String, String> payload) {
        List<UUID> ids = Arrays.stream(payload.get(MESSAGES).split(",")).map(UUID::fromString).toList();
        List<MailText> still = outbox.notes(ids).stream().flatMap(note -> words(note, receiver).stream()).toList();
        return still.isEmpty() ? Optional.empty() : Optional.of(letter(still, receiver));
    }

    private Optional<MailText> words(Outbox.Note note, Receiver receiver) {
        return templates.stream().filter(template -> template.kinds().contains(note.kind())).findFirst()
            .flatMap(template -> template.render(note.kind(), receiver, note.payload()));
    }

    private MailText letter(List<MailText> messages, Receiver to) {
        Letter letter = new Letter(to, Texts.of(to.language(), "mail.digest.subject", messages.size())).say(Texts.of(to.language(), "mail.digest.text", messages.size()));
        messages.stream().limit(MOST_LINES).forEach(message -> letter.item(message.subject(), message.summary(), message.link()));
        if (messages.size() > MOST_LINES) {
            letter.say(Texts.of(to.language(), "mail.digest.more", messages.size() - MOST_LINES));
        }
        return letter.link(Texts.of(to.language(), "mail.digest.link"), settings.publicUrl().resolve("/inbox#changes"))
            .unsubscribe(unsubscribe.addressTogether(to.personId())).mail();
    }
}
