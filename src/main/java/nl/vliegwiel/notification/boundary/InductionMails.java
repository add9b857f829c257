package nl.vliegwiel.notification.boundary;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import nl.vliegwiel.flexpool.Flexpool;
import nl.vliegwiel.flexpool.Flexpool.PlacementInBrief;
import nl.vliegwiel.flexpool.InductionDue;
import nl.vliegwiel.platform.outbox.MailText;
import nl.vliegwiel.platform.outbox.MessageTemplate;
import nl.vliegwiel.platform.outbox.Outbox;
import nl.vliegwiel.platform.outbox.Receiver;
import nl.vliegwiel.platform.signon.SignOnSettings;
import nl.vliegwiel.platform.text.Formats;
import nl.vliegwiel.platform.text.Texts;

/** Reminds somebody of the safety instruction of the branch at which she begins soon. */
@ApplicationScoped
public class InductionMails implements MessageTemplate {
    private static final String KIND = "INDUCTION_DUE";
    private static final String PLACEMENT = "placement";
    private static final String BRANCH = "branch";

    @Inject
    private Outbox outbox;

    @Inject
    private Flexpool flexpool;

    @Inject
    private SignOnSettings settings;

    void tell(@Observes InductionDue event) {
        outbox.enqueue(KIND, event.employeeId(), Map.of(PLACEMENT, event.placementId().toString(), BRANCH, event.branchId().toString()));
    }

    @Override
    public Set<String> kinds() {
        return Set.of(KIND);
    }

    /** It waits in her inbox already. */
    @Override
    public boolean tellsOfAChange(String kind) {
        return false;
    }

    @Override
    public Optional<MailText> render(String kind, Receiver receiver, Map<String, String> payload) {
        return flexpool.placements(List.of(UUID.fromString(payload.get(PLACEMENT)))).stream().filter(PlacementInBrief::isDefinite).findFirst()
            .map(placement -> letter(receiver, placement, payload.get(BRANCH)));
    }

    private MailText letter(Receiver to, PlacementInBrief placement, String branch) {
        Locale language = to.language();
        return new Letter(to, Texts.of(language, "mail.induction.subject", placement.borrower()))
            .say(Texts.of(language, "mail.induction.what", placement.borrower()))
            .fact("mail.fact.when", Formats.in(language).period(placement.startsAt(), placement.endsAt()))
            .fact("mail.fact.where", placement.borrower() + ", " + placement.place())
            .link(Texts.of(language, "mail.induction.link"), settings.publicUrl().resolve("/flexpool/induction?branch=" + branch)).mail();
    }
}
