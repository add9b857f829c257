package nl.vliegwiel.notification.boundary;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import nl.vliegwiel.learning.EnrolmentChanged;
import nl.vliegwiel.learning.Learning;
import nl.vliegwiel.meeting.Meetings;
import nl.vliegwiel.meeting.Meetings.SessionInBrief;
import nl.vliegwiel.meeting.SessionChanged;
import nl.vliegwiel.meeting.SessionChanged.Change;
import nl.vliegwiel.meeting.SessionInvitation;
import nl.vliegwiel.platform.calendar.CalendarEntry;
import nl.vliegwiel.platform.outbox.MailText;
import nl.vliegwiel.platform.outbox.MessageTemplate;
import nl.vliegwiel.platform.outbox.Outbox;
import nl.vliegwiel.platform.outbox.Receiver;
import nl.vliegwiel.platform.outbox.SenderAddress;
import nl.vliegwiel.platform.signon.SignOnSettings;
import nl.vliegwiel.platform.text.Formats;
import nl.vliegwiel.platform.text.Texts;
import nl.vliegwiel.platform.time.Period;

/**
 * Tells who is invited when and where a group meets, moves or does not meet (R14), with an invitation that her calendar
 * understands; who joins a cohort gets those still to come, who leaves it has them taken away.
 */
@ApplicationScoped
public class SessionMails implements MessageTemplate {
    private static final String KIND = "SESSION_";
    private static final String SESSION = "session";
    /** She left the group: her calendar drops it, whatever the session itself does. */
    private static final String LEFT = "SESSION_LEFT";

    @Inject
    private Outbox outbox;

    @Inject
    private Meetings meetings;

    @Inject
    private Learning learning;

    @Inject
    private SenderAddress sender;

    @Inject
    private SignOnSettings settings;

    @Inject
    private Clock clock;

    void tell(@Observes SessionChanged event) {
        outbox.enqueueAll(KIND + event.change(), event.people().stream().map(person -> new Outbox.Addressed(person, payload(event.sessionId()))).toList());
    }

    void tell(@Observes EnrolmentChanged event) {
        boolean joined = event.change() == EnrolmentChanged.Change.ENROLLED;
        if (!joined && event.change() != EnrolmentChanged.Change.LEFT) {
            return;
        }
        learning.enrolment(event.enrolmentId()).ifPresent(one -> sessions(one.cohortId()).forEach(session ->
            outbox.enqueue(joined ? KIND + Change.PLANNED : LEFT, event.personId(), payload(session.id()))));
    }

    private List<SessionInBrief> sessions(UUID cohort) {
        return meetings.of(Set.of(cohort), clock.instant()).stream().filter(session -> !session.cancelled()).toList();
    }

    private static Map<String, String> payload(UUID session) {
        return Map.of(SESSION, session.toString());
    }

    @Override
    public Set<String> kinds() {
        return java.util.stream.Stream.concat(Arrays.stream(Change.values()).map(change -> KIND + change), java.util.stream.Stream.of(LEFT)).collect(Collectors.toUnmodifiableSet());
    }

    @Override
    public boolean tellsOfAChange(String kind) {
        return !kind.equals(LEFT);
    }

    @Override
    public Optional<MailText> render(String kind, Receiver receiver, Map<String, String> payload) {
        // As it stands now: of two moves close together the second alone is told, and called off is called off
        return meetings.session(UUID.fromString(payload.get(SESSION))).filter(session -> kind.equals(LEFT) || session.cancelled() == kind.equals(KIND + Change.CANCELLED))
            .map(session -> letter(kind, receiver, session));
    }

    private MailText letter(String kind, Receiver to, SessionInBrief session) {
        Locale language = to.language();
        String group = learning.cohort(session.groupId()).map(Learning.CohortInBrief::title).orElse("");
        String start = "mail.session." + kind.substring(KIND.length()) + ".";
        String where = session.where().isEmpty() ? Texts.of(language, "mail.session.online") : session.where();
        CalendarEntry entry = new CalendarEntry(session.id(), session.sequence(), session.changedAt(), new Period(session.startsAt(), session.endsAt()),
            session.title() + " (" + group + ")", where, session.link(), "/learning/session?id=" + session.id(), session.cancelled() || kind.equals(LEFT));
        return new Letter(to, Texts.of(language, start + "subject", session.title(), group)).say(Texts.of(language, start + "what", session.title(), group))
            .fact("mail.fact.when", Formats.in(language).period(session.startsAt(), session.endsAt())).fact("mail.fact.where", where)
            .link(Texts.of(language, "mail.session.link"), settings.publicUrl().resolve("/learning/session?id=" + session.id())).mail()
            .with(new MailText.Invitation(entry.off() ? "CANCEL" : "REQUEST", SessionInvitation.write(entry, sender.address(), to.email(), to.name(), settings.publicUrl())));
    }
}
