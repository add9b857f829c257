package nl.vliegwiel.flexpool.domain;

import static java.time.DayOfWeek.FRIDAY;
import static java.time.DayOfWeek.MONDAY;
import static java.time.DayOfWeek.SATURDAY;
import static java.time.DayOfWeek.SUNDAY;
import static java.time.DayOfWeek.THURSDAY;
import static java.time.DayOfWeek.TUESDAY;
import static java.time.DayOfWeek.WEDNESDAY;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.DayOfWeek;
import java.util.Locale;
import java.util.stream.Stream;
import nl.vliegwiel.platform.rule.RuleViolation;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WeeklyPatternTest {
    private static final PatternSentence DUTCH = new PatternSentence(new Locale("nl", "NL"));
    private static final PatternSentence ENGLISH = new PatternSentence(Locale.UK);

    @Test
    void rowsThatOverlapOrTouchAreJoined() {
        var pattern = WeeklyPattern.of(WeeklyHours.of(MONDAY, "13:00", "17:00"), WeeklyHours.of(MONDAY, "09:00", "12:00"),
                WeeklyHours.of(MONDAY, "11:00", "13:00"), WeeklyHours.of(TUESDAY, "09:00", "10:00"));

        assertThat(pattern.hours()).containsExactly(
                WeeklyHours.of(MONDAY, "09:00", "17:00"), WeeklyHours.of(TUESDAY, "09:00", "10:00"));
        assertThat(pattern.minutesPerWeek()).isEqualTo(9 * 60);
    }

    @ParameterizedTest
    @CsvSource({"17:00,09:00,availability.hours.endAfterStart", "09:00,09:00,availability.hours.endAfterStart",
        "9:00,17:00,availability.hours.notATime", "09:60,17:00,availability.hours.notATime",
        "24:00,24:00,availability.hours.endAfterStart", ",17:00,availability.hours.notATime",
        "09:00,25:00,availability.hours.notATime"})
    void hoursThatAreNoHoursAreRefused(String from, String to, String key) {
        assertThatThrownBy(() -> WeeklyHours.of(MONDAY, from, to))
                .isInstanceOfSatisfying(RuleViolation.class, e -> assertThat(e.key()).isEqualTo(key));
    }

    @Test
    void midnightAsAnEndIsTheEndOfTheDay() {
        assertThat(WeeklyHours.of(FRIDAY, "20:00", "00:00")).isEqualTo(WeeklyHours.of(FRIDAY, "20:00", "24:00"));
        assertThat(WeeklyHours.of(FRIDAY, "20:00", "24:00").to()).isEqualTo("24:00");
    }

    @Test
    void saysEqualDaysTogether() {
        var pattern = days("09:00", "17:00", MONDAY, TUESDAY, THURSDAY);

        assertThat(DUTCH.of(pattern))
                .isEqualTo("Je bent op maandag, dinsdag en donderdag van 9.00 tot 17.00 uur beschikbaar.");
        assertThat(ENGLISH.of(pattern))
                .isEqualTo("You are available on Monday, Tuesday and Thursday from 09:00 to 17:00.");
    }

    @Test
    void saysARowOfDaysAsARange() {
        var pattern = days("08:30", "18:00", MONDAY, TUESDAY, WEDNESDAY, THURSDAY, FRIDAY);

        assertThat(DUTCH.of(pattern))
                .isEqualTo("Je bent van maandag tot en met vrijdag van 8.30 tot 18.00 uur beschikbaar.");
        assertThat(ENGLISH.of(pattern)).isEqualTo("You are available from Monday to Friday from 08:30 to 18:00.");
    }

    @Test
    void saysSeveralGroupsAndSeveralStretches() {
        var pattern = WeeklyPattern.of(Stream.of(
                days("09:00", "12:00", TUESDAY), days("13:00", "17:00", TUESDAY), days("10:00", "14:00", SATURDAY),
                days("00:00", "24:00", SUNDAY)).flatMap(p -> p.hours().stream()).toList());

        assertThat(DUTCH.of(pattern)).isEqualTo("Je bent op dinsdag van 9.00 tot 12.00 en van 13.00 tot 17.00 uur, "
                + "op zaterdag van 10.00 tot 14.00 uur en op zondag de hele dag beschikbaar.");
    }

    @Test
    void saysThatAnEmptyWeekIsEmpty() {
        assertThat(DUTCH.of(WeeklyPattern.of())).isEqualTo("Je bent op geen enkele dag beschikbaar.");
        assertThat(ENGLISH.of(WeeklyPattern.of())).isEqualTo("You are not available on any day.");
    }

    @Test
    void speaksDutchToADutchReaderOnAnEnglishServer() {
        Locale server = Locale.getDefault();
        Locale.setDefault(Locale.US);
        try {
            assertThat(new PatternSentence(new Locale("nl")).of(WeeklyPattern.of())).startsWith("Je bent");
        } finally {
            Locale.setDefault(server);
        }
    }

    private static WeeklyPattern days(String from, String to, DayOfWeek... days) {
        return WeeklyPattern.of(Stream.of(days).map(d -> WeeklyHours.of(d, from, to)).toList());
    }
}
