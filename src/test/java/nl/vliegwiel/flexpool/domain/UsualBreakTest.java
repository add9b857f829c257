package nl.vliegwiel.flexpool.domain;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import nl.vliegwiel.flexpool.domain.worktime.Limits;
import nl.vliegwiel.platform.time.Period;
import org.junit.jupiter.api.Test;

class UsualBreakTest {
    private static final Instant NINE = Instant.parse("2027-05-03T07:00:00Z");
    private final ShiftRules rules = new ShiftRules(Limits.law());

    @Test
    void isLongEnoughToPassTheCheckWithoutAWarning() {
        for (int minutes = 15; minutes <= 12 * 60; minutes += 15) {
            Instant end = NINE.plusSeconds(minutes * 60L);
            int rest = rules.usualBreak(NINE, end);
            assertThat(rules.check("", NINE, end, 1, rest)).as(minutes + " minutes with a break of " + rest).isEmpty();
            assertThat(rules.warnings("", new PlannedShift(new Period(NINE, end), 1, rest))).isEmpty();
        }
    }

    @Test
    void isNoneForAShortShiftAndForNoShift() {
        assertThat(rules.usualBreak(NINE, NINE.plusSeconds(4 * 3600))).isZero();
        assertThat(rules.usualBreak(NINE, NINE)).isZero();
    }
}
