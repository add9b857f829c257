package nl.vliegwiel.notification.boundary;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import nl.vliegwiel.flexpool.Flexpool;
import nl.vliegwiel.flexpool.SettlementChanged;
import nl.vliegwiel.flexpool.SettlementChanged.Change;
import nl.vliegwiel.person.HrManagers;
import nl.vliegwiel.platform.outbox.MailText;
import nl.vliegwiel.platform.outbox.MessageTemplate;
import nl.vliegwiel.platform.outbox.Outbox;
import nl.vliegwiel.platform.outbox.Receiver;
import nl.vliegwiel.platform.signon.SignOnSettings;
import nl.vliegwiel.platform.text.Texts;

/** Tells the other library what the one did with their settlement (R14). Amounts stay on the page. */
@ApplicationScoped
public class SettlementMails implements MessageTemplate {
    private static final String KIND = "SETTLEMENT_";
    private static final String SETTLEMENT = "settlement";
    private static final String BY = "by";

    @Inject
    private Outbox outbox;

    @Inject
    private HrManagers managers;

    @Inject
    private Flexpool flexpool;

    @Inject
    private SignOnSettings settings;

    void tell(@Observes SettlementChanged event) {
        Set<UUID> readers = new LinkedHashSet<>(managers.of(event.otherLibraryId()));
        readers.remove(event.byPersonId());
        readers.forEach(reader -> outbox.enqueue(KIND + event.change(), reader, Map.of(SETTLEMENT, event.settlementId().toString(), BY, event.byLibraryId().toString())));
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
        UUID id = UUID.fromString(payload.get(SETTLEMENT));
        return flexpool.settlement(id).map(settlement -> {
            Locale language = receiver.language();
            String start = "mail.settlement." + Change.valueOf(kind.substring(KIND.length())) + ".";
            String by = settlement.names().getOrDefault(UUID.fromString(payload.get(BY)), "");
            return new Letter(receiver, Texts.of(language, start + "subject", by)).say(Texts.of(language, start + "text", by, settlement.quarter()))
                .link(Texts.of(language, "mail.settlement.link"), settings.publicUrl().resolve("/flexpool/settlement?id=" + id)).mail();
        });
    }
}
