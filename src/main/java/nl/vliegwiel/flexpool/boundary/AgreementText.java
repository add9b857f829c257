package nl.vliegwiel.flexpool.boundary;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import nl.vliegwiel.flexpool.domain.agreement.AgreementContent;
import nl.vliegwiel.flexpool.domain.agreement.AgreementContent.Money;
import nl.vliegwiel.flexpool.domain.agreement.FrameReference;
import nl.vliegwiel.flexpool.domain.agreement.LegalGrounds;
import nl.vliegwiel.flexpool.domain.agreement.VatGround;
import nl.vliegwiel.flexpool.domain.agreement.WaadiGround;
import nl.vliegwiel.flexpool.domain.agreement.WttaPosition;
import nl.vliegwiel.flexpool.domain.frame.FrameTerms;
import nl.vliegwiel.flexpool.domain.frame.TravelTerms;
import nl.vliegwiel.flexpool.persistence.FrameQueries;
import nl.vliegwiel.flexpool.persistence.PlacementQueries;
import nl.vliegwiel.flexpool.persistence.PlacementQueries.Asked;
import nl.vliegwiel.flexpool.persistence.PlacementQueries.AskedShift;
import nl.vliegwiel.flexpool.persistence.PlacementQueries.Employer;
import nl.vliegwiel.flexpool.persistence.PlacementQueries.Member;
import nl.vliegwiel.flexpool.persistence.PlacementQueries.Row;
import nl.vliegwiel.flexpool.persistence.WorkingTimeQueries;
import nl.vliegwiel.platform.rule.RuleViolation;
import nl.vliegwiel.platform.time.Period;
import nl.vliegwiel.platform.time.Zones;

/** Makes the texts to which three parties say yes, with the cautious choices to begin with (R3, R4). */
@ApplicationScoped
class AgreementText {
    /** Version of the clauses that new agreements carry. */
    static final String CLAUSES = "1";

    @Inject
    private PlacementQueries queries;

    @Inject
    private WorkingTimeQueries figures;

    @Inject
    private FrameQueries frames;

    @Inject
    private Prices prices;

    /**
     * The first text: what the request says, and what the two libraries agreed beforehand in a frame agreement that holds on
     * that day; without one, collegial without profit and VAT at the standard rate.
     */
    AgreementContent first(Asked asked, AskedShift shift, Employer lender, UUID employeeId, Member member, List<Employer> employers) {
        boolean own = lender.organisationId().equals(asked.borrowerId());
        Optional<FrameQueries.Row> frame = own ? Optional.empty()
            : frames.holding(lender.organisationId(), asked.borrowerId(), shift.period().start().atZone(Zones.AMSTERDAM).toLocalDate());
        // Where the lender bears the way itself nothing of it is charged
        int charged = frame.filter(one -> one.terms().travel() == TravelTerms.LENDER_PAYS).isPresent() ? 0 : member.straightMetres();
        VatGround vat = frame.map(one -> one.terms().vatGround()).orElse(VatGround.DEFAULT);
        Money money = prices.money(job(lender.organisationId(), employeeId, shift.period(), shift.breakMinutes(), charged, own), vat);
        Employer borrower = employers.stream().filter(e -> e.organisationId().equals(asked.borrowerId())).findFirst().orElse(null);
        String isil = borrower == null ? queries.isil(asked.borrowerId()) : borrower.isil();
        AgreementContent first = cautious(new AgreementContent.Employee(member.name(), lender.function(), lender.minutesPerWeek()),
            new AgreementContent.Organisation(lender.name(), lender.isil()), new AgreementContent.Organisation(asked.borrowerName(), isil),
            new AgreementContent.Work(asked.title(), asked.title(), task(asked.title(), asked.description()), asked.branchName(), asked.placeName(),
                asked.purpose().name()),
            shift.period(), shift.breakMinutes(), money);
        return frame.map(one -> annex(first, one)).orElse(first);
    }

    private static AgreementContent annex(AgreementContent first, FrameQueries.Row frame) {
        FrameTerms terms = frame.terms();
        return new AgreementContent(first.employee(), first.lender(), first.borrower(), first.work(), first.start(), first.end(), first.breakMinutes(), first.money(),
            terms.waadiGround(), terms.wttaPosition(), first.wttaFrom(), terms.vatGround(), terms.vatConditions(), first.limitsVersion(),
            new FrameReference(frame.number(), frame.textVersion(), frame.validFrom()));
    }

    /** The stored text; or, where none was stored, what the tables say now, with the cautious choices. */
    AgreementContent of(Row row) {
        if (row.content() != null) {
            return row.content();
        }
        Money money = prices.money(job(row.lenderId(), row.employeeId(), row.period(), row.breakMinutes(), row.straightMetres() == null ? 0 : row.straightMetres(),
            row.lenderId().equals(row.borrowerId())), VatGround.DEFAULT);
        return cautious(new AgreementContent.Employee(row.employeeName(), row.employeeFunction(), row.jobMinutes()),
            new AgreementContent.Organisation(row.lenderName(), null), new AgreementContent.Organisation(row.borrowerName(), null),
            new AgreementContent.Work(row.requestTitle(), row.requestTitle(), task(row.requestTitle(), row.description()), row.branchName(),
                row.placeName(), row.purpose().name()),
            row.period(), row.breakMinutes(), money);
    }

    private AgreementContent cautious(AgreementContent.Employee employee, AgreementContent.Organisation lender, AgreementContent.Organisation borrower,
            AgreementContent.Work work, Period period, int breakMinutes, Money money) {
        return new AgreementContent(employee, lender, borrower, work, period.start(), period.end(), breakMinutes, money, WaadiGround.DEFAULT,
            WttaPosition.OUTSIDE_COLLEGIAL, wttaFrom(), VatGround.DEFAULT, Set.of(), limitsVersion(period));
    }

    private static String task(String title, String description) {
        return description == null || description.isBlank() ? title : description.strip();
    }

    /** @throws RuleViolation {@code agreement.cost.margin} when more than the cost price is asked (R2) */
    AgreementContent changed(Row row, ChangeTerms terms, LegalGrounds grounds) {
        boolean own = row.lenderId().equals(row.borrowerId());
        AgreementContent before = of(row);
        Money money = prices.money(job(row.lenderId(), row.employeeId(), row.period(), row.breakMinutes(), charged(row, before), own), grounds.vat(), terms.hourCents());
        return before.with(terms.taskDescription().strip(), terms.functionAtBorrower().strip(), grounds, money);
    }

    private static Prices.Job job(UUID lenderId, UUID employeeId, Period period, int breakMinutes, int straightMetres, boolean own) {
        return new Prices.Job(lenderId, employeeId, period, breakMinutes, straightMetres, own);
    }

    /** Who bears the way was agreed in the frame agreement; other terms of one loan do not change it. */
    static int charged(Row row, AgreementContent before) {
        boolean lenderBears = before.frame() != null && Integer.valueOf(0).equals(before.money().roadMetres());
        return lenderBears || row.straightMetres() == null ? 0 : row.straightMetres();
    }

    LocalDate wttaFrom() {
        return figures.legalDate("WTTA");
    }

    String limitsVersion(Period period) {
        return figures.limits().versionOn(period.start().atZone(Zones.AMSTERDAM).toLocalDate());
    }
}
