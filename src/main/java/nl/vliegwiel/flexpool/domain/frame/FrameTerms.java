package nl.vliegwiel.flexpool.domain.frame;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import nl.vliegwiel.flexpool.domain.agreement.LegalGrounds;
import nl.vliegwiel.flexpool.domain.agreement.VatCondition;
import nl.vliegwiel.flexpool.domain.agreement.VatGround;
import nl.vliegwiel.flexpool.domain.agreement.WaadiGround;
import nl.vliegwiel.flexpool.domain.agreement.WttaPosition;
import nl.vliegwiel.platform.rule.Violation;

/**
 * What two libraries agree. The price is always the cost price: more is no collegial loan (R2), so there is nothing to
 * choose there.
 *
 * @param validTo last day, included; null for no end
 * @param noticeMonths after which it ends when one of the two gives notice
 * @param special what else was agreed; null for nothing
 */
public record FrameTerms(LocalDate validFrom, LocalDate validTo, WaadiGround waadiGround, WttaPosition wttaPosition, VatGround vatGround, Set<VatCondition> vatConditions,
        TravelTerms travel, LiabilityTerms liability, Integer noticeMonths, String special) {
    private static final int MOST_NOTICE = 12;
    private static final int LONGEST_SPECIAL = 2000;
    private static final int FIRST_YEAR = 2000;
    private static final int LAST_YEAR = 2200;

    public FrameTerms {
        // In the order of the conditions, so that the same text is the same bytes
        EnumSet<VatCondition> ordered = EnumSet.noneOf(VatCondition.class);
        ordered.addAll(vatConditions == null ? Set.of() : vatConditions);
        vatConditions = Collections.unmodifiableSet(ordered);
        special = special == null || special.isBlank() ? null : special.strip();
    }

    /** The cautious choices (R3, R4). */
    public static FrameTerms cautious(LocalDate from) {
        return new FrameTerms(from, null, WaadiGround.DEFAULT, WttaPosition.OUTSIDE_COLLEGIAL, VatGround.DEFAULT, Set.of(), TravelTerms.BORROWER_PAYS,
            LiabilityTerms.BORROWER_BEARS, 3, null);
    }

    /** @param wttaFrom day from which the Wtta asks for a position */
    public List<Violation> check(LocalDate today, LocalDate wttaFrom) {
        List<Violation> faults = new ArrayList<>();
        if (validFrom == null) {
            faults.add(Violation.of("validFrom", "frame.date.missing"));
        } else if (validFrom.getYear() < FIRST_YEAR || validFrom.getYear() > LAST_YEAR) {
            faults.add(Violation.of("validFrom", "release.date.range"));
        }
        if (validTo != null && (validTo.getYear() < FIRST_YEAR || validTo.getYear() > LAST_YEAR)) {
            faults.add(Violation.of("validTo", "release.date.range"));
        } else if (validTo != null && validFrom != null && validTo.isBefore(validFrom)) {
            faults.add(Violation.of("validTo", "release.date.endBeforeStart"));
        } else if (validTo != null && validTo.isBefore(today)) {
            faults.add(Violation.of("validTo", "release.date.past"));
        }
        if (travel == null) {
            faults.add(Violation.of("travel", "frame.choice.missing"));
        }
        if (liability == null) {
            faults.add(Violation.of("liability", "frame.choice.missing"));
        }
        if (noticeMonths == null || noticeMonths < 0 || noticeMonths > MOST_NOTICE) {
            faults.add(Violation.of("noticeMonths", "frame.notice.range", MOST_NOTICE));
        }
        if (special != null && special.length() > LONGEST_SPECIAL) {
            faults.add(Violation.of("special", "placement.text.tooLong", LONGEST_SPECIAL));
        }
        LocalDate first = validFrom == null ? today : validFrom;
        // The check of the Waadi ground is done loan by loan, with the borrower's yes (R4)
        faults.addAll(new LegalGrounds(waadiGround, today, wttaPosition, vatGround, vatConditions).check(first, wttaFrom));
        return faults;
    }
}
