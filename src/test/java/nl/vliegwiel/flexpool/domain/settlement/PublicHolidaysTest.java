package nl.vliegwiel.flexpool.domain.settlement;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import nl.vliegwiel.flexpool.domain.settlement.PublicHolidays.Rule;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Days are reckoned, not typed in year by year (R6). */
class PublicHolidaysTest {
    private static final LocalDate SINCE = LocalDate.of(2014, 1, 1);

    @ParameterizedTest
    @CsvSource({"2014-04-20", "2016-03-27", "2019-04-21", "2024-03-31", "2025-04-20", "2026-04-05", "2027-03-28", "2038-04-25", "2285-03-22"})
    void easterIsAsTheCalendarHasIt(LocalDate easter) {
        assertThat(PublicHolidays.easter(easter.getYear())).isEqualTo(easter);
    }

    @Test
    void whatIsCountedFromEasterMovesWithIt() {
        PublicHolidays ascension = new PublicHolidays(List.of(new Rule("ASCENSION", 0, 39, false, SINCE, null)));
        assertThat(ascension.on(LocalDate.of(2026, 5, 14))).isTrue();
        assertThat(ascension.on(LocalDate.of(2027, 5, 6))).isTrue();
        assertThat(ascension.on(LocalDate.of(2027, 5, 14))).isFalse();
    }

    @Test
    void kingsDayIsNotKeptOnASunday() {
        PublicHolidays kingsDay = new PublicHolidays(List.of(new Rule("KINGS_DAY", 4, 27, true, SINCE, null)));
        assertThat(kingsDay.on(LocalDate.of(2027, 4, 27))).isTrue();
        assertThat(kingsDay.on(LocalDate.of(2025, 4, 27))).as("a Sunday").isFalse();
        assertThat(kingsDay.on(LocalDate.of(2025, 4, 26))).isTrue();
    }

    @Test
    void aRuleHoldsFromItsFirstDayToItsLast() {
        PublicHolidays some = new PublicHolidays(List.of(new Rule("SOME", 5, 5, false, LocalDate.of(2020, 5, 5), LocalDate.of(2025, 5, 5))));
        assertThat(some.on(LocalDate.of(2019, 5, 5))).isFalse();
        assertThat(some.on(LocalDate.of(2020, 5, 5))).isTrue();
        assertThat(some.on(LocalDate.of(2025, 5, 5))).isFalse();
    }
}
