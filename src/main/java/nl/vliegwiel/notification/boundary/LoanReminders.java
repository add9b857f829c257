package nl.vliegwiel.notification.boundary;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import nl.vliegwiel.flexpool.Flexpool;
import nl.vliegwiel.flexpool.Flexpool.PlacementInBrief;
import nl.vliegwiel.notification.domain.Preferences;
import nl.vliegwiel.notification.persistence.SettingsQueries;
import nl.vliegwiel.notification.persistence.SettingsQueries.Kept;
import nl.vliegwiel.platform.outbox.MailText;
import nl.vliegwiel.platform.outbox.MessageTemplate;
import nl.vliegwiel.platform.outbox.Outbox;
import nl.vliegwiel.platform.outbox.Receiver;
import nl.vliegwiel.platform.signon.SignOnSettings;
import nl.vliegwiel.platform.text.Formats;
import nl.vliegwiel.platform.text.Texts;

/** Reminds somebody of a loan as long before as she wants; once, also with two nodes, and at that moment, for she chose it. */
@ApplicationScoped
public class LoanReminders implements MessageTemplate {
    private static final String KIND = "LOAN_REMINDER";
    private static final String PLACEMENT = "placement";
    private static final Duration LONGEST = Duration.ofDays(7);

    @Inject
    private Flexpool flexpool;

    @Inject
    private SettingsQueries settings;

    @Inject
    private Outbox outbox;

    @Inject
    private SignOnSettings signOn;

    @Inject
    private Clock clock;

    /** @return how many people were reminded */
    @Transactional
    public int run() {
        Instant now = clock.instant();
        List<PlacementInBrief> loans = flexpool.definiteBetween(now, now.plus(LONGEST));
        if (loans.isEmpty()) {
            return 0;
        }
        Map<UUID, Kept> wishes = settings.many(loans.stream().map(PlacementInBrief::employeeId).distinct().toList());
        Map<UUID, Instant> due = new LinkedHashMap<>();
        for (PlacementInBrief loan : loans) {
            Kept kept = wishes.get(loan.employeeId());
            int lead = (kept == null ? Preferences.USUAL : kept.preferences()).reminderMinutes();
            if (lead > 0 && !loan.startsAt().minus(Duration.ofMinutes(lead)).isAfter(now)) {
                due.put(loan.id(), loan.startsAt());
            }
        }
        Set<UUID> fresh = due.isEmpty() ? Set.of() : settings.remind(due, now);
        if (!fresh.isEmpty()) {
            outbox.enqueueAll(KIND, loans.stream().filter(loan -> fresh.contains(loan.id()))
                .map(loan -> new Outbox.Addressed(loan.employeeId(), Map.of(PLACEMENT, loan.id().toString()))).toList());
        }
        return fresh.size();
    }

    /** What is kept of reminders is of no use after the work. */
    @Transactional
    public void forget() {
        settings.forget(clock.instant().minus(LONGEST));
    }

    @Override
    public Set<String> kinds() {
        return Set.of(KIND);
    }

    @Override
    public boolean tellsOfAChange(String kind) {
        return false;
    }

    @Override
    public Optional<MailText> render(String kind, Receiver receiver, Map<String, String> payload) {
        return flexpool.placements(List.of(UUID.fromString(payload.get(PLACEMENT)))).stream()
            .filter(loan -> loan.isDefinite() && loan.startsAt().isAfter(clock.instant())).findFirst().map(loan -> letter(loan, receiver));
    }

    private MailText letter(PlacementInBrief loan, Receiver to) {
        Locale language = to.language();
        Formats formats = Formats.in(language);
        return new Letter(to, Texts.of(language, "mail.reminder.subject", loan.borrower(), formats.dateTime(loan.startsAt())))
            .say(Texts.of(language, "mail.reminder.text", loan.borrower()))
            .fact("mail.fact.what", loan.title()).fact("mail.fact.where", loan.borrower() + ", " + loan.place())
            .fact("mail.fact.when", formats.period(loan.startsAt(), loan.endsAt()))
            .link(Texts.of(language, "mail.link.look"), signOn.publicUrl().resolve("/flexpool/placement?id=" + loan.id())).mail();
    }
}
