package nl.vliegwiel.person.boundary;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import nl.vliegwiel.platform.privacy.RetentionRule;
import org.junit.jupiter.api.Test;

class RetentionTest {
    private static RetentionRule months(int months) {
        return new RetentionRule("HOURS", months, "WORK_ENDED", RetentionRule.Action.DELETE, "Wet", LocalDate.of(2026, 1, 1), null);
    }

    @Test
    void theClockCountsMonthsAsPeopleDoAlsoOverAClockChange() {
        Instant winter = Instant.parse("2027-02-28T11:00:00Z");
        assertThat(RetentionService.until(winter, months(1))).as("noon stays noon").isEqualTo("2027-03-28T10:00:00Z");
        assertThat(RetentionService.until(winter, months(84))).isEqualTo("2034-02-28T11:00:00Z");
        assertThat(RetentionService.until(Instant.parse("2027-01-31T11:00:00Z"), months(1))).as("no 31 February").isEqualTo("2027-02-28T11:00:00Z");
    }

    @Test
    void aClockThatDoesNotRunHasNoEnd() {
        assertThat(RetentionService.until(null, months(12))).isNull();
    }
}
