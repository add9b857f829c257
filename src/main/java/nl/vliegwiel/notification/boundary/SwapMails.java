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
import nl.vliegwiel.flexpool.Flexpool;
import nl.vliegwiel.flexpool.Flexpool.PlacementInBrief;
import nl.vliegwiel.flexpool.SwapChanged;
import nl.vliegwiel.flexpool.SwapChanged.Change;
import nl.vliegwiel.platform.outbox.MailText;
import nl.vliegwiel.platform.outbox.MessageTemplate;
import nl.vliegwiel.platform.outbox.Outbox;
import nl.vliegwiel.platform.outbox.Receiver;
import nl.vliegwiel.platform.outbox.Receivers;
import nl.vliegwiel.platform.signon.SignOnSettings;
import nl.vliegwiel.platform.text.Formats;
import nl.vliegwiel.platform.text.Texts;

/** Tells two people who change places what the other or their libraries did (R14). They know each other, so names are there. */
@ApplicationScoped
public class SwapMails implements MessageTemplate {
    private static final String KIND = "SWAP_";
    private static final String SWAP = "swap";
    private static final String PLACEMENT = "placement";
    private static final String OTHER = "other";

    @Inject
    private Outbox outbox;

    @Inject
    private Receivers receivers;

    @Inject
    private Flexpool flexpool;

    @Inject
    private SignOnSettings settings;

    void tell(@Observes SwapChanged event) {
        Set<UUID> readers = new LinkedHashSet<>(event.change() == Change.ASKED ? List.of(event.colleagueId())
            : event.change() == Change.ACCEPTED ? List.of(event.askerId()) : List.of(event.askerId(), event.colleagueId()));
        if (event.change() != Change.DONE) {
            readers.remove(event.byPersonId());
        }
        readers.forEach(reader -> outbox.enqueue(KIND + event.change(), reader, Map.of(SWAP, event.swapId().toString(), PLACEMENT, event.givenId().toString(),
            OTHER, (reader.equals(event.askerId()) ? event.colleagueId() : event.askerId()).toString())));
    }

    @Override
    public Set<String> kinds() {
        return Arrays.stream(Change.values()).map(change -> KIND + change).collect(Collectors.toUnmodifiableSet());
    }

    /** What is asked waits in the inbox already. */
    @Override
    public boolean tellsOfAChange(String kind) {
        return !kind.equals(KIND + Change.ASKED);
    }

    @Override
    public Optional<MailText> render(String kind, Receiver receiver, Map<String, String> payload) {
        String other = receivers.receiver(UUID.fromString(payload.get(OTHER))).map(Receiver::name).orElse("");
        return flexpool.placements(List.of(UUID.fromString(payload.get(PLACEMENT)))).stream().findFirst()
            .map(given -> letter(receiver, kind.substring(KIND.length()), other, given, payload.get(SWAP)));
    }

    private MailText letter(Receiver to, String change, String other, PlacementInBrief given, String swap) {
        Locale language = to.language();
        String start = "mail.swap." + change + ".";
        return new Letter(to, Texts.of(language, start + "subject", other)).say(Texts.of(language, start + "what", other))
            .fact("mail.fact.what", given.title()).fact("mail.fact.where", given.borrower() + ", " + given.place())
            .fact("mail.fact.when", Formats.in(language).period(given.startsAt(), given.endsAt()))
            .link(Texts.of(language, "mail.link.look"), settings.publicUrl().resolve("/flexpool/swap?id=" + swap)).mail();
    }
}
