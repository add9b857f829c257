package nl.vliegwiel.flexpool.domain.release;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDateTime;
import nl.vliegwiel.platform.time.Zones;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WorkingHoursTest {
    private static Instant wall(String moment) {
        return LocalDateTime.parse(moment).atZone(Zones.AMSTERDAM).toInstant();
    }

    /** 2027: 1 March is a Monday; clocks change on Sunday 28 March and 31 October. */
    @ParameterizedTest(name = "{1} working hours after {0} is {2}")
    @CsvSource({
        "2027-03-01T09:00, 4, 2027-03-01T13:00",
        "2027-03-01T09:00, 8, 2027-03-01T17:00",
        "2027-03-01T16:00, 2, 2027-03-02T10:00",
        "2027-03-01T20:00, 1, 2027-03-02T10:00",
        "2027-03-01T03:00, 1, 2027-03-01T10:00",
        "2027-03-05T16:30, 1, 2027-03-08T09:30",
        "2027-03-06T12:00, 8, 2027-03-08T17:00",
        "2027-03-26T16:00, 2, 2027-03-29T10:00",
        "2027-10-29T16:00, 2, 2027-11-01T10:00",
        "2027-12-31T16:00, 2, 2028-01-03T10:00",
        "2027-03-01T09:00, 80, 2027-03-12T17:00"})
    void hoursOutsideTheOfficeDoNotCount(String from, int hours, String due) {
        assertThat(WorkingHours.after(wall(from), hours)).isEqualTo(wall(due));
    }
}
