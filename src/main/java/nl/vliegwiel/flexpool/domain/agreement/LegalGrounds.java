package nl.vliegwiel.flexpool.domain.agreement;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import nl.vliegwiel.platform.rule.Violation;

/**
 * The legal choices of one loan (R3, R4).
 *
 * @param waadi ground under the Waadi; null when not chosen
 * @param borrowerCheckedOn day on which the borrower checked that ground; null when not done
 * @param wtta position under the Wtta; null when not chosen
 * @param vat ground for VAT; null when not chosen
 * @param confirmed conditions that the lender confirmed
 */
public record LegalGrounds(WaadiGround waadi, LocalDate borrowerCheckedOn, WttaPosition wtta, VatGround vat,
        Set<VatCondition> confirmed) {
    public LegalGrounds {
        confirmed = Set.copyOf(confirmed);
    }

    /** The cautious defaults: collegial without profit, outside the Wtta for that reason, VAT at the standard rate. */
    public static LegalGrounds cautious(LocalDate borrowerCheckedOn) {
        return new LegalGrounds(WaadiGround.DEFAULT, borrowerCheckedOn, WttaPosition.OUTSIDE_COLLEGIAL,
                VatGround.DEFAULT, Set.of());
    }

    /**
     * What is missing or does not fit.
     *
     * @param loanStart first day of the loan
     * @param wttaFrom day from which the Wtta is in force, from dated reference data
     * @return {@code agreement.waadi.required}, {@code agreement.waadi.notChecked}, {@code agreement.wtta.required},
     *         {@code agreement.wtta.notCollegial}, {@code agreement.vat.required} and per condition
     *         {@code agreement.vat.condition} (arg: condition); empty when all is well
     */
    public List<Violation> check(LocalDate loanStart, LocalDate wttaFrom) {
        List<Violation> faults = new ArrayList<>();
        if (waadi == null) {
            faults.add(Violation.of("waadiGround", "agreement.waadi.required"));
        }
        if (borrowerCheckedOn == null) {
            faults.add(Violation.of("borrowerCheckedOn", "agreement.waadi.notChecked"));
        }
        if (wtta == null && !loanStart.isBefore(wttaFrom)) {
            faults.add(Violation.of("wttaPosition", "agreement.wtta.required"));
        }
        if (wtta == WttaPosition.OUTSIDE_COLLEGIAL && waadi == WaadiGround.REGISTERED
                && !loanStart.isBefore(wttaFrom)) {
            faults.add(Violation.of("wttaPosition", "agreement.wtta.notCollegial"));
        }
        if (vat == null) {
            faults.add(Violation.of("vatGround", "agreement.vat.required"));
            return faults;
        }
        Set<VatCondition> missing = EnumSet.noneOf(VatCondition.class);
        missing.addAll(vat.conditions());
        missing.removeAll(confirmed);
        missing.forEach(c -> faults.add(Violation.of("vatConditions", "agreement.vat.condition", c)));
        return faults;
    }
}
