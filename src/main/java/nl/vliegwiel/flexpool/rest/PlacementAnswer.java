package nl.vliegwiel.flexpool.rest;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;
import nl.vliegwiel.flexpool.boundary.PlacementDetail;
import nl.vliegwiel.flexpool.domain.Decision;
import nl.vliegwiel.flexpool.domain.Party;
import nl.vliegwiel.flexpool.domain.PlacementState;
import nl.vliegwiel.flexpool.domain.agreement.VatCondition;
import nl.vliegwiel.flexpool.domain.agreement.VatGround;
import nl.vliegwiel.flexpool.domain.agreement.WaadiGround;
import nl.vliegwiel.flexpool.domain.agreement.WttaPosition;
import nl.vliegwiel.flexpool.domain.worktime.Finding;
import nl.vliegwiel.flexpool.domain.worktime.Severity;
import nl.vliegwiel.flexpool.domain.worktime.WorkingTimeRule;
import nl.vliegwiel.platform.text.Texts;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A placement as scripts read it. employeeId is absent where the name is not open to the caller yet (R10). */
@Schema(name = "Placement")
public record PlacementAnswer(UUID id, int version, UUID requestId, UUID shiftId, UUID employeeId, UUID lenderId, UUID borrowerId, Instant start,
        Instant end, int breakMinutes, PlacementState state, String endReason, Party endedBy, int textVersion, List<ConsentAnswer> consents,
        List<FindingAnswer> findings, @Schema(description = "Set of working-time limits that was used") String findingsAsOf, CostAnswer cost,
        TermsAnswer terms) {

    /** What a party said; by and name are absent where the employee is not named to the caller yet. */
    @Schema(name = "Consent")
    public record ConsentAnswer(Party party, Decision decision, UUID by, String name, Instant at, int textVersion, String reason,
            @Schema(description = "To the present text, and not asked again since") boolean counts,
            @Schema(description = "When it was said beforehand, under a standing release or instant booking; absent when it was said about this placement") Instant givenAt) {
    }

    /** A working-time rule that the work breaks; figure and limit in minutes. */
    @Schema(name = "Finding")
    public record FindingAnswer(WorkingTimeRule rule, Severity severity, int figure, int limit, Instant from, Instant to, String key, String text) {
    }

    /** What it costs the borrower; hours in minutes. Amounts are absent where a rate is not known. */
    @Schema(name = "Cost")
    public record CostAnswer(@Schema(description = "Net working time in minutes") int hours, Integer rateCents, Long travelCents, VatGround vatGround,
            Integer vatBasisPoints, Long vatCents, Long totalCents, String currency, boolean costUnknown,
            @Schema(description = "A rate was invented for the demonstration") boolean demo,
            @Schema(description = "First day of the youngest rate that was used") LocalDate ratesFrom,
            @Schema(description = "Minutes with an allowance for irregular hours; absent where it was not reckoned") Integer irregularMinutes, Long irregularCents) {
    }

    /** What the agreement says beyond the shift. */
    @Schema(name = "Terms")
    public record TermsAnswer(String taskDescription, String functionAtBorrower, WaadiGround waadiGround, LocalDate waadiCheckedOn,
            WttaPosition wttaPosition, VatGround vatGround, Set<VatCondition> vatConditions,
            @Schema(description = "Number of the frame agreement to which it is an annex; absent for none") Integer frameNumber) {
    }

    static PlacementAnswer of(PlacementDetail p, Locale locale) {
        PlacementDetail.Cost cost = p.cost();
        PlacementDetail.Terms terms = p.terms();
        return new PlacementAnswer(p.id(), p.version(), p.requestId(), p.shiftId(), p.employeeId(), p.lenderId(), p.borrowerId(), p.start(), p.end(),
            p.breakMinutes(), p.state(), p.endReason(), p.endedBy(), p.textVersion(),
            p.consents().stream().map(c -> new ConsentAnswer(c.party(), c.decision(), c.by(), c.name(), c.at(), c.textVersion(), c.reason(), c.counts(), c.givenAt())).toList(),
            p.findings().stream().map(f -> finding(f, locale)).toList(), p.findingsAsOf(),
            new CostAnswer(cost.minutes(), cost.rateCents(), cost.travelCents(), terms.vatGround(), cost.vatBasisPoints(), cost.vatCents(),
                cost.totalCents(), "EUR", cost.isUnknown(), cost.demo(), cost.ratesFrom(), cost.irregularMinutes(), cost.irregularCents()),
            new TermsAnswer(terms.taskDescription(), terms.functionAtBorrower(), terms.waadiGround(), terms.waadiCheckedOn(), terms.wttaPosition(),
                terms.vatGround(), terms.vatConditions(), terms.frameNumber()));
    }

    private static FindingAnswer finding(Finding f, Locale locale) {
        return new FindingAnswer(f.rule(), f.severity(), f.figureMinutes(), f.limitMinutes(), f.window().start(), f.window().end(), f.key(),
            Texts.of(locale, f.key(), f.arguments().toArray()));
    }
}
