package nl.vliegwiel.flexpool.domain.hours;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDateTime;
import java.util.List;
import nl.vliegwiel.platform.rule.Violation;
import nl.vliegwiel.platform.time.Period;
import nl.vliegwiel.platform.time.Zones;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What can be said about hours at all, in real minutes also when the clock changes. */
class WorkedHoursTest {
    private static final Period SHIFT = period("2027-05-03T10:00", "2027-05-03T14:00");

    private static Instant at(String wallClock) {
        return LocalDateTime.parse(wallClock).atZone(Zones.AMSTERDAM).toInstant();
    }

    private static Period period(String start, String end) {
        return new Period(at(start), at(end));
    }

    private static List<String> faults(String start, String end, int pause, int travel) {
        return new WorkedHours(at(start), at(end), pause, travel).check(SHIFT).stream().map(Violation::key).toList();
    }

    @Test
    void thePlannedShiftIsFine() {
        assertThat(WorkedHours.planned(SHIFT, 30, 60).check(SHIFT)).isEmpty();
        assertThat(WorkedHours.planned(SHIFT, 30, 60).netMinutes()).isEqualTo(210);
    }

    @ParameterizedTest
    @CsvSource({
        "2027-05-03T14:00, 2027-05-03T10:00, 0, 0, hours.end.afterStart",
        "2027-05-03T10:00, 2027-05-03T10:00, 0, 0, hours.end.afterStart",
        "2027-05-03T10:00, 2027-05-03T14:00, 240, 0, hours.break.within",
        "2027-05-03T10:00, 2027-05-03T14:00, -1, 0, hours.break.within",
        "2027-05-03T10:00, 2027-05-03T14:00, 0, -1, hours.travel.range",
        "2027-05-03T10:00, 2027-05-03T14:00, 0, 1201, hours.travel.range",
        "2027-05-03T10:00, 2027-05-04T10:01, 0, 0, hours.end.tooLong",
        "2027-05-04T10:00, 2027-05-04T14:00, 0, 0, hours.start.otherDay",
        "2027-05-02T21:59, 2027-05-03T01:00, 0, 0, hours.start.otherDay",
        "2999-05-03T10:00, 2999-05-03T14:00, 0, 0, hours.time.outOfReach"})
    void whatCannotBeIsRefusedByName(String start, String end, int pause, int travel, String key) {
        assertThat(faults(start, end, pause, travel)).containsExactly(key);
    }

    @ParameterizedTest
    @CsvSource({
        "2027-05-03T10:00, 2027-05-03T14:00, 239, 0",
        "2027-05-03T10:00, 2027-05-03T14:00, 0, 1200",
        "2027-05-03T10:00, 2027-05-04T10:00, 0, 0",
        "2027-05-02T22:00, 2027-05-03T01:00, 0, 0"})
    void whatIsJustPossibleIsTaken(String start, String end, int pause, int travel) {
        assertThat(faults(start, end, pause, travel)).isEmpty();
    }

    @Test
    void inTheNightThatTheClockGoesForwardAnHourLessWasWorked() {
        assertThat(new WorkedHours(at("2027-03-28T00:00"), at("2027-03-28T08:00"), 30, 0).netMinutes()).isEqualTo(390);
    }

    @Test
    void inTheNightThatTheClockGoesBackAnHourMoreWasWorked() {
        assertThat(new WorkedHours(at("2027-10-31T00:00"), at("2027-10-31T08:00"), 30, 0).netMinutes()).isEqualTo(510);
    }

    @Test
    void aDayOfTwentyFiveHoursIsStillTooLongForOnePerson() {
        Period night = period("2027-10-31T00:00", "2027-10-31T08:00");
        assertThat(new WorkedHours(at("2027-10-31T00:00"), at("2027-11-01T00:00"), 0, 0).check(night)).extracting(Violation::key).containsExactly("hours.end.tooLong");
    }
}
