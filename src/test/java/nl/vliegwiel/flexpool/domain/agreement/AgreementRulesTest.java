package nl.vliegwiel.flexpool.domain.agreement;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import nl.vliegwiel.platform.rule.RuleViolation;
import nl.vliegwiel.platform.rule.Violation;
import org.junit.jupiter.api.Test;

/** Amounts are made up. */
class AgreementRulesTest {
    private static final LocalDate CHECKED = LocalDate.of(2026, 12, 1);
    private static final LocalDate WTTA = LocalDate.of(2027, 1, 1);
    private static final LocalDate BEFORE = LocalDate.of(2026, 12, 31);

    @Test
    void theCautiousChoicesAreComplete() {
        var grounds = LegalGrounds.cautious(CHECKED);

        assertThat(grounds.check(WTTA, WTTA)).isEmpty();
        assertThat(grounds.vat()).isEqualTo(VatGround.STANDARD);
        assertThat(grounds.waadi()).isEqualTo(WaadiGround.COLLEGIAL_NON_PROFIT);
    }

    @Test
    void everyChoiceIsRequired() {
        assertThat(keys(new LegalGrounds(null, null, null, null, Set.of()), WTTA)).containsExactly(
                "agreement.waadi.required", "agreement.waadi.notChecked", "agreement.wtta.required", "agreement.vat.required");
    }

    @Test
    void theWttaIsAskedFromTheDayItIsInForce() {
        var without = new LegalGrounds(WaadiGround.REGISTERED, CHECKED, null, VatGround.STANDARD, Set.of());

        assertThat(keys(without, BEFORE)).isEmpty();
        assertThat(keys(without, WTTA)).containsExactly("agreement.wtta.required");
    }

    @Test
    void aRegisteredLenderIsNotOutsideTheWttaAsAColleague() {
        assertThat(keys(new LegalGrounds(WaadiGround.REGISTERED, CHECKED, WttaPosition.OUTSIDE_COLLEGIAL, VatGround.STANDARD, Set.of()), WTTA))
                .containsExactly("agreement.wtta.notCollegial");
        assertThat(keys(new LegalGrounds(WaadiGround.REGISTERED, CHECKED, WttaPosition.ADMITTED, VatGround.STANDARD, Set.of()), WTTA)).isEmpty();
    }

    @Test
    void aGroundWithoutVatNeedsEveryConditionConfirmed() {
        var all = VatGround.STRUCTURAL_SOCIAL_CULTURAL.conditions();
        assertThat(all).hasSize(4);
        assertThat(keys(with(VatGround.STRUCTURAL_SOCIAL_CULTURAL, all), WTTA)).isEmpty();
        for (VatCondition one : all) {
            var others = EnumSet.copyOf(all);
            others.remove(one);
            assertThat(with(VatGround.STRUCTURAL_SOCIAL_CULTURAL, others).check(WTTA, WTTA)).singleElement()
                    .isEqualTo(Violation.of("vatConditions", "agreement.vat.condition", one));
        }
    }

    @Test
    void onlyTheStandardGroundIsTaxedAndNeedsNoCondition() {
        for (VatGround ground : VatGround.values()) {
            assertThat(ground.isTaxed()).isEqualTo(ground == VatGround.STANDARD);
            assertThat(ground.conditions().isEmpty()).isEqualTo(ground.isTaxed());
        }
    }

    @Test
    void costsAddUpToTheCent() {
        var cost = CostPreview.of(450, 3333, 3333, 85_500, 23, VatGround.STANDARD, 2100);

        assertThat(cost.workCents()).isEqualTo(24_998);   // 7.5 × 33.33 = 249.975
        assertThat(cost.travelCents()).isEqualTo(1_967);  // 85.5 × 0.23 = 19.665
        assertThat(cost.vatCents()).isEqualTo(5_663);     // 21 % of 269.65 = 56.6265
        assertThat(cost.totalCents()).isEqualTo(24_998 + 1_967 + 5_663);
    }

    @Test
    void withoutVatTheTotalIsWorkAndTravel() {
        var cost = CostPreview.of(60, 3000, 3100, 0, 23, VatGround.COST_SHARING, 2100);

        assertThat(cost.vatBasisPoints()).isZero();
        assertThat(cost.totalCents()).isEqualTo(3000);
    }

    @Test
    void aMarginIsRefused() {
        assertThatThrownBy(() -> CostPreview.of(60, 3001, 3000, 0, 0, VatGround.STANDARD, 2100))
                .isInstanceOfSatisfying(RuleViolation.class, e -> {
                    assertThat(e.key()).isEqualTo("agreement.cost.margin");
                    assertThat(e.arguments()).containsExactly(3001, 3000);
                });
    }

    @Property
    void everyLineIsWithinHalfACentOfTheExactAmount(@ForAll @IntRange(max = 100_000) int minutes, @ForAll @IntRange(max = 20_000) int rate,
            @ForAll @IntRange(max = 1_000_000) int metres, @ForAll @IntRange(max = 100) int perKilometre) {
        var cost = CostPreview.of(minutes, rate, rate, metres, perKilometre, VatGround.STANDARD, 2100);

        assertThat(Math.abs(120L * cost.workCents() - 2L * minutes * rate)).isLessThanOrEqualTo(60);
        assertThat(Math.abs(2_000L * cost.travelCents() - 2L * metres * perKilometre)).isLessThanOrEqualTo(1_000);
        assertThat(cost.totalCents()).isEqualTo(cost.workCents() + cost.travelCents() + cost.vatCents());
    }

    @Test
    void theRateOfTheDayHolds() {
        var old = new Rate(RateKind.KILOMETRE_CENTS, 20, "test", LocalDate.of(2025, 1, 1), BEFORE);
        var fresh = new Rate(RateKind.KILOMETRE_CENTS, 25, "test", WTTA, null);
        var other = new Rate(RateKind.HOUR_CENTS, 3000, "test", LocalDate.of(2025, 1, 1), null);
        var rates = List.of(fresh, other, old);

        assertThat(Rate.on(rates, RateKind.KILOMETRE_CENTS, BEFORE)).contains(old);
        assertThat(Rate.on(rates, RateKind.KILOMETRE_CENTS, WTTA)).contains(fresh);
        assertThat(Rate.on(rates, RateKind.KILOMETRE_CENTS, LocalDate.of(2024, 1, 1))).isEmpty();
    }

    private static LegalGrounds with(VatGround ground, Set<VatCondition> confirmed) {
        return new LegalGrounds(WaadiGround.COLLEGIAL_NON_PROFIT, CHECKED, WttaPosition.OUTSIDE_COLLEGIAL, ground, confirmed);
    }

    private static List<String> keys(LegalGrounds grounds, LocalDate start) {
        return grounds.check(start, WTTA).stream().map(Violation::key).toList();
    }
}
