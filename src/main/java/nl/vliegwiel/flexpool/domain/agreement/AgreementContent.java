package nl.vliegwiel.flexpool.domain.agreement;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Collections;
import java.util.EnumSet;
import java.util.Set;

/**
 * What three parties say yes to: everything in the agreement that is of this loan, as it was when the text was made.
 * The clauses around it are named by their version. Kept as it is; another text is another version.
 *
 * @param employee who is lent out
 * @param lender her employer
 * @param borrower who asks
 * @param work what she will do and where
 * @param start begin of the work, which is the begin of the loan
 * @param end end of the work, by which the loan ends of itself
 * @param breakMinutes unpaid minutes within it
 * @param money what it costs
 * @param waadiGround ground under the Waadi (R4)
 * @param wttaPosition position under the Wtta; null where that act does not ask yet
 * @param wttaFrom day from which the Wtta asks it
 * @param vatGround ground for VAT (R3)
 * @param vatConditions what the lender confirmed for that ground
 * @param limitsVersion set of working-time limits in force (R6)
 * @param frame the frame agreement to which it is an annex; null for none
 */
public record AgreementContent(Employee employee, Organisation lender, Organisation borrower, Work work, Instant start, Instant end, int breakMinutes,
        Money money, WaadiGround waadiGround, WttaPosition wttaPosition, LocalDate wttaFrom, VatGround vatGround, Set<VatCondition> vatConditions,
        String limitsVersion, FrameReference frame) {
    public AgreementContent {
        // In the order of the conditions, so that the same text is the same bytes
        EnumSet<VatCondition> ordered = EnumSet.noneOf(VatCondition.class);
        ordered.addAll(vatConditions == null ? Set.of() : vatConditions);
        vatConditions = Collections.unmodifiableSet(ordered);
    }

    /** Without a frame agreement. */
    public AgreementContent(Employee employee, Organisation lender, Organisation borrower, Work work, Instant start, Instant end, int breakMinutes,
            Money money, WaadiGround waadiGround, WttaPosition wttaPosition, LocalDate wttaFrom, VatGround vatGround, Set<VatCondition> vatConditions,
            String limitsVersion) {
        this(employee, lender, borrower, work, start, end, breakMinutes, money, waadiGround, wttaPosition, wttaFrom, vatGround, vatConditions, limitsVersion, null);
    }

    /** @param minutesPerWeek by contract at the lender */
    public record Employee(String name, String function, int minutesPerWeek) {
    }

    /** A library, with its ISIL code where it has one. */
    public record Organisation(String name, String isil) {
    }

    /**
     * The work.
     *
     * @param function name of the work at the borrower
     * @param task what was agreed beforehand
     * @param branch where, with the name of the place
     */
    public record Work(String requestTitle, String function, String task, String branch, String place, String purpose) {
    }

    /**
     * The price, open to all (R2). A null is not known, and then there is no amount.
     *
     * @param minutes net minutes of work
     * @param rateCents cost price per hour
     * @param roadMetres there and back
     * @param kilometreCents per kilometre
     * @param demo true where a rate is invented for the demonstration
     * @param ratesFrom first day of the youngest rate that was used (R6)
     * @param irregularMinutes of them with an allowance; null in texts from before that was reckoned
     * @param irregularCents what is paid on top for these
     */
    public record Money(int minutes, Integer rateCents, Integer roadMetres, Integer kilometreCents, Long workCents, Long travelCents,
            Integer vatBasisPoints, Long vatCents, Long totalCents, boolean demo, LocalDate ratesFrom, Integer irregularMinutes, Long irregularCents) {
        /** Of work at ordinary hours, or of a text from before allowances were reckoned. */
        public Money(int minutes, Integer rateCents, Integer roadMetres, Integer kilometreCents, Long workCents, Long travelCents, Integer vatBasisPoints,
                Long vatCents, Long totalCents, boolean demo, LocalDate ratesFrom) {
            this(minutes, rateCents, roadMetres, kilometreCents, workCents, travelCents, vatBasisPoints, vatCents, totalCents, demo, ratesFrom, null, null);
        }
    }

    /** The same text with other terms. */
    public AgreementContent with(String task, String function, LegalGrounds grounds, Money newMoney) {
        return new AgreementContent(employee, lender, borrower, new Work(work.requestTitle(), function, task, work.branch(), work.place(), work.purpose()),
            start, end, breakMinutes, newMoney, grounds.waadi(), grounds.wtta(), wttaFrom, grounds.vat(), grounds.confirmed(), limitsVersion, frame);
    }

    /** The legal choices as a whole, for their check. */
    public LegalGrounds grounds(LocalDate borrowerCheckedOn) {
        return new LegalGrounds(waadiGround, borrowerCheckedOn, wttaPosition, vatGround, vatConditions);
    }
}
