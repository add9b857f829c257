package nl.vliegwiel.notification.boundary;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import nl.vliegwiel.flexpool.EvaluationChanged;
import nl.vliegwiel.flexpool.EvaluationChanged.Change;
import nl.vliegwiel.flexpool.Flexpool;
import nl.vliegwiel.flexpool.Flexpool.PlacementInBrief;
import nl.vliegwiel.person.HrManagers;
import nl.vliegwiel.platform.outbox.MailText;
import nl.vliegwiel.platform.outbox.MessageTemplate;
import nl.vliegwiel.platform.outbox.Outbox;
import nl.vliegwiel.platform.outbox.Receiver;
import nl.vliegwiel.platform.signon.SignOnSettings;
import nl.vliegwiel.platform.text.Formats;
import nl.vliegwiel.platform.text.Texts;

/** Tells who can read something new about a placement (R14). What was written stays on the page. */
@ApplicationScoped
public class EvaluationMails implements MessageTemplate {
    private static final String KIND = "EVALUATION_";
    private static final String PLACEMENT = "placement";

    @Inject
    private Outbox outbox;

    @Inject
    private HrManagers managers;

    @Inject
    private Flexpool flexpool;

    @Inject
    private SignOnSettings settings;

    void tell(@Observes EvaluationChanged event) {
        Set<UUID> readers = new LinkedHashSet<>();
        switch (event.change()) {
            case OPENED -> {
                if (event.borrowerWrote()) {
                    readers.add(event.employeeId());
                }
                if (event.employeeWrote()) {
                    readers.addAll(borrower(event));
                }
            }
            case REPLIED -> readers.addAll(borrower(event));
            case SHARED -> readers.addAll(managers.of(event.lenderId()));
        }
        readers.remove(event.byPersonId());
        readers.forEach(reader -> outbox.enqueue(KIND + event.change(), reader, Map.of(PLACEMENT, event.placementId().toString())));
    }

    /** Who wrote for the borrower, as long as she still manages it; else whoever does. */
    private List<UUID> borrower(EvaluationChanged event) {
        List<UUID> now = List.copyOf(managers.of(event.borrowerId()));
        return event.borrowerWriter() != null && now.contains(event.borrowerWriter()) ? List.of(event.borrowerWriter()) : now;
    }

    @Override
    public Set<String> kinds() {
        return Arrays.stream(Change.values()).map(change -> KIND + change).collect(Collectors.toUnmodifiableSet());
    }

    @Override
    public boolean tellsOfAChange(String kind) {
        return true;
    }

    @Override
    public Optional<MailText> render(String kind, Receiver receiver, Map<String, String> payload) {
        return flexpool.placements(List.of(UUID.fromString(payload.get(PLACEMENT)))).stream().findFirst()
            .map(placement -> letter(kind.substring(KIND.length()), receiver, placement));
    }

    private MailText letter(String change, Receiver to, PlacementInBrief placement) {
        Locale language = to.language();
        return new Letter(to, Texts.of(language, "mail.evaluation.subject", placement.borrower()))
            .say(Texts.of(language, "mail.evaluation." + change, placement.borrower()))
            .fact("mail.fact.when", Formats.in(language).period(placement.startsAt(), placement.endsAt()) + ", " + placement.title())
            .link(Texts.of(language, "mail.evaluation.link"), settings.publicUrl().resolve("/flexpool/evaluation?id=" + placement.id())).mail();
    }
}
