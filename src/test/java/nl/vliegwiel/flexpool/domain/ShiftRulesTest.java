package nl.vliegwiel.flexpool.domain;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import nl.vliegwiel.flexpool.domain.worktime.Limits;
import nl.vliegwiel.flexpool.domain.worktime.WorkingTimeLimits;
import nl.vliegwiel.platform.rule.Violation;
import nl.vliegwiel.platform.time.Period;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ShiftRulesTest {
    private static final ShiftRules RULES = new ShiftRules(Limits.law());

    @ParameterizedTest
    @CsvSource({
        "07:00, 15:00, 1, 30, ",
        "07:00, 07:00, 1, 0, shift.end.afterStart",
        "15:00, 07:00, 1, 30, shift.end.afterStart",
        "07:00, 15:00, 0, 30, shift.headcount.range",
        "07:00, 15:00, 51, 30, shift.headcount.range",
        "07:00, 15:00, 1, -1, shift.break.range",
        "07:00, 15:00, 1, 480, shift.break.range",
        "07:00, 15:00, 1, 2147483647, shift.break.range",
        "07:00, 19:45, 1, 45, ",
        "07:00, 19:46, 1, 45, shift.length.tooLong",
        "07:00, 12:30, 1, 0, ",
        "07:00, 12:31, 1, 0, shift.break.tooShort",
        "07:00, 15:00, 1, 15, "})
    void aShiftIsHeldAgainstTheHardLimits(String from, String to, int headcount, int breakMinutes, String key) {
        assertThat(RULES.check("shifts[0].", at(from), at(to), headcount, breakMinutes)).extracting(Violation::key)
                .isEqualTo(key == null ? List.of() : List.of(key));
    }

    @Test
    void thirtyHoursAreTooLongWhateverTheBreak() {
        Instant start = at("07:00");

        assertThat(RULES.check("", start, start.plusSeconds(30 * 3600), 1, 19 * 60)).extracting(Violation::key)
                .containsExactly("shift.length.tooLong");
        assertThat(new ShiftRules(new WorkingTimeLimits(List.of())).check("", start, start.plusSeconds(30 * 3600), 1, 0))
                .extracting(Violation::key).containsExactly("shift.length.tooLong");
    }

    @Test
    void aFaultNamesItsField() {
        assertThat(RULES.check("shifts[2].", at("07:00"), at("07:00"), 0, 0)).extracting(Violation::field)
                .containsExactly("shifts[2].headcount", "shifts[2].end");
    }

    @Test
    void theLongestAndShortestInstantsAreAFaultAndNoError() {
        assertThat(RULES.check("", Instant.MIN, Instant.MAX, 1, 0)).extracting(Violation::key)
                .containsExactly("shift.time.outOfReach");
        assertThat(RULES.check("", at("07:00"), Instant.MAX, 1, 0)).extracting(Violation::field).containsExactly("end");
    }

    @Test
    void aShorterBreakThanUsualIsAWarning() {
        assertThat(RULES.warnings("", new PlannedShift(new Period(at("07:00"), at("15:00")), 1, 15)))
                .extracting(Violation::key).containsExactly("shift.break.short");
        assertThat(RULES.warnings("", new PlannedShift(new Period(at("07:00"), at("15:00")), 1, 30))).isEmpty();
    }

    @Test
    void atPublishAShiftLiesAhead() {
        assertThat(ShiftRules.checkAtPublish("shifts[0].", at("07:00"), at("06:59"))).isEmpty();
        assertThat(ShiftRules.checkAtPublish("shifts[0].", at("07:00"), at("07:00"))).extracting(Violation::key)
                .containsExactly("shift.start.inPast");
    }

    private static Instant at(String utc) {
        return Instant.parse("2027-05-03T" + utc + ":00Z");
    }
}
