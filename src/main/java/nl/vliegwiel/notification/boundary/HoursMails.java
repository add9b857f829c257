package nl.vliegwiel.notification.boundary;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.net.URI;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import nl.vliegwiel.flexpool.Flexpool;
import nl.vliegwiel.flexpool.Flexpool.PlacementInBrief;
import nl.vliegwiel.flexpool.HoursChanged;
import nl.vliegwiel.flexpool.HoursChanged.Change;
import nl.vliegwiel.person.HrManagers;
import nl.vliegwiel.platform.outbox.MailText;
import nl.vliegwiel.platform.outbox.MessageTemplate;
import nl.vliegwiel.platform.outbox.Outbox;
import nl.vliegwiel.platform.outbox.Receiver;
import nl.vliegwiel.platform.signon.SignOnSettings;
import nl.vliegwiel.platform.text.Formats;
import nl.vliegwiel.platform.text.Texts;

/** Tells the parties of a placement what another did with its hours (R12, R14); several at once in one mail. */
@ApplicationScoped
public class HoursMails implements MessageTemplate {
    private static final String KIND = "HOURS_";
    private static final String PLACEMENTS = "placements";
    private static final String AS = "as";
    private static final int MOST_LINES = 8;

    @Inject
    private Outbox outbox;

    @Inject
    private HrManagers managers;

    @Inject
    private Flexpool flexpool;

    @Inject
    private SignOnSettings settings;

    /** In which part somebody reads it. */
    enum Part {
        EMPLOYEE, LENDER, BORROWER
    }

    void tell(@Observes HoursChanged event) {
        Map<UUID, Part> readers = new LinkedHashMap<>();
        for (Part part : parts(event.change())) {
            List<UUID> people = switch (part) {
                case EMPLOYEE -> List.of(event.employeeId());
                case LENDER -> managers.of(event.lenderId());
                case BORROWER -> managers.of(event.borrowerId());
            };
            people.forEach(person -> readers.putIfAbsent(person, part));
        }
        readers.remove(event.byPersonId());
        readers.forEach((person, part) -> outbox.enqueueTogether(KIND + event.change(), person, Map.of(AS, part.name()), PLACEMENTS, event.placementId().toString()));
    }

    /** Who has to know, whoever of them did it; what she only noted down is for nobody else yet. */
    static Set<Part> parts(Change change) {
        return switch (change) {
            case ENTERED -> EnumSet.of(Part.EMPLOYEE);
            case SUBMITTED -> EnumSet.of(Part.EMPLOYEE, Part.BORROWER);
            case CONFIRMED, REJECTED, CORRECTED, APPROVED -> EnumSet.allOf(Part.class);
        };
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
        List<PlacementInBrief> placements = flexpool.placements(Arrays.stream(payload.get(PLACEMENTS).split(",")).map(UUID::fromString).toList());
        return placements.isEmpty() ? Optional.empty()
            : Optional.of(letter(Change.valueOf(kind.substring(KIND.length())), Part.valueOf(payload.get(AS)), placements, receiver));
    }

    private MailText letter(Change change, Part part, List<PlacementInBrief> placements, Receiver to) {
        Locale language = to.language();
        PlacementInBrief first = placements.get(0);
        String start = "mail.hours." + change + ".";
        Letter letter = new Letter(to, Texts.of(language, start + "subject", placements.size()))
            .say(Texts.of(language, start + part, first.borrower(), first.lender()));
        for (PlacementInBrief placement : placements.subList(0, Math.min(placements.size(), MOST_LINES))) {
            letter.fact("mail.fact.when", Formats.in(language).period(placement.startsAt(), placement.endsAt()) + ", " + placement.title());
        }
        if (placements.size() > MOST_LINES) {
            letter.fact("mail.fact.more", Texts.of(language, "mail.fact.moreShifts", placements.size() - MOST_LINES));
        }
        URI address = settings.publicUrl().resolve(placements.size() == 1 ? "/flexpool/timesheet?id=" + first.id() : "/flexpool/hours");
        return letter.link(Texts.of(language, "mail.hours.link"), address).mail();
    }
}
