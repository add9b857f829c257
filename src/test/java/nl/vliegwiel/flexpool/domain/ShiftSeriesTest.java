package nl.vliegwiel.flexpool.domain;

import static java.time.DayOfWeek.SUNDAY;
import static java.time.DayOfWeek.TUESDAY;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import nl.vliegwiel.platform.rule.RuleViolation;
import nl.vliegwiel.platform.rule.Violation;
import nl.vliegwiel.platform.time.Zones;
import org.junit.jupiter.api.Test;

class ShiftSeriesTest {
    @Test
    void everyShiftStartsAtTheSameWallClockTimeOverBothClockChanges() {
        var spring = series(Set.of(TUESDAY), "2027-03-16", "2027-04-06", "09:00", "17:00").expand();

        assertThat(spring).extracting(s -> s.period().start()).containsExactly(
                Instant.parse("2027-03-16T08:00:00Z"), Instant.parse("2027-03-23T08:00:00Z"),
                Instant.parse("2027-03-30T07:00:00Z"), Instant.parse("2027-04-06T07:00:00Z"));
        assertThat(spring).extracting(s -> s.period().minutes()).containsOnly(480L);
        assertThat(series(Set.of(TUESDAY), "2027-10-26", "2027-11-02", "09:00", "17:00").expand())
                .extracting(s -> s.period().start())
                .containsExactly(Instant.parse("2027-10-26T07:00:00Z"), Instant.parse("2027-11-02T08:00:00Z"));
    }

    @Test
    void aTimeThatDoesNotExistIsRefusedAndNamesTheDate() {
        var night = series(Set.of(SUNDAY), "2027-03-21", "2027-04-04", "02:30", "06:00");

        assertThat(faults(night)).singleElement().satisfies(v -> {
            assertThat(v.field()).isEqualTo("start");
            assertThat(v.key()).isEqualTo("shift.time.doesNotExist");
            assertThat(v.arguments()).containsExactly(LocalDate.of(2027, 3, 28), LocalTime.of(2, 30));
        });
        assertThat(faults(series(Set.of(SUNDAY), "2027-03-28", "2027-03-28", "01:00", "02:00")))
                .extracting(Violation::field).containsExactly("end");
        assertThat(series(Set.of(SUNDAY), "2027-03-28", "2027-03-28", "01:00", "03:00").expand())
                .extracting(s -> s.period().length()).containsExactly(Duration.ofHours(1));
    }

    @Test
    void aTimeThatExistsTwiceIsTheFirstOfTheTwo() {
        var shifts = series(Set.of(SUNDAY), "2027-10-31", "2027-10-31", "02:30", "06:00").expand();

        assertThat(shifts).singleElement().satisfies(s -> {
            assertThat(s.period().start()).isEqualTo(Instant.parse("2027-10-31T00:30:00Z"));
            assertThat(s.period().length()).isEqualTo(Duration.ofMinutes(270));
        });
    }

    @Test
    void midnightAsEndIsTheEndOfTheDay() {
        assertThat(series(Set.of(TUESDAY), "2027-05-04", "2027-05-04", "20:00", "00:00").expand())
                .extracting(s -> s.period().minutes()).containsExactly(240L);
    }

    @Test
    void whatCannotBeASeriesIsRefusedAtItsField() {
        assertThat(keys(series(Set.of(), "2027-05-04", "2027-05-11", "09:00", "17:00"))).containsExactly("series.days.none");
        assertThat(keys(series(Set.of(TUESDAY), "2027-05-11", "2027-05-04", "09:00", "17:00"))).containsExactly("series.until.beforeFrom");
        assertThat(keys(series(Set.of(TUESDAY), "2027-05-05", "2027-05-10", "09:00", "17:00"))).containsExactly("series.days.noDate");
        assertThat(keys(series(Set.of(TUESDAY), "2027-05-04", "2027-05-11", "17:00", "09:00"))).containsExactly("shift.end.afterStart");
        assertThat(keys(series(Set.of(TUESDAY), "2027-05-04", "2027-05-11", "09:00", "09:00"))).containsExactly("shift.end.afterStart");
        assertThat(keys(series(EnumSet.allOf(DayOfWeek.class), "2027-01-01", "9999-12-31", "09:00", "17:00"))).containsExactly("series.until.tooMany");
    }

    @Property(tries = 200)
    void wallClockTimesNeverMove(@ForAll @IntRange(max = 300) int startDay, @ForAll @IntRange(min = 3, max = 20) int hour,
            @ForAll @IntRange(min = 1, max = 3) int length) {
        LocalDate from = LocalDate.of(2027, 1, 1).plusDays(startDay);
        var shifts = new ShiftSeries(EnumSet.of(DayOfWeek.MONDAY, DayOfWeek.SUNDAY), from, from.plusWeeks(20),
                LocalTime.of(hour, 0), LocalTime.of(hour + length, 0), 2, 0).expand();

        assertThat(shifts).allSatisfy(s -> {
            var start = s.period().start().atZone(Zones.AMSTERDAM);
            assertThat(start.toLocalTime()).isEqualTo(LocalTime.of(hour, 0));
            assertThat(s.period().end().atZone(Zones.AMSTERDAM)).isEqualTo(start.plusHours(length));
            assertThat(start.getDayOfWeek()).isIn(DayOfWeek.MONDAY, DayOfWeek.SUNDAY);
        });
        assertThat(shifts).hasSizeBetween(40, 42);
    }

    private static ShiftSeries series(Set<DayOfWeek> days, String from, String until, String start, String end) {
        return new ShiftSeries(days, LocalDate.parse(from), LocalDate.parse(until), LocalTime.parse(start),
                LocalTime.parse(end), 1, 30);
    }

    private static List<Violation> faults(ShiftSeries series) {
        List<Violation> found = new ArrayList<>();
        assertThatThrownBy(series::expand)
                .isInstanceOfSatisfying(RuleViolation.class, e -> found.addAll(e.violations()));
        return found;
    }

    private static List<String> keys(ShiftSeries series) {
        return faults(series).stream().map(Violation::key).toList();
    }
}
