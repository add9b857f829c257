package nl.vliegwiel.flexpool.domain.settlement;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import nl.vliegwiel.flexpool.domain.agreement.Rate;
import nl.vliegwiel.flexpool.domain.agreement.RateKind;
import nl.vliegwiel.flexpool.domain.agreement.VatGround;
import nl.vliegwiel.flexpool.domain.hours.WorkedHours;
import nl.vliegwiel.flexpool.domain.settlement.ApprovedWork.Settled;
import nl.vliegwiel.flexpool.domain.settlement.OpenBookLine.Reckoned;
import nl.vliegwiel.platform.time.Zones;
import org.junit.jupiter.api.Test;

/** Rates of the day of the work, cost price and nothing above it, real minutes over clock changes (R2, R3, R6). */
class OpenBookLineTest {
    private static final UUID ONE = new UUID(0, 1);
    private static final UUID OTHER = new UUID(0, 2);
    private static final LocalDate YEAR = LocalDate.of(2027, 1, 1);
    private static final PublicHolidays HOLIDAYS = new PublicHolidays(List.of(new PublicHolidays.Rule("EASTER_MONDAY", 0, 1, false, LocalDate.of(2014, 1, 1), null)));

    private static HourPrice price(String scale, int charged, LocalDate from, LocalDate until) {
        return new HourPrice(scale, charged, 2_400, 900, 200, from, until, false);
    }

    private static RateBook book(List<HourPrice> hours, IrregularHours... irregular) {
        return new RateBook(hours, List.of(irregular), List.of(new Rate(RateKind.KILOMETRE_CENTS, 23, "test", LocalDate.of(2025, 1, 1), null),
            new Rate(RateKind.VAT_BASIS_POINTS, 2_100, "test", LocalDate.of(2012, 10, 1), null)), HOLIDAYS);
    }

    private static RateBook plain(IrregularHours... irregular) {
        return book(List.of(price(null, 3_400, LocalDate.of(2026, 1, 1), YEAR), price(null, 3_500, YEAR, null)), irregular);
    }

    private static Instant at(String local) {
        return LocalDateTime.parse(local).atZone(Zones.AMSTERDAM).toInstant();
    }

    private static WorkedHours hours(String from, String to, int pause) {
        return new WorkedHours(at(from), at(to), pause, 40);
    }

    private static ApprovedWork work(WorkedHours hours, Integer agreed, int metres, VatGround ground, String scale, Settled before) {
        return new ApprovedWork(new UUID(1, 1), 1, ONE, OTHER, hours, agreed, metres, ground, scale, before);
    }

    private static OpenBookLine line(WorkedHours hours, RateBook rates) {
        return OpenBookLine.of(work(hours, null, 0, VatGround.STANDARD, null, null), rates).line();
    }

    @Test
    void aDayIsWorkAtCostPriceAndTravelByTheMetre() {
        OpenBookLine line = OpenBookLine.of(work(hours("2027-03-01T10:00", "2027-03-01T16:30", 30), null, 12_345, VatGround.STANDARD, null, null), plain()).line();
        assertThat(line.minutes()).isEqualTo(360);
        assertThat(line.workCents()).isEqualTo(21_000);
        assertThat(line.travelCents()).as("12.345 km × 23 cents = 283.9").isEqualTo(284);
        assertThat(line.netCents()).isEqualTo(21_284);
        assertThat(line.hourCents()).isLessThanOrEqualTo(line.costPriceCents());
        assertThat(line.ratesVersion()).isEqualTo("hour 2027-01-01, km 2025-01-01, vat 2012-10-01");
    }

    @Test
    void theRateOfTheDayOnWhichTheWorkBeganHoldsOverTheYearEnd() {
        assertThat(line(hours("2026-12-31T20:00", "2027-01-01T02:00", 0), plain()).hourCents()).isEqualTo(3_400);
        assertThat(line(hours("2027-01-01T00:00", "2027-01-01T02:00", 0), plain()).hourCents()).isEqualTo(3_500);
    }

    @Test
    void withoutARateOfThatDayThereIsNoAmount() {
        Reckoned none = OpenBookLine.of(work(hours("2025-12-31T10:00", "2025-12-31T12:00", 0), null, 0, VatGround.STANDARD, null, null), plain());
        assertThat(none.line()).isNull();
        assertThat(none.missing()).isEqualTo("settlement.missing.hour");
        RateBook noVat = new RateBook(plain().hours(), List.of(), List.of(plain().general().get(0)), HOLIDAYS);
        assertThat(OpenBookLine.of(work(hours("2027-02-01T10:00", "2027-02-01T12:00", 0), null, 0, VatGround.STANDARD, null, null), noVat).missing())
            .isEqualTo("settlement.missing.vat");
        assertThat(OpenBookLine.of(work(hours("2027-02-01T10:00", "2027-02-01T12:00", 0), null, 0, VatGround.COST_SHARING, null, null), noVat).line().vatBasisPoints()).isZero();
    }

