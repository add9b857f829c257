package nl.vliegwiel.flexpool.view;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.time.Clock;
import java.math.BigDecimal;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import nl.vliegwiel.flexpool.boundary.PlacementDetail;
import nl.vliegwiel.flexpool.boundary.PlacementDetail.ConsentLine;
import nl.vliegwiel.flexpool.domain.CancelReason;
import nl.vliegwiel.flexpool.domain.Circle;
import nl.vliegwiel.flexpool.domain.Decision;
import nl.vliegwiel.flexpool.domain.Party;
import nl.vliegwiel.flexpool.domain.PlacementState;
import nl.vliegwiel.flexpool.domain.worktime.Finding;
import nl.vliegwiel.platform.text.Formats;
import nl.vliegwiel.platform.text.Texts;
import nl.vliegwiel.platform.web.Languages;

/** Says of placements what people want to know, in their language. */
@Named
@RequestScoped
public class PlacementWords {
    @Inject
    private Languages languages;

    @Inject
    private Clock clock;

    /** Who goes where; without a name as long as that is not open (R10). */
    public String who(PlacementDetail p) {
        String name = p.employeeName() == null ? text("placement.who.nameless", p.employeeFunction()) : p.employeeName();
        return p.lenderId().equals(p.borrowerId()) ? text("placement.who.own", name, p.borrowerName())
            : text("placement.who.loan", name, p.lenderName(), p.borrowerName());
    }

    /** Branch and place, the name of the place once. */
    public String where(PlacementDetail p) {
        return p.branchName().contains(p.placeName()) ? p.branchName() : p.branchName() + ", " + p.placeName();
    }

    /** Name, or what stands for it. */
    public String name(PlacementDetail p) {
        return p.employeeName() == null ? text("placement.name.later") : p.employeeName();
    }

    /** Its state; what has ended and waits for its hours is not called running. */
    public String state(PlacementDetail p) {
        return p.state() == PlacementState.RUNNING && !p.end().isAfter(clock.instant()) ? text("placement.state.worked") : text("PlacementState." + p.state());
    }

    public String kind(PlacementState state) {
        return switch (state) {
            case CONFIRMED, RUNNING -> "ok";
            case APPLIED, PROPOSED -> "wait";
            case STANDBY -> "info";
            case DECLINED, CANCELLED, NO_SHOW -> "danger";
            case WITHDRAWN, HOURS_CLOSED, SETTLED -> "off";
        };
    }

    /** What a party said to the present text; null for nothing yet. */
    public ConsentLine said(PlacementDetail p, Party party) {
        return p.consents().stream().filter(c -> c.party() == party && c.counts()).findFirst().orElse(null);
    }

    /** It said yes to the present text, which counts no longer since a finding came up (R5). */
    public boolean lenderAskedAgain(PlacementDetail p) {
        return p.state().takesConsent() && said(p, Party.LENDER) == null
            && p.consents().stream().anyMatch(c -> c.party() == Party.LENDER && c.textVersion() == p.textVersion());
    }

    /** The yeses that hold and were given before this placement was there (R1), in words. */
    public List<String> beforehand(PlacementDetail p) {
        Formats formats = Formats.in(languages.getLocale());
        return p.consents().stream().filter(c -> c.counts() && c.givenAt() != null)
            .map(c -> text("placement.beforehand." + c.party(), c.party() == Party.LENDER ? p.lenderName() : p.borrowerName(), c.name(), formats.dateTime(c.givenAt())))
            .toList();
    }

    public ConsentLine said(PlacementDetail p, String party) {
        return said(p, Party.valueOf(party));
    }

    /** State of one of the three steps: done, now, todo or stopped. */
    public String step(PlacementDetail p, String party) {
        ConsentLine said = said(p, party);
        if (said != null) {
            return said.decision() == Decision.YES ? "done" : "stopped";
        }
        return p.state().takesConsent() ? "now" : "todo";
    }

    public String stepLabel(PlacementDetail p, String party) {
        ConsentLine said = said(p, party);
        String library = Party.valueOf(party) == Party.LENDER ? p.lenderName() : Party.valueOf(party) == Party.BORROWER ? p.borrowerName() : name(p);
        String key = said == null ? "placement.step.waits" : said.decision() == Decision.YES ? "placement.step.yes" : "placement.step.no";
        return text(key, library);
    }

    public String definiteStep(PlacementDetail p) {
        return p.state().isBooked() ? "done" : p.state().isFinal() ? "stopped" : "todo";
    }

    /** Consents that do not count any more: to a former text, or before the party was asked again. */
    public List<ConsentLine> former(PlacementDetail p) {
        return p.consents().stream().filter(c -> !c.counts()).toList();
    }

    /** Circles in one line, the nearest first. */
    public String circles(List<Circle> circles) {
        return circles.stream().map(circle -> text("Circle." + circle)).collect(Collectors.joining(", "));
    }

    public String finding(Finding finding) {
        return Texts.of(languages.getLocale(), finding.key(), finding.arguments().toArray());
    }

    /** Whole cents as euros; what is not known is said so. */
    public String euro(Number cents) {
        return cents == null ? text("placement.cost.unknownAmount") : Formats.in(languages.getLocale()).euro(BigDecimal.valueOf(cents.longValue(), 2));
    }

    /** A reason of the closed list by its label; a justification as it was typed. */
    public String reason(String reason) {
        return reason != null && List.of(CancelReason.values()).stream().anyMatch(r -> Objects.equals(r.name(), reason)) ? text("CancelReason." + reason) : reason;
    }

    private String text(String key, Object... arguments) {
        return Texts.of(languages.getLocale(), key, arguments);
    }
}
