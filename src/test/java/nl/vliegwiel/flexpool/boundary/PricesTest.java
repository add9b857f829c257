package nl.vliegwiel.flexpool.boundary;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import nl.vliegwiel.flexpool.domain.agreement.AgreementContent.Money;
import nl.vliegwiel.flexpool.domain.agreement.Rate;
import nl.vliegwiel.flexpool.domain.agreement.RateKind;
import nl.vliegwiel.flexpool.domain.agreement.VatGround;
import nl.vliegwiel.flexpool.domain.settlement.RateBook.OnTop;
import nl.vliegwiel.flexpool.persistence.WorkingTimeQueries.KnownRate;
import nl.vliegwiel.platform.rule.RuleViolation;
import nl.vliegwiel.platform.time.Period;
import nl.vliegwiel.platform.time.Zones;
import org.junit.jupiter.api.Test;

class PricesTest {
    private static final LocalDate DAY = LocalDate.of(2027, 5, 4);
    private static final KnownRate HOUR = rate(RateKind.HOUR_CENTS, 3600, true);
    private static final KnownRate KILOMETRE = rate(RateKind.KILOMETRE_CENTS, 23, false);
    private static final KnownRate VAT = rate(RateKind.VAT_BASIS_POINTS, 2100, false);
    private static final List<KnownRate> ALL = List.of(HOUR, KILOMETRE, VAT);

    private static Instant at(int hour) {
        return DAY.atTime(hour, 0).atZone(Zones.AMSTERDAM).toInstant();
    }

    private static KnownRate rate(RateKind kind, int figure, boolean demo) {
        return new KnownRate(new Rate(kind, figure, "source", LocalDate.of(2025, 1, 1), null), demo);
    }

    /** Six hours, ten kilometres in a straight line: 26 by road, there and back. */
    private static Prices.Job job(boolean own) {
        return new Prices.Job(new UUID(0, 1), new UUID(0, 2), new Period(at(10), at(16).plusSeconds(1800)), 30, 10_000, own);
    }

    @Test
    void reckonsWorkTravelAndVat() {
        Money money = Prices.money(job(false), VatGround.STANDARD, ALL, null, OnTop.NOTHING);
        assertThat(money.workCents()).isEqualTo(21_600);
        assertThat(money.travelCents()).isEqualTo(598);
        assertThat(money.vatCents()).isEqualTo(4_662);
        assertThat(money.totalCents()).isEqualTo(26_860);
        assertThat(money.demo()).isTrue();
    }

    @Test
    void whatIrregularHoursBringOnTopIsInTheTotalBeforeAnybodySaysYes() {
        Money money = Prices.money(job(false), VatGround.STANDARD, ALL, null, new OnTop(120, 1_200, true));
        assertThat(money.irregularMinutes()).isEqualTo(120);
        assertThat(money.irregularCents()).isEqualTo(1_200);
        assertThat(money.vatCents()).as("21 % of 216.00 + 12.00 + 5.98").isEqualTo(4_914);
        assertThat(money.totalCents()).isEqualTo(21_600 + 1_200 + 598 + 4_914);
        assertThat(money.demo()).isTrue();
    }

    @Test
    void givesNoAmountWithoutACostPrice() {
        Money money = Prices.money(job(false), VatGround.STANDARD, List.of(KILOMETRE, VAT), null, OnTop.NOTHING);
        assertThat(money.totalCents()).isNull();
        assertThat(money.rateCents()).isNull();
        assertThat(money.travelCents()).isEqualTo(598);
        assertThat(money.demo()).isFalse();
    }

    @Test
    void refusesAMarginAndTakesLess() {
        assertThatThrownBy(() -> Prices.money(job(false), VatGround.STANDARD, ALL, 3601, OnTop.NOTHING)).isInstanceOfSatisfying(RuleViolation.class,
            refusal -> assertThat(refusal.key()).isEqualTo("agreement.cost.margin"));
        assertThatThrownBy(() -> Prices.money(job(false), VatGround.STANDARD, List.of(KILOMETRE, VAT), 1, OnTop.NOTHING)).isInstanceOf(RuleViolation.class);
        assertThat(Prices.money(job(false), VatGround.STANDARD, ALL, 3000, OnTop.NOTHING).workCents()).isEqualTo(18_000);
    }

    @Test
    void chargesNoVatOnAnUntaxedGroundOrWithinOneLibrary() {
        assertThat(Prices.money(job(false), VatGround.COST_SHARING, ALL, null, OnTop.NOTHING).vatCents()).isZero();
        assertThat(Prices.money(job(true), VatGround.STANDARD, ALL, null, OnTop.NOTHING).vatCents()).isZero();
    }
}
