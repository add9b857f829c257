package nl.vliegwiel.notification.boundary;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.net.URI;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Pattern;
import nl.vliegwiel.forum.Forum;
import nl.vliegwiel.forum.Mentioned;
import nl.vliegwiel.forum.PostWritten;
import nl.vliegwiel.forum.QuestionWaits;
import nl.vliegwiel.notification.domain.Topic;
import nl.vliegwiel.platform.outbox.MailText;
import nl.vliegwiel.platform.outbox.MessageTemplate;
import nl.vliegwiel.platform.outbox.Outbox;
import nl.vliegwiel.platform.outbox.Receiver;
import nl.vliegwiel.platform.signon.SignOnSettings;
import nl.vliegwiel.platform.text.Texts;

/** Tells who follows a topic that somebody replied, once until she has read it; not whoever may not read it any more (R14). */
@ApplicationScoped
public class ForumMails implements MessageTemplate {
    private static final String KIND = "FORUM_REPLY";
    private static final String WAITS = "FORUM_WAITS";
    private static final String MENTION = "FORUM_MENTION";
    private static final String POST = "post";
    private static final String TOPIC = "topic";
    private static final Pattern PICTURE = Pattern.compile("<img src=\"([^\"]*)\" alt=\"([^\"]*)\"[^>]*>");
    /** The page has all of it. */
    private static final int LONGEST_QUOTE = 4_000;

    @Inject
    private Outbox outbox;

    @Inject
    private Forum forum;

    @Inject
    private Unsubscribe unsubscribe;

    @Inject
    private SignOnSettings settings;

    void tell(@Observes PostWritten event) {
        outbox.enqueueAll(KIND, event.tell().stream().map(reader -> new Outbox.Addressed(reader, Map.of(POST, event.postId().toString()))).toList());
    }

    void tell(@Observes Mentioned event) {
        outbox.enqueueAll(MENTION, event.people().stream().map(reader -> new Outbox.Addressed(reader, Map.of(POST, event.postId().toString()))).toList());
    }

    void tell(@Observes QuestionWaits event) {
        outbox.enqueueAll(WAITS, event.tell().stream().map(reader -> new Outbox.Addressed(reader, Map.of(TOPIC, event.topicId().toString()))).toList());
    }

    @Override
    public Set<String> kinds() {
        return Set.of(KIND, WAITS, MENTION);
    }

    @Override
    public Optional<MailText> render(String kind, Receiver receiver, Map<String, String> payload) {
        if (kind.equals(WAITS)) {
            return waits(receiver, UUID.fromString(payload.get(TOPIC)));
        }
        return forum.replyFor(UUID.fromString(payload.get(POST)), receiver.personId()).map(reply -> {
            Locale language = receiver.language();
            String who = reply.author() == null ? Texts.of(language, "mail.forum.nameless") : reply.author();
            boolean named = kind.equals(MENTION);
            Letter letter = new Letter(receiver, named ? Texts.of(language, "mail.forum.mention.subject", who, reply.topic()) : Texts.of(language, "mail.forum.subject", reply.topic()))
                .say(Texts.of(language, named ? "mail.forum.mention.what" : "mail.forum.what", who, reply.topic()))
                .link(Texts.of(language, "mail.forum.link"), settings.publicUrl().resolve("/forum/topic?id=" + reply.topicId() + "&post=" + reply.postId() + "#post-" + reply.postId()))
                .conversation(new MailText.Conversation(reply.topicId(), reply.spaceId(), reply.space(), reply.answerTo()), settings.publicUrl().resolve("/forum/quiet?id=" + reply.topicId()))
                .unsubscribe(unsubscribe.address(receiver.personId(), Topic.QUESTIONS));
            return (reply.body().length() > LONGEST_QUOTE ? letter : letter.quote(reply.body(), outside(reply.html(), settings.publicUrl()))).mail();
        });
    }

    /** A text of ours as a mail shows it: a picture, which asks for a session, becomes a link to it, and links lead here. */
    static String outside(String html, URI here) {
        return PICTURE.matcher(html).replaceAll("<a href=\"$1\">$2</a>").replace("href=\"/", "href=\"" + here.resolve("/"));
    }

    private Optional<MailText> waits(Receiver receiver, UUID topicId) {
        Locale language = receiver.language();
        return forum.unansweredFor(topicId, receiver.personId()).map(question -> new Letter(receiver, Texts.of(language, "mail.forum.waits.subject", question.topic()))
            .say(Texts.of(language, "mail.forum.waits.what", question.space(), question.topic()))
            .link(Texts.of(language, "mail.forum.link"), settings.publicUrl().resolve("/forum/topic?id=" + topicId)).mail());
    }
}
