package nl.vliegwiel.flexpool.domain.frame;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import nl.vliegwiel.flexpool.domain.agreement.VatCondition;
import nl.vliegwiel.flexpool.domain.agreement.VatGround;
import nl.vliegwiel.flexpool.domain.agreement.WaadiGround;
import nl.vliegwiel.flexpool.domain.agreement.WttaPosition;
import org.junit.jupiter.api.Test;

class FrameTermsTest {
    private static final LocalDate TODAY = LocalDate.of(2027, 3, 1);
    private static final LocalDate WTTA = LocalDate.of(2027, 1, 1);

    private static List<String> faults(FrameTerms terms) {
        return terms.check(TODAY, WTTA).stream().map(one -> one.field() + " " + one.key()).toList();
    }

    private static FrameTerms with(LocalDate from, LocalDate to, VatGround vat, Set<VatCondition> conditions, Integer notice) {
        return new FrameTerms(from, to, WaadiGround.DEFAULT, WttaPosition.OUTSIDE_COLLEGIAL, vat, conditions, TravelTerms.BORROWER_PAYS, LiabilityTerms.BORROWER_BEARS, notice, " ");
    }

    @Test
    void theCautiousChoicesAreWhole() {
        assertThat(faults(FrameTerms.cautious(TODAY))).isEmpty();
        assertThat(FrameTerms.cautious(TODAY).special()).isNull();
    }

    @Test
    void aGroundWithoutVatNeedsItsConditions() {
        assertThat(faults(with(TODAY, null, VatGround.COST_SHARING, Set.of(VatCondition.KEY_AGREED_BEFOREHAND), 3))).containsExactly("vatConditions agreement.vat.condition");
        assertThat(faults(with(TODAY, null, VatGround.COST_SHARING, Set.of(VatCondition.RISK_SHARED_BY_KEY, VatCondition.KEY_AGREED_BEFOREHAND), 3))).isEmpty();
    }

    @Test
    void daysAndNoticeAreSaidAtTheirField() {
        assertThat(faults(with(null, null, VatGround.STANDARD, Set.of(), 3))).containsExactly("validFrom frame.date.missing");
        assertThat(faults(with(TODAY, TODAY.minusDays(1), VatGround.STANDARD, Set.of(), 3))).containsExactly("validTo release.date.endBeforeStart");
        assertThat(faults(with(TODAY.minusYears(1), TODAY.minusDays(1), VatGround.STANDARD, Set.of(), 3))).containsExactly("validTo release.date.past");
        assertThat(faults(with(TODAY, null, VatGround.STANDARD, Set.of(), 13))).containsExactly("noticeMonths frame.notice.range");
        assertThat(faults(with(LocalDate.MAX, null, VatGround.STANDARD, Set.of(), 1))).containsExactly("validFrom release.date.range");
    }
}
