package nl.vliegwiel.flexpool.boundary;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import nl.vliegwiel.flexpool.domain.agreement.AgreementContent;
import nl.vliegwiel.flexpool.domain.agreement.AgreementContent.Money;
import nl.vliegwiel.flexpool.domain.agreement.LegalGrounds;
import nl.vliegwiel.flexpool.domain.agreement.VatGround;
import nl.vliegwiel.flexpool.domain.agreement.WaadiGround;
import nl.vliegwiel.flexpool.domain.agreement.WttaPosition;
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
    private Prices prices;

    /** The first text: what the request says, collegial without profit, VAT at the standard rate. */
    AgreementContent first(Asked asked, AskedShift shift, Employer lender, Member member, List<Employer> employers) {
        boolean own = lender.organisationId().equals(asked.borrowerId());
        Money money = prices.money(job(lender.organisationId(), shift.period(), shift.breakMinutes(), member.straightMetres(), own), VatGround.DEFAULT);
        Employer borrower = employers.stream().filter(e -> e.organisationId().equals(asked.borrowerId())).findFirst().orElse(null);
        String isil = borrower == null ? queries.isil(asked.borrowerId()) : borrower.isil();
        return new AgreementContent(
            new AgreementContent.Employee(member.name(), lender.function(), lender.minutesPerWeek()),
            new AgreementContent.Organisation(lender.name(), lender.isil()),
            new AgreementContent.Organisation(asked.borrowerName(), isil),
            new AgreementContent.Work(asked.title(), asked.title(), asked.description() == null || asked.description().isBlank() ? asked.title() : asked.description(),
                asked.branchName(), asked.placeName(), asked.purpose().name()),
            shift.period().start(), shift.period().end(), shift.breakMinutes(), money, WaadiGround.DEFAULT, WttaPosition.OUTSIDE_COLLEGIAL, wttaFrom(),
            VatGround.DEFAULT, Set.of(), limitsVersion(shift.period()));
    }

    /** @throws RuleViolation {@code agreement.cost.margin} when more than the cost price is asked (R2) */
    AgreementContent changed(Row row, ChangeTerms terms, LegalGrounds grounds) {
        boolean own = row.lenderId().equals(row.borrowerId());
        int metres = row.straightMetres() == null ? 0 : row.straightMetres();
        Money money = prices.money(job(row.lenderId(), row.period(), row.breakMinutes(), metres, own), grounds.vat(), terms.hourCents());
        return row.content().with(terms.taskDescription().strip(), terms.functionAtBorrower().strip(), grounds, money);
    }

    private static Prices.Job job(UUID lenderId, Period period, int breakMinutes, int straightMetres, boolean own) {
        return new Prices.Job(lenderId, period.start().atZone(Zones.AMSTERDAM).toLocalDate(), Math.toIntExact(period.minutes()) - breakMinutes,
            straightMetres, own);
    }

    LocalDate wttaFrom() {
        return figures.legalDate("WTTA");
    }

    String limitsVersion(Period period) {
        return figures.limits().versionOn(period.start().atZone(Zones.AMSTERDAM).toLocalDate());
    }
}