    @Test
    void whatWasAgreedHoldsButNeverMoreThanTheCost() {
        WorkedHours hour = hours("2027-02-01T10:00", "2027-02-01T11:00", 0);
        assertThat(OpenBookLine.of(work(hour, 2_000, 0, VatGround.STANDARD, null, null), plain()).line().workCents()).isEqualTo(2_000);
        assertThat(OpenBookLine.of(work(hour, 9_000, 0, VatGround.STANDARD, null, null), plain()).line().workCents()).as("R2").isEqualTo(3_500);
    }

    @Test
    void thePriceOfHerScaleComesBeforeThatOfEverybody() {
        RateBook rates = book(List.of(price(null, 3_300, YEAR, null), price("8", 3_450, YEAR, null)));
        WorkedHours hour = hours("2027-02-01T10:00", "2027-02-01T11:00", 0);
        assertThat(OpenBookLine.of(work(hour, null, 0, VatGround.STANDARD, "8", null), rates).line().hourCents()).isEqualTo(3_450);
        assertThat(OpenBookLine.of(work(hour, null, 0, VatGround.STANDARD, "9", null), rates).line().hourCents()).isEqualTo(3_300);
        assertThat(OpenBookLine.of(work(hour, null, 0, VatGround.STANDARD, null, null), rates).line().hourCents()).isEqualTo(3_300);
    }

    @Test
    void irregularHoursArePaidOnTopOfTheWageForTheirPartOfTheWork() {
        IrregularHours evening = new IrregularHours(DayOfWeek.MONDAY, 20 * 60, 24 * 60, 250, YEAR, null, false);
        OpenBookLine line = line(hours("2027-03-01T17:00", "2027-03-01T22:00", 30), plain(evening));
        assertThat(line.irregularMinutes()).as("120 of 300 minutes, of 270 without the break").isEqualTo(108);
        assertThat(line.irregularCents()).as("108 / 60 × 24.00 × 25 %").isEqualTo(1_080);
        assertThat(line(hours("2027-03-02T17:00", "2027-03-02T22:00", 30), plain(evening)).irregularCents()).as("another weekday").isZero();
        assertThat(line(hours("2026-12-28T17:00", "2026-12-28T22:00", 30), plain(evening)).irregularCents()).as("before it holds").isZero();
    }

    @Test
    void onAPublicHolidayItsOwnAllowanceGoesBeforeThatOfTheWeekday() {
        IrregularHours evening = new IrregularHours(DayOfWeek.MONDAY, 18 * 60, 24 * 60, 250, YEAR, null, false);
        IrregularHours holiday = new IrregularHours(null, 0, 20 * 60, 1_000, YEAR, null, false);
        RateBook rates = plain(evening, holiday);
        OpenBookLine easterMonday = line(hours("2027-03-29T17:00", "2027-03-29T22:00", 0), rates);
        assertThat(easterMonday.irregularMinutes()).as("17 to 20 as a holiday, 20 to 22 as an evening").isEqualTo(300);
        assertThat(easterMonday.irregularCents()).as("3 × 24.00 × 100 % + 2 × 24.00 × 25 %").isEqualTo(7_200 + 1_200);
        assertThat(line(hours("2027-04-05T17:00", "2027-04-05T22:00", 0), rates).irregularCents()).as("a Monday like others").isEqualTo(2_400);
        assertThat(line(hours("2027-03-29T10:00", "2027-03-29T12:00", 0), plain(evening)).irregularCents()).as("a library that set nothing pays nothing").isZero();
    }

    @Test
    void theNightsOfTheClockChangesHaveTheMinutesThatPassed() {
        IrregularHours night = new IrregularHours(DayOfWeek.SUNDAY, 0, 6 * 60, 500, YEAR, null, false);
        OpenBookLine spring = line(hours("2027-03-28T00:00", "2027-03-28T06:00", 0), plain(night));
        OpenBookLine autumn = line(hours("2027-10-31T00:00", "2027-10-31T06:00", 0), plain(night));
        assertThat(spring.minutes()).isEqualTo(300);
        assertThat(spring.irregularMinutes()).isEqualTo(300);
        assertThat(autumn.minutes()).isEqualTo(420);
        assertThat(autumn.irregularMinutes()).isEqualTo(420);
    }

