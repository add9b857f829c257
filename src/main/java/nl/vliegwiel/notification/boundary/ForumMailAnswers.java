package nl.vliegwiel.notification.boundary;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import nl.vliegwiel.forum.Forum;
import nl.vliegwiel.forum.MailAnswered;
import nl.vliegwiel.platform.outbox.MailText;
import nl.vliegwiel.platform.outbox.MessageTemplate;
import nl.vliegwiel.platform.outbox.Outbox;
import nl.vliegwiel.platform.outbox.Receiver;
import nl.vliegwiel.platform.signon.SignOnSettings;
import nl.vliegwiel.platform.text.Texts;

/** Tells who mailed something to the forum what became of it, where she would not see it otherwise. */
@ApplicationScoped
public class ForumMailAnswers implements MessageTemplate {
    private static final String REFUSED = "FORUM_MAIL_REFUSED";
    private static final String PLACED = "FORUM_MAIL_PLACED";
    private static final String TOPIC = "topic";
    private static final String REASON = "reason";

    @Inject
    private Outbox outbox;

    @Inject
    private Forum forum;

    @Inject
    private SignOnSettings settings;

    void answer(@Observes MailAnswered event) {
        Map<String, String> payload = new HashMap<>();
        if (event.topicId() != null) {
            payload.put(TOPIC, event.topicId().toString());
        }
        if (event.reason() != null) {
            payload.put(REASON, event.reason());
        }
        outbox.enqueue(event.reason() == null ? PLACED : REFUSED, event.personId(), payload);
    }

    @Override
    public Set<String> kinds() {
        return Set.of(REFUSED, PLACED);
    }

    /** What became of a mail is an answer to who sent it, and no change by another. */
    @Override
    public boolean tellsOfAChange(String kind) {
        return false;
    }

    @Override
    public Optional<MailText> render(String kind, Receiver receiver, Map<String, String> payload) {
        Locale language = receiver.language();
        Optional<UUID> topic = Optional.ofNullable(payload.get(TOPIC)).map(UUID::fromString);
        String title = topic.flatMap(id -> forum.titleFor(id, receiver.personId())).orElse(null);
        String path = title == null ? "/forum/index" : "/forum/topic?id=" + topic.get();
        boolean placed = PLACED.equals(kind);
        Letter letter = new Letter(receiver, placed ? Texts.of(language, "mail.placed.subject", String.valueOf(title)) : Texts.of(language, "mail.refused.subject"));
        letter.say(placed ? Texts.of(language, "mail.placed.what") : title == null ? Texts.of(language, "mail.refused.what") : Texts.of(language, "mail.refused.what.topic", title));
        if (!placed) {
            letter.say(Texts.of(language, "mail.refused." + payload.get(REASON)));
        }
        return Optional.of(letter.link(Texts.of(language, placed ? "mail.placed.link" : "mail.refused.link"), settings.publicUrl().resolve(path)).mail());
    }
}
