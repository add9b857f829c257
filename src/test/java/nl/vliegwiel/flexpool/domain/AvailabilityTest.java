package nl.vliegwiel.flexpool.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import nl.vliegwiel.platform.rule.RuleViolation;
import nl.vliegwiel.platform.time.Period;
import nl.vliegwiel.platform.time.Zones;
import org.junit.jupiter.api.Test;

class AvailabilityTest {
    private static final WeeklyPattern OFFICE = WeeklyPattern.of(
            WeeklyHours.of(DayOfWeek.MONDAY, "09:00", "17:00"), WeeklyHours.of(DayOfWeek.TUESDAY, "09:00", "17:00"));
    private static final WeeklyPattern NIGHT = WeeklyPattern.of(
            WeeklyHours.of(DayOfWeek.SATURDAY, "22:00", "24:00"), WeeklyHours.of(DayOfWeek.SUNDAY, "00:00", "06:00"));

    @Test
    void nineOClockStaysNineOClockWhenTheClockChanges() {
        var free = new Availability(OFFICE, List.of()).expand(at("2027-03-22T00:00"), at("2027-03-30T00:00"));

        assertThat(free).containsExactly(
                period("2027-03-22T09:00", "2027-03-22T17:00"), period("2027-03-23T09:00", "2027-03-23T17:00"),
                period("2027-03-29T09:00", "2027-03-29T17:00"));
        assertThat(free.get(0).start()).isEqualTo(Instant.parse("2027-03-22T08:00:00Z"));
        assertThat(free.get(2).start()).isEqualTo(Instant.parse("2027-03-29T07:00:00Z"));
    }

    @Test
    void theHourThatDoesNotExistIsNeverFree() {
        var free = new Availability(NIGHT, List.of()).expand(at("2027-03-27T12:00"), at("2027-03-28T12:00"));

        assertThat(free).singleElement().satisfies(p -> {
            assertThat(p).isEqualTo(new Period(Instant.parse("2027-03-27T21:00:00Z"), Instant.parse("2027-03-28T04:00:00Z")));
            assertThat(p.length()).isEqualTo(Duration.ofHours(7));
        });
        var onlyTheGap = WeeklyPattern.of(WeeklyHours.of(DayOfWeek.SUNDAY, "02:00", "03:00"));
        assertThat(new Availability(onlyTheGap, List.of()).expand(at("2027-03-28T00:00"), at("2027-03-29T00:00"))).isEmpty();
    }

    @Test
    void theHourThatExistsTwiceIsFreeTwice() {
        var free = new Availability(NIGHT, List.of()).expand(at("2027-10-30T12:00"), at("2027-10-31T12:00"));

        assertThat(free).singleElement().extracting(Period::length).isEqualTo(Duration.ofHours(9));
        var halfOfIt = WeeklyPattern.of(WeeklyHours.of(DayOfWeek.SUNDAY, "02:00", "02:30"));
        assertThat(new Availability(halfOfIt, List.of()).expand(at("2027-10-31T00:00"), at("2027-11-01T00:00")))
                .containsExactly(
                        new Period(Instant.parse("2027-10-31T00:00:00Z"), Instant.parse("2027-10-31T00:30:00Z")),
                        new Period(Instant.parse("2027-10-31T01:00:00Z"), Instant.parse("2027-10-31T01:30:00Z")));
    }

    @Test
    void twoRowsThatMeetAtMidnightAreOneStretch() {
        assertThat(new Availability(NIGHT, List.of()).expand(at("2027-05-01T00:00"), at("2027-05-03T00:00")))
                .containsExactly(period("2027-05-01T22:00", "2027-05-02T06:00"));
    }

    @Test
    void anExtraYesAddsTimeAndANoTakesItAway() {
        var availability = new Availability(OFFICE, List.of(
                new AvailabilityOverride(period("2027-05-05T10:00", "2027-05-05T14:00"), true),
                new AvailabilityOverride(period("2027-05-03T12:00", "2027-05-03T13:00"), false)));

        assertThat(availability.expand(at("2027-05-03T00:00"), at("2027-05-10T00:00"))).containsExactly(
                period("2027-05-03T09:00", "2027-05-03T12:00"), period("2027-05-03T13:00", "2027-05-03T17:00"),
                period("2027-05-04T09:00", "2027-05-04T17:00"), period("2027-05-05T10:00", "2027-05-05T14:00"));
    }

    @Test
    void aNoWinsFromAnExtraYesWhateverTheirOrder() {
        var yes = new AvailabilityOverride(period("2027-05-05T10:00", "2027-05-05T14:00"), true);
        var no = new AvailabilityOverride(period("2027-05-05T12:00", "2027-05-05T18:00"), false);

        for (var overrides : List.of(List.of(yes, no), List.of(no, yes))) {
            assertThat(new Availability(WeeklyPattern.of(), overrides)
                    .expand(at("2027-05-05T00:00"), at("2027-05-06T00:00")))
                    .containsExactly(period("2027-05-05T10:00", "2027-05-05T12:00"));
        }
    }

