package nl.vliegwiel.notification.boundary;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.net.URI;
import java.util.ArrayList;
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
import nl.vliegwiel.flexpool.PlacementChanged;
import nl.vliegwiel.flexpool.PlacementChanged.Change;
import nl.vliegwiel.person.HrManagers;
import nl.vliegwiel.platform.outbox.MailText;
import nl.vliegwiel.platform.outbox.MessageTemplate;
import nl.vliegwiel.platform.outbox.Outbox;
import nl.vliegwiel.platform.outbox.Receiver;
import nl.vliegwiel.platform.signon.SignOnSettings;
import nl.vliegwiel.platform.text.Formats;
import nl.vliegwiel.platform.text.Texts;

/**
 * Tells everybody in a placement what another did to it (R14). Nobody gets mail about her own deed, except that a
 * placement became definite: that mail leads to the agreement. Mails name libraries, never the employee (R10).
 */
@ApplicationScoped
public class PlacementMails implements MessageTemplate {
    private static final String KIND = "PLACEMENT_";
    static final String PLACEMENTS = "placements";
    private static final String AS = "as";
    /** A longer series is summed up: the page has them all. */
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

    /** Joins the transaction of the deed: no mail about what was rolled back, none lost about what was not. */
    void tell(@Observes PlacementChanged event) {
        Map<UUID, Part> readers = new LinkedHashMap<>();
        for (Part part : parts(event.change())) {
            for (UUID person : readers(event, part)) {
                readers.putIfAbsent(person, part);
            }
        }
        if (event.change() != Change.CONFIRMED) {
            readers.remove(event.byPersonId());
        }
        readers.forEach((person, part) -> outbox.enqueueTogether(KIND + event.change(), person,
            Map.of("request", event.requestId().toString(), AS, part.name()), PLACEMENTS, event.placementId().toString()));
    }

    private List<UUID> readers(PlacementChanged event, Part part) {
        return switch (part) {
            case EMPLOYEE -> List.of(event.employeeId());
            case LENDER -> managers.of(event.lenderId());
            case BORROWER -> managers.of(event.borrowerId());
        };
    }

    /** Standing by is not an application: the lender is asked when it becomes one. */
    static Set<Part> parts(Change change) {
        return switch (change) {
            case APPLIED -> EnumSet.of(Part.BORROWER, Part.LENDER);
            case STANDBY, STANDBY_CONFIRMED -> EnumSet.of(Part.BORROWER);
            case STANDBY_ASKED -> EnumSet.of(Part.EMPLOYEE);
            case STANDBY_LAPSED -> EnumSet.of(Part.EMPLOYEE, Part.BORROWER);
            case PROPOSED -> EnumSet.of(Part.EMPLOYEE, Part.LENDER);
            default -> EnumSet.allOf(Part.class);
        };
    }

    @Override
    public Set<String> kinds() {
        return Arrays.stream(Change.values()).map(change -> KIND + change).collect(Collectors.toUnmodifiableSet());
    }

    /** What is asked of her waits in the inbox already. */
    @Override
    public boolean tellsOfAChange(String kind) {
        return !kind.equals(KIND + Change.APPLIED) && !kind.equals(KIND + Change.PROPOSED) && !kind.equals(KIND + Change.STANDBY_ASKED);
    }

    @Override
    public Optional<MailText> render(String kind, Receiver receiver, Map<String, String> payload) {
        Change change = Change.valueOf(kind.substring(KIND.length()));
        Part part = Part.valueOf(payload.get(AS));
        List<UUID> ids = Arrays.stream(payload.get(PLACEMENTS).split(",")).map(UUID::fromString).toList();
        List<PlacementInBrief> still = flexpool.placements(ids).stream().filter(placement -> isStillSo(change, part, placement)).toList();
        return still.isEmpty() ? Optional.empty() : Optional.of(letter(change, part, still, receiver));
    }

    /** What is asked and answered meanwhile, or overtaken by an end, is no news any more. */
    static boolean isStillSo(Change change, Part part, PlacementInBrief placement) {
        return switch (change) {
            case APPLIED, PROPOSED -> placement.isWaiting() && !placement.agreed().contains(part.name());
            case CONSENTED, LENDER_ASKED_AGAIN, TEXT_CHANGED, SWAP_PROPOSED -> placement.isWaiting();
            case STANDBY, STANDBY_ASKED, STANDBY_CONFIRMED -> "STANDBY".equals(placement.state());
            case CONFIRMED -> placement.isDefinite();
            case NO_SHOW, NO_SHOW_VIEW -> "NO_SHOW".equals(placement.state());
            case NO_SHOW_UNDONE -> !"NO_SHOW".equals(placement.state());
            case DECLINED, WITHDRAWN, CANCELLED, STANDBY_LAPSED, SWAPPED -> !placement.isWaiting() && !placement.isDefinite();
        };
    }

    private MailText letter(Change change, Part part, List<PlacementInBrief> placements, Receiver to) {
        Locale language = to.language();
        PlacementInBrief first = placements.get(0);
        String start = "mail.placement." + change + ".";
        Letter letter = new Letter(to, Texts.of(language, start + "subject", first.title()))
            .say(Texts.of(language, start + part, first.borrower(), first.lender(), placements.size()));
        if (change == Change.CONSENTED) {
            letter.say(Texts.of(language, "mail.placement.stillMissing", missing(first, language)));
        }
        letter.fact("mail.fact.what", first.title()).fact("mail.fact.where", first.borrower() + ", " + first.place());
        for (PlacementInBrief placement : placements.subList(0, Math.min(placements.size(), MOST_LINES))) {
            letter.fact("mail.fact.when", Formats.in(language).period(placement.startsAt(), placement.endsAt()));
        }
        if (placements.size() > MOST_LINES) {
            letter.fact("mail.fact.more", Texts.of(language, "mail.fact.moreShifts", placements.size() - MOST_LINES));
        }
        boolean asked = change == Change.STANDBY_ASKED || first.isWaiting() && !first.agreed().contains(part.name());
        return letter.link(Texts.of(language, asked ? "mail.link.decide" : change == Change.CONFIRMED ? "mail.link.agreement" : "mail.link.look"),
            address(first)).mail();
    }

    private static String missing(PlacementInBrief placement, Locale language) {
        List<String> names = new ArrayList<>();
        for (Part part : Part.values()) {
            if (!placement.agreed().contains(part.name())) {
                names.add(Texts.of(language, "mail.placement.party." + part, placement.borrower(), placement.lender()));
            }
        }
        return names.stream().reduce((one, other) -> Texts.of(language, "mail.and", one, other)).orElse("");
    }

    private URI address(PlacementInBrief placement) {
        return settings.publicUrl().resolve("/flexpool/placement?id=" + placement.id());
    }
}