    @Test
    void aCorrectionIsTheDifferenceToWhatWasSettled() {
        OpenBookLine first = OpenBookLine.of(work(hours("2027-03-01T10:00", "2027-03-01T16:00", 0), null, 10_000, VatGround.STANDARD, null, null), plain()).line();
        Settled before = new Settled(first.minutes(), first.workCents(), first.irregularMinutes(), first.irregularCents(), first.roadMetres(), first.travelCents());
        OpenBookLine correction = OpenBookLine.of(work(hours("2027-03-01T10:00", "2027-03-01T15:30", 0), null, 10_000, VatGround.STANDARD, null, before), plain()).line();
        assertThat(correction.correction()).isTrue();
        assertThat(correction.minutes()).isEqualTo(-30);
        assertThat(correction.netCents()).isEqualTo(-1_750);
        assertThat(correction.travelCents()).isZero();
    }

    @Property
    void linesAddUpToTheirInvoicesAndTheBalanceToBoth(@ForAll @Size(min = 1, max = 30) List<@IntRange(min = 1, max = 700) Integer> minutes, @ForAll @IntRange(max = 90_000) int metres) {
        List<OpenBookLine> lines = new ArrayList<>();
        for (int i = 0; i < minutes.size(); i++) {
            Instant start = at("2027-02-01T08:00");
            boolean turned = i % 3 == 0;
            lines.add(OpenBookLine.of(new ApprovedWork(new UUID(1, i), 1, turned ? OTHER : ONE, turned ? ONE : OTHER,
                new WorkedHours(start, start.plusSeconds(60L * minutes.get(i)), 0, 0), null, metres + i, VatGround.values()[i % 4], null, null), plain()).line());
        }
        List<OpenBookLine> taxed = OpenBookLine.withVat(lines);
        taxed.stream().map(OpenBookLine::invoice).distinct().forEach(key -> {
            List<OpenBookLine> own = taxed.stream().filter(line -> line.invoice().equals(key)).toList();
            long net = own.stream().mapToLong(OpenBookLine::netCents).sum();
            assertThat(own.stream().mapToLong(OpenBookLine::vatCents).sum()).isEqualTo(Shares.rounded(net * key.vatBasisPoints(), 10_000));
        });
        Netting netting = Netting.of(ONE, OTHER, taxed);
        assertThat(netting.ours().totalCents() + netting.theirs().totalCents()).isEqualTo(taxed.stream().mapToLong(OpenBookLine::totalCents).sum());
        assertThat(netting.balanceCents()).isEqualTo(-netting.turned().balanceCents());
        assertThat(netting.payerId()).isEqualTo(netting.turned().payerId());
        assertThat(netting.ours().minutes() + netting.theirs().minutes()).isEqualTo(minutes.stream().mapToInt(Integer::intValue).sum());
        assertThat(OpenBookLine.withVat(lines)).as("reckoned twice").isEqualTo(taxed);
    }

    @Test
    void aMarginIsRefusedWithTheReason() {
        assertThat(price(null, 3_500, YEAR, null).check()).isEmpty();
        assertThat(price(null, 3_501, YEAR, null).check()).singleElement().satisfies(fault -> {
            assertThat(fault.field()).isEqualTo("chargedCents");
            assertThat(fault.key()).isEqualTo("rate.margin");
        });
        assertThat(new HourPrice(null, 0, 0, 100, 0, YEAR, null, false).check()).extracting("key").containsExactly("rate.wage.missing");
    }

    @Test
    void aQuarterIsThatOfAmsterdam() {
        Quarter first = Quarter.parse("2027Q1").orElseThrow();
        assertThat(first.from()).isEqualTo(Instant.parse("2026-12-31T23:00:00Z"));
        assertThat(first.to()).as("after the clock change").isEqualTo(Instant.parse("2027-03-31T22:00:00Z"));
        assertThat(first.before().name()).isEqualTo("2026Q4");
        assertThat(Quarter.of(LocalDate.of(2027, 12, 31)).after().name()).isEqualTo("2028Q1");
        assertThat(Quarter.parse("2027Q5")).isEmpty();
        assertThat(Quarter.parse("2027q1 ")).isEmpty();
        assertThat(Quarter.parse(null)).isEmpty();
    }
}
