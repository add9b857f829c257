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
import nl.vliegwiel.flexpool.Flexpool;
import nl.vliegwiel.flexpool.Flexpool.OpenCall;
import nl.vliegwiel.flexpool.PeopleFit;
import nl.vliegwiel.notification.domain.Topic;
import nl.vliegwiel.platform.outbox.MailText;
import nl.vliegwiel.platform.outbox.MessageTemplate;
import nl.vliegwiel.platform.outbox.Outbox;
import nl.vliegwiel.platform.outbox.Receiver;
import nl.vliegwiel.platform.signon.SignOnSettings;
import nl.vliegwiel.platform.text.Formats;
import nl.vliegwiel.platform.text.Texts;
import nl.vliegwiel.platform.time.Period;

/** Tells people of a request that they fit, as long as it still looks for somebody. */
@ApplicationScoped
public class RequestMails implements MessageTemplate {
    static final String FITS = "REQUEST_FITS";
    static final String CALL = "call";
    static final String SHIFTS = "shifts";
    private static final int MOST_LINES = 8;

    @Inject
    private Outbox outbox;

    @Inject
    private Flexpool flexpool;

    @Inject
    private SignOnSettings settings;

    @Inject
    private Unsubscribe unsubscribe;

    @Inject
    private Clock clock;

    /** Joins the transaction that remembers who was told: told once, or not at all. */
    void tell(@Observes PeopleFit event) {
        outbox.enqueueAll(FITS, event.fits().stream().map(fit -> new Outbox.Addressed(fit.personId(), Map.of(CALL, fit.requestId().toString(),
            SHIFTS, fit.shiftIds().stream().map(UUID::toString).collect(Collectors.joining(","))))).toList());
    }

    @Override
    public Set<String> kinds() {
        return Set.of(FITS);
    }

    @Override
    public Optional<MailText> render(String kind, Receiver receiver, Map<String, String> payload) {
        return call(payload).map(call -> letter(call, receiver));
    }

    private Optional<OpenCall> call(Map<String, String> payload) {
        List<UUID> shifts = Arrays.stream(payload.get(SHIFTS).split(",")).map(UUID::fromString).toList();
        return flexpool.openCall(UUID.fromString(payload.get(CALL)), shifts, clock.instant());
    }

    private MailText letter(OpenCall call, Receiver to) {
        Locale language = to.language();
        Formats formats = Formats.in(language);
        Letter letter = new Letter(to, Texts.of(language, "mail.request.subject", call.library(), formats.date(call.shifts().get(0).start())))
            .say(Texts.of(language, "mail.request.text", call.library(), call.shifts().size()))
            .say(Texts.of(language, "mail.request.free"))
            .fact("mail.fact.what", call.title()).fact("mail.fact.where", call.library() + ", " + call.place());
        for (Period shift : call.shifts().subList(0, Math.min(call.shifts().size(), MOST_LINES))) {
            letter.fact("mail.fact.when", formats.period(shift.start(), shift.end()));
        }
        if (call.shifts().size() > MOST_LINES) {
            letter.fact("mail.fact.more", Texts.of(language, "mail.fact.moreShifts", call.shifts().size() - MOST_LINES));
        }
        if (call.deadline() != null) {
            letter.fact("mail.fact.until", formats.dateTime(call.deadline()));
        }
        return letter.link(Texts.of(language, "mail.request.link"), settings.publicUrl().resolve("/flexpool/request?id=" + call.requestId()))
            .unsubscribe(unsubscribe.address(to.personId(), Topic.NEW_REQUESTS)).mail();
    }
}