    @Test
    void coversOnlyAPeriodThatIsFreeFromBeginToEnd() {
        var availability = new Availability(OFFICE, List.of());

        assertThat(availability.covers(period("2027-05-03T09:00", "2027-05-03T17:00"))).isTrue();
        assertThat(availability.covers(period("2027-05-03T09:00", "2027-05-03T17:01"))).isFalse();
        assertThat(availability.missing(period("2027-05-03T08:00", "2027-05-03T18:00"))).containsExactly(
                period("2027-05-03T08:00", "2027-05-03T09:00"), period("2027-05-03T17:00", "2027-05-03T18:00"));
    }

    @Test
    void anEmptyOrReversedWindowHasNoFreeTime() {
        var availability = new Availability(OFFICE, List.of());

        assertThat(availability.expand(at("2027-05-03T10:00"), at("2027-05-03T10:00"))).isEmpty();
        assertThat(availability.expand(at("2027-05-03T10:00"), at("2027-05-03T09:00"))).isEmpty();
    }

    @Test
    void anExceptionThatEndsBeforeItStartsIsRefused() {
        assertThatThrownBy(() -> AvailabilityOverride.of(at("2027-05-03T10:00"), at("2027-05-03T09:00"), false))
                .isInstanceOfSatisfying(RuleViolation.class,
                        e -> assertThat(e.key()).isEqualTo("availability.override.endAfterStart"));
    }

    @Test
    void anExceptionOutsideThisCenturyIsRefused() {
        assertThatThrownBy(() -> AvailabilityOverride.of(at("2027-05-03T10:00"), Instant.MAX, false))
                .isInstanceOfSatisfying(RuleViolation.class,
                        e -> assertThat(e.key()).isEqualTo("availability.override.outOfReach"));
    }

    /** The definition itself, moment by moment, also in the weeks of both clock changes. */
    @Property(tries = 300)
    void aMomentIsFreeExactlyWhenTheRulesSaySo(@ForAll("patterns") WeeklyPattern pattern,
            @ForAll("overrides") List<AvailabilityOverride> overrides, @ForAll("moments") Instant moment) {
        var availability = new Availability(pattern, overrides);
        var clock = moment.atZone(Zones.AMSTERDAM);
        int minute = clock.getHour() * 60 + clock.getMinute();
        boolean blocked = overrides.stream().anyMatch(o -> !o.available() && o.period().contains(moment));
        boolean extra = overrides.stream().anyMatch(o -> o.available() && o.period().contains(moment));
        boolean inPattern = pattern.on(clock.getDayOfWeek()).stream()
                .anyMatch(h -> minute >= h.fromMinute() && minute < h.toMinute());

        boolean free = availability.expand(moment.minus(Duration.ofDays(3)), moment.plus(Duration.ofDays(3))).stream()
                .anyMatch(p -> p.contains(moment));

        assertThat(free).isEqualTo(!blocked && (extra || inPattern));
        assertThat(availability.covers(new Period(moment, moment.plusSeconds(60)))).isEqualTo(free);
    }

    @Property(tries = 200)
    void freeTimeIsDisjointInOrderAndWithinTheWindow(@ForAll("patterns") WeeklyPattern pattern,
            @ForAll("overrides") List<AvailabilityOverride> overrides, @ForAll("moments") Instant from) {
        Instant to = from.plus(Duration.ofDays(9));
        var free = new Availability(pattern, overrides).expand(from, to);

        for (int i = 0; i < free.size(); i++) {
            assertThat(new Period(from, to).contains(free.get(i))).isTrue();
            assertThat(i == 0 || free.get(i - 1).end().isBefore(free.get(i).start())).isTrue();
        }
    }

    @Provide
    Arbitrary<Instant> moments() {
        return Arbitraries.of("2027-03-28T00:00:00Z", "2027-10-31T00:00:00Z", "2027-06-13T12:00:00Z").map(Instant::parse)
                .flatMap(base -> Arbitraries.integers().between(-3 * 24 * 4, 3 * 24 * 4).map(q -> base.plusSeconds(q * 900L)));
    }

    @Provide
    Arbitrary<WeeklyPattern> patterns() {
        var rows = Combinators.combine(Arbitraries.of(DayOfWeek.class), Arbitraries.integers().between(0, 95),
                Arbitraries.integers().between(1, 40))
                .as((day, from, length) -> new WeeklyHours(day, from * 15, Math.min(1440, (from + length) * 15)));
        return rows.list().ofMaxSize(12).map(WeeklyPattern::of);
    }

    @Provide
    Arbitrary<List<AvailabilityOverride>> overrides() {
        return Combinators.combine(moments(), Arbitraries.integers().between(1, 60), Arbitraries.of(true, false))
                .as((start, quarters, available) -> new AvailabilityOverride(
                        new Period(start, start.plusSeconds(quarters * 900L)), available))
                .list().ofMaxSize(6);
    }

    private static Instant at(String local) {
        return LocalDateTime.parse(local).atZone(Zones.AMSTERDAM).toInstant();
    }

    private static Period period(String from, String to) {
        return new Period(at(from), at(to));
    }

    @Test
    void aLongWindowIsExpandedToItsLastDay() {
        var free = new Availability(OFFICE, List.of()).expand(at("2027-01-01T00:00"), at("2028-01-01T00:00"));

        assertThat(free).hasSize(52 * 2);
        assertThat(free.get(free.size() - 1).start().atZone(Zones.AMSTERDAM).toLocalDate())
                .isEqualTo(LocalDate.of(2027, 12, 28));
    }
}
