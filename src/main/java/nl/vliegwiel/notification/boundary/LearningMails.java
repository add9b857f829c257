package nl.vliegwiel.notification.boundary;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.net.URI;
import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import nl.vliegwiel.learning.CohortInvited;
import nl.vliegwiel.learning.EnrolmentChanged;
import nl.vliegwiel.learning.EnrolmentChanged.Change;
import nl.vliegwiel.learning.Learning;
import nl.vliegwiel.learning.Learning.EnrolmentInBrief;
import nl.vliegwiel.person.HrManagers;
import nl.vliegwiel.platform.outbox.MailText;
import nl.vliegwiel.platform.outbox.MessageTemplate;
import nl.vliegwiel.platform.outbox.Outbox;
import nl.vliegwiel.platform.outbox.Receiver;
import nl.vliegwiel.platform.signon.SignOnSettings;
import nl.vliegwiel.platform.text.Formats;
import nl.vliegwiel.platform.text.Texts;

/**
 * Tells each who enrols what became of it, once and in the right words (R17, R14), and an employer that a place waits for a
 * yes. What was overtaken before it was sent is not sent.
 */
@ApplicationScoped
public class LearningMails implements MessageTemplate {
    private static final String KIND = "LEARNING_";
    private static final String CONSENT = "LEARNING_CONSENT";
    private static final String INVITED = "LEARNING_INVITED";
    private static final String ENROLMENT = "enrolment";
    private static final String COHORT = "cohort";

    @Inject
    private Outbox outbox;

    @Inject
    private HrManagers managers;

    @Inject
    private Learning learning;

    @Inject
    private SignOnSettings settings;

    void tell(@Observes EnrolmentChanged event) {
        Map<String, String> payload = Map.of(ENROLMENT, event.enrolmentId().toString());
        outbox.enqueue(KIND + event.change(), event.personId(), payload);
        if (event.change() == Change.EMPLOYER_ASKED) {
            managers.of(event.organisationId()).stream().filter(manager -> !manager.equals(event.personId())).forEach(manager -> outbox.enqueue(CONSENT, manager, payload));
        }
    }

    void tell(@Observes CohortInvited event) {
        outbox.enqueue(INVITED, event.personId(), Map.of(COHORT, event.cohortId().toString()));
    }

    @Override
    public Set<String> kinds() {
        return Stream.concat(Arrays.stream(Change.values()).map(change -> KIND + change), Stream.of(CONSENT, INVITED)).collect(Collectors.toUnmodifiableSet());
    }

    /** What is asked waits in the inbox already; who is invited finds it here. */
    @Override
    public boolean tellsOfAChange(String kind) {
        return !kind.equals(CONSENT) && !kind.equals(KIND + Change.OFFERED);
    }

    @Override
    public Optional<MailText> render(String kind, Receiver receiver, Map<String, String> payload) {
        if (kind.equals(INVITED)) {
            return learning.cohort(UUID.fromString(payload.get(COHORT))).filter(Learning.CohortInBrief::enrollable).map(cohort -> {
                Locale language = receiver.language();
                return new Letter(receiver, Texts.of(language, "mail.learning.INVITED.subject", cohort.title())).say(Texts.of(language, "mail.learning.INVITED.what", cohort.title()))
                    .fact("mail.learning.starts", Formats.in(language).date(cohort.startsOn()))
                    .link(Texts.of(language, "mail.learning.look"), page("/learning/cohort?id=" + cohort.id())).mail();
            });
        }
        return learning.enrolment(UUID.fromString(payload.get(ENROLMENT))).filter(one -> stillSo(kind, one)).map(one -> letter(kind, receiver, one));
    }

    /** A line that moved, an offer that was claimed: nobody gets the words of a moment ago. */
    private static boolean stillSo(String kind, EnrolmentInBrief one) {
        return switch (kind.substring(KIND.length())) {
            case "CONSENT", "EMPLOYER_ASKED" -> one.state().equals("WAITING_FOR_EMPLOYER");
            case "MOVED" -> one.state().equals("WAITING");
            default -> one.state().equals(kind.substring(KIND.length()));
        };
    }

    private MailText letter(String kind, Receiver to, EnrolmentInBrief one) {
        Locale language = to.language();
        Formats formats = Formats.in(language);
        String start = "mail.learning." + kind.substring(KIND.length()) + ".";
        Letter letter = new Letter(to, Texts.of(language, start + "subject", one.cohort(), one.person()))
            .say(Texts.of(language, start + "what", one.cohort(), one.person(), one.position(), one.until() == null ? "" : formats.dateTime(one.until()), one.moved() == null ? "" : one.moved()))
            .fact("mail.learning.programme", one.programme()).fact("mail.learning.starts", formats.date(one.startsOn()));
        return kind.equals(CONSENT) ? letter.link(Texts.of(language, "mail.learning.decide"), page("/learning/consent?id=" + one.id())).mail()
            : letter.link(Texts.of(language, "mail.learning.look"), page("/learning/cohort?id=" + one.cohortId())).mail();
    }

    private URI page(String path) {
        return settings.publicUrl().resolve(path);
    }
}
