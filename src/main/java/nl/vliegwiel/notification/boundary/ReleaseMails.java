package nl.vliegwiel.notification.boundary;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import nl.vliegwiel.flexpool.Flexpool;
import nl.vliegwiel.flexpool.Flexpool.PlacementInBrief;
import nl.vliegwiel.flexpool.ReleaseWaits;
import nl.vliegwiel.flexpool.ReleaseWaits.Step;
import nl.vliegwiel.person.HrManagers;
import nl.vliegwiel.platform.outbox.MailText;
import nl.vliegwiel.platform.outbox.MessageTemplate;
import nl.vliegwiel.platform.outbox.Outbox;
import nl.vliegwiel.platform.outbox.Receiver;
import nl.vliegwiel.platform.signon.SignOnSettings;
import nl.vliegwiel.platform.text.Formats;
import nl.vliegwiel.platform.text.Texts;

/** Tells who can help when a lender takes longer than it promised: its deputies, then the moderator of its region. */
@ApplicationScoped
public class ReleaseMails implements MessageTemplate {
    private static final String KIND = "RELEASE_WAITS_";
    private static final String PLACEMENTS = "placements";
    private static final int MOST_LINES = 8;

    @Inject
    private Outbox outbox;

    @Inject
    private HrManagers managers;

    @Inject
    private Flexpool flexpool;

    @Inject
    private SignOnSettings settings;

    /** Where nobody stands in, all who decide are reminded. */
    void tell(@Observes ReleaseWaits event) {
        List<UUID> readers = event.step() == Step.REGION ? managers.moderatorsOf(event.lenderId()) : managers.deputiesOf(event.lenderId());
        if (readers.isEmpty() && event.step() == Step.DEPUTY) {
            readers = managers.of(event.lenderId());
        }
        readers.forEach(reader -> outbox.enqueueTogether(KIND + event.step(), reader, Map.of("lender", event.lenderId().toString()), PLACEMENTS,
            event.placementId().toString()));
    }

    @Override
    public Set<String> kinds() {
        return Arrays.stream(Step.values()).map(step -> KIND + step).collect(Collectors.toUnmodifiableSet());
    }

    /** For the lender it waits in the inbox already; the moderator has nothing to decide. */
    @Override
    public boolean tellsOfAChange(String kind) {
        return kind.equals(KIND + Step.REGION);
    }

    /** What was answered meanwhile is no news any more. */
    @Override
    public Optional<MailText> render(String kind, Receiver receiver, Map<String, String> payload) {
        List<PlacementInBrief> still = flexpool.placements(Arrays.stream(payload.get(PLACEMENTS).split(",")).map(UUID::fromString).toList()).stream()
            .filter(one -> one.isWaiting() && !one.agreed().contains("LENDER")).toList();
        return still.isEmpty() ? Optional.empty() : Optional.of(letter(Step.valueOf(kind.substring(KIND.length())), still, receiver));
    }

    private MailText letter(Step step, List<PlacementInBrief> placements, Receiver to) {
        Locale language = to.language();
        PlacementInBrief first = placements.get(0);
        String start = "mail.release." + step + ".";
        Letter letter = new Letter(to, Texts.of(language, start + "subject", first.lender()))
            .say(Texts.of(language, start + "what", first.lender(), placements.size()));
        for (PlacementInBrief placement : placements.subList(0, Math.min(placements.size(), MOST_LINES))) {
            letter.fact("mail.fact.when", Formats.in(language).period(placement.startsAt(), placement.endsAt()) + ", " + placement.borrower() + ", " + placement.title());
        }
        if (placements.size() > MOST_LINES) {
            letter.fact("mail.fact.more", Texts.of(language, "mail.fact.moreShifts", placements.size() - MOST_LINES));
        }
        String page = step == Step.REGION ? "/flexpool/waits" : placements.size() == 1 ? "/flexpool/placement?id=" + first.id() : "/inbox";
        return letter.link(Texts.of(language, start + "link"), settings.publicUrl().resolve(page)).mail();
    }
}
