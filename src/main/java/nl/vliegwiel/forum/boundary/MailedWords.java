package nl.vliegwiel.forum.boundary;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;
import nl.vliegwiel.forum.MailAnswered;
import nl.vliegwiel.forum.domain.TopicKind;
import nl.vliegwiel.forum.persistence.TopicQueries;
import nl.vliegwiel.platform.inmail.MailRecipient;
import nl.vliegwiel.platform.inmail.SignedAddress;

/** Answers and questions that come by mail, by the same rules as on the page. */
@ApplicationScoped
public class MailedWords implements MailRecipient {
    private static final char ANSWER = 'r';
    private static final char QUESTION = 'q';
    private static final int ANSWER_DAYS = 90;
    private static final int QUESTION_DAYS = 400;
    /** What mail programs put before a subject. */
    private static final Pattern PREFIX = Pattern.compile("(?i)^(\\s*(re|fw|fwd|antw|aw|betreft|doorst)\\s*:\\s*)+");

    @Inject
    private SignedAddress addresses;

    @Inject
    private PostService posts;

    @Inject
    private TopicService topics;

    @Inject
    private TopicQueries reading;

    @Inject
    private Event<MailAnswered> answered;

    /** Address to which a person answers a topic; empty where mail is not read. */
    public Optional<String> answerAddress(UUID topicId, UUID person) {
        return addresses.make(ANSWER, topicId, person, ANSWER_DAYS);
    }

    /** Address to which a person asks in a space; empty where mail is not read. */
    public Optional<String> questionAddress(UUID spaceId, UUID person) {
        return addresses.make(QUESTION, spaceId, person, QUESTION_DAYS);
    }

    @Override
    public boolean takes(char kind) {
        return kind == ANSWER || kind == QUESTION;
    }

    @Override
    public void take(UUID sender, char kind, UUID about, String subject, String words) {
        if (kind == ANSWER) {
            Post answer = posts.reply(about, null, words, false);
            // Who answers by mail has read by mail, and is told of what comes next
            reading.read(about, sender, answer.position());
        } else {
            Topic asked = topics.ask(about, new Ask(null, TopicKind.QUESTION, PREFIX.matcher(subject).replaceFirst(""), words, List.of(), false, false));
            answered.fire(new MailAnswered(sender, asked.id(), null));
        }
    }

    @Override
    public void refused(UUID sender, char kind, UUID about, Reason reason) {
        answered.fire(new MailAnswered(sender, kind == ANSWER ? about : null, reason.name()));
    }
}
