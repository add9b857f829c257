package nl.vliegwiel.flexpool.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.DayOfWeek;
import java.util.stream.Collectors;
import nl.vliegwiel.platform.rule.RuleViolation;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TypedHoursTest {
    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '"', value = {
        "9-17|09:00-17:00",
        "9 - 17|09:00-17:00",
        "9:00–17:30|09:00-17:30",
        "9.15 - 17.45 uur|09:15-17:45",
        "09:00 tot 17:00|09:00-17:00",
        "van 9 tot 17 uur|09:00-17:00",
        "9u30-17u|09:30-17:00",
        "0900-1730|09:00-17:30",
        "900-1730|09:00-17:30",
        "9-12 13-17|09:00-12:00 13:00-17:00",
        "9-12, 13-17|09:00-12:00 13:00-17:00",
        "9-12 en 13-17|09:00-12:00 13:00-17:00",
        "9 to 12 and 13 to 17|09:00-12:00 13:00-17:00",
        "20-24|20:00-24:00",
        "20:00-00:00|20:00-24:00",
        "Ochtend|09:00-13:00",
        "'s avonds|17:00-21:00",
        "ochtend en avond|09:00-13:00 17:00-21:00",
        "hele dag|09:00-17:00",
        "whole day|09:00-17:00",
        "ochtend + 19-21|09:00-13:00 19:00-21:00"})
    void readsHoursAsPeopleTypeThem(String typed, String meant) {
        assertThat(read(typed)).isEqualTo(meant);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "  ", "-", "–", "nee", "Niet", "no", "off"})
    void readsNothingAsNotOnThisDay(String typed) {
        assertThat(TypedHours.parse(DayOfWeek.MONDAY, typed)).isEmpty();
        assertThat(TypedHours.parse(DayOfWeek.MONDAY, null)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"negen tot vijf", "9", "25-26", "9-24:30", "9:75-17", "-9-17", "9-17-18", "9–17?", "12345-17", "hele"})
    void saysWhichPartItDoesNotUnderstand(String typed) {
        assertThatThrownBy(() -> TypedHours.parse(DayOfWeek.MONDAY, typed)).isInstanceOfSatisfying(RuleViolation.class,
            refusal -> assertThat(refusal.key()).isEqualTo("availability.typed.unreadable"));
    }

    @Test
    void asksForTheTwentyFourHourClockWhereTheEndComesFirst() {
        assertThatThrownBy(() -> TypedHours.parse(DayOfWeek.MONDAY, "9-5")).isInstanceOfSatisfying(RuleViolation.class, refusal -> {
            assertThat(refusal.key()).isEqualTo("availability.typed.order");
            assertThat(refusal.arguments()).containsExactly("9-5");
        });
    }

    @Test
    void refusesLongTextWithoutReadingIt() {
        assertThatThrownBy(() -> TypedHours.parse(DayOfWeek.MONDAY, "9-17 ".repeat(20_000))).isInstanceOf(RuleViolation.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"9-17", "9-12, 13:30-17:15", "20-24", ""})
    void writesWhatItReads(String typed) {
        assertThat(TypedHours.write(TypedHours.parse(DayOfWeek.SUNDAY, typed))).isEqualTo(typed);
    }

    private static String read(String typed) {
        return TypedHours.parse(DayOfWeek.MONDAY, typed).stream().map(h -> h.from() + "-" + h.to()).collect(Collectors.joining(" "));
    }
}
