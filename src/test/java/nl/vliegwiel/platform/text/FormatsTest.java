package nl.vliegwiel.platform.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FormatsTest {
    private final Formats dutch = Formats.in(Texts.DUTCH);
    private final Formats english = Formats.in(Texts.ENGLISH);

    @Test
    void saysADayAsPeopleDo() {
        assertThat(dutch.date(LocalDate.of(2027, 5, 3))).isEqualTo("ma 3 mei 2027");
        assertThat(english.date(LocalDate.of(2027, 5, 3))).isEqualTo("Mon 3 May 2027");
    }

    @Test
    void namesTheDayInTheNetherlandsAndNotInGreenwich() {
        assertThat(dutch.date(Instant.parse("2027-05-02T22:30:00Z"))).isEqualTo("ma 3 mei 2027");
    }

    @Test
    void saysAShiftOnOneDay() {
        Instant start = Instant.parse("2027-05-03T08:00:00Z");
        Instant end = Instant.parse("2027-05-03T12:00:00Z");
        assertThat(dutch.period(start, end)).isEqualTo("ma 3 mei 2027, 10.00–14.00 uur");
        assertThat(english.period(start, end)).isEqualTo("Mon 3 May 2027, 10:00–14:00");
    }

    @Test
    void namesBothDaysOfAShiftOverMidnightAndCallsItsEndAtMidnight24() {
        Instant start = Instant.parse("2027-05-03T18:00:00Z");
        assertThat(dutch.period(start, Instant.parse("2027-05-04T00:30:00Z")))
            .isEqualTo("ma 3 mei 2027, 20.00 uur – di 4 mei 2027, 02.30 uur");
        assertThat(dutch.period(start, Instant.parse("2027-05-03T22:00:00Z"))).isEqualTo("ma 3 mei 2027, 20.00–24.00 uur");
        assertThat(english.period(start, Instant.parse("2027-05-03T22:00:00Z"))).isEqualTo("Mon 3 May 2027, 20:00–24:00");
    }

    @Test
    void tellsTheTwoHoursApartWhenTheClockGoesBack() {
        assertThat(dutch.clock(Instant.parse("2027-10-31T00:30:00Z"))).isEqualTo("02.30 (zomertijd)");
        assertThat(dutch.clock(Instant.parse("2027-10-31T01:30:00Z"))).isEqualTo("02.30 (wintertijd)");
        assertThat(english.dateTime(Instant.parse("2027-10-31T01:30:00Z"))).isEqualTo("Sun 31 Oct 2027, 02:30 (winter time)".replace("Oct", "October"));
        assertThat(dutch.clock(Instant.parse("2027-10-31T02:30:00Z"))).isEqualTo("03.30");
    }

    @Test
    void saysAWallClockTime() {
        assertThat(dutch.dateTime(LocalDateTime.of(2027, 1, 31, 9, 5))).isEqualTo("zo 31 januari 2027, 09.05 uur");
    }

    @ParameterizedTest
    @CsvSource({"450,7 uur 30", "60,1 uur", "45,45 minuten", "1,1 minuut", "0,0 uur", "485,8 uur 05", "-90,−1 uur 30", "60000,1.000 uur"})
    void saysMinutesAsHours(long minutes, String said) {
        assertThat(dutch.hours(minutes).replace('\u00A0', ' ')).isEqualTo(said);
    }

    @Test
    void saysHoursInEnglishToo() {
        assertThat(english.hours(450).replace('\u00A0', ' ')).isEqualTo("7 h 30");
        assertThat(english.hours(60).replace('\u00A0', ' ')).isEqualTo("1 hour");
        assertThat(english.hours(0).replace('\u00A0', ' ')).isEqualTo("0 hours");
    }

    @ParameterizedTest
    @CsvSource(delimiter = ';', value = {"1234.56;€ 1.234,56;€1,234.56", "0.005;€ 0,01;€0.01", "-12.5;€ −12,50;−€12.50", "-0.001;€ 0,00;€0.00"})
    void writesMoneyAsTheReaderDoes(BigDecimal amount, String inDutch, String inEnglish) {
        assertThat(dutch.euro(amount).replace('\u00A0', ' ')).isEqualTo(inDutch);
        assertThat(english.euro(amount)).isEqualTo(inEnglish);
    }

    @Test
    void writesNumbersAsTheReaderDoes() {
        assertThat(dutch.number(100000)).isEqualTo("100.000");
        assertThat(dutch.number(36.5)).isEqualTo("36,5");
        assertThat(english.number(36.5)).isEqualTo("36.5");
    }

    @ParameterizedTest
    @CsvSource({
        "2027-05-03T09:30:00Z,vandaag", "2027-05-03T12:00:00Z,over 3 uur", "2027-05-03T07:00:00Z,2 uur geleden",
        "2027-05-03T22:30:00Z,morgen", "2027-05-02T21:59:00Z,gisteren", "2027-05-06T08:00:00Z,over 3 dagen", "2027-04-30T08:00:00Z,3 dagen geleden"})
    void saysHowFarOffByTheCalendarOfTheNetherlands(Instant moment, String said) {
        assertThat(dutch.relative(moment, Instant.parse("2027-05-03T09:00:00Z"))).isEqualTo(said);
    }
}
