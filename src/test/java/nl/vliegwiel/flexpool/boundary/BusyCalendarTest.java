package nl.vliegwiel.flexpool.boundary;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.junit.jupiter.api.Assertions.assertTimeout;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;
import nl.vliegwiel.platform.rule.RuleViolation;
import nl.vliegwiel.platform.time.Period;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class BusyCalendarTest {
    private static final Period WINDOW = new Period(Instant.parse("2027-03-01T00:00:00Z"), Instant.parse("2027-09-01T00:00:00Z"));

    @Test
    void readsTimesInTheirZoneAndFloatingOnesHere() {
        assertThat(starts(event("DTSTART;TZID=Europe/Amsterdam:20270503T100000", "DTEND;TZID=Europe/Amsterdam:20270503T120000"),
            event("DTSTART:20270504T080000Z", "DURATION:PT1H"),
            event("DTSTART:20270505T100000", "DTEND:20270505T110000"),
            event("DTSTART;TZID=America/New_York:20270506T040000", "DTEND;TZID=America/New_York:20270506T050000")))
            .containsExactly("2027-05-03T08:00:00Z", "2027-05-04T08:00:00Z", "2027-05-05T08:00:00Z", "2027-05-06T08:00:00Z");
    }

    @Test
    void readsAWholeDayFromMidnightToMidnightHereAlsoWhenTheClockChanges() {
        assertThat(read(event("DTSTART;VALUE=DATE:20270328", "DTEND;VALUE=DATE:20270329"), event("DTSTART;VALUE=DATE:20270401")).periods())
            .containsExactly(new Period(Instant.parse("2027-03-27T23:00:00Z"), Instant.parse("2027-03-28T22:00:00Z")),
                new Period(Instant.parse("2027-03-31T22:00:00Z"), Instant.parse("2027-04-01T22:00:00Z")));
    }

    @Test
    void leavesOutWhatIsNotBusy() {
        BusyCalendar.Busy busy = read(event("DTSTART:20270504T080000Z", "DURATION:PT1H", "TRANSP:TRANSPARENT"),
            event("DTSTART:20270504T080000Z", "DURATION:PT1H", "STATUS:CANCELLED"),
            event("DTSTART:20270504T080000Z"),
            event("DTSTART:20200504T080000Z", "DURATION:PT1H"));
        assertThat(busy.periods()).isEmpty();
        assertThat(busy.ignored()).isEqualTo(4);
    }

    @Test
    void repeatsByTheWallClockAndSkipsWhatIsExceptedOrMoved() {
        assertThat(starts(
            event("UID:weekly", "DTSTART;TZID=Europe/Amsterdam:20270322T090000", "DTEND;TZID=Europe/Amsterdam:20270322T100000",
                "RRULE:FREQ=WEEKLY;COUNT=4", "EXDATE;TZID=Europe/Amsterdam:20270405T090000"),
            event("UID:weekly", "RECURRENCE-ID;TZID=Europe/Amsterdam:20270412T090000", "DTSTART;TZID=Europe/Amsterdam:20270413T140000",
                "DTEND;TZID=Europe/Amsterdam:20270413T150000")))
            .containsExactly("2027-03-22T08:00:00Z", "2027-03-29T07:00:00Z", "2027-04-13T12:00:00Z");
    }

    @Test
    void repeatsWholeDaysAndFloatingTimes() {
        assertThat(starts(event("DTSTART;VALUE=DATE:20270301", "RRULE:FREQ=MONTHLY;COUNT=2"))).containsExactly("2027-02-28T23:00:00Z", "2027-03-31T22:00:00Z");
        assertThat(starts(event("DTSTART:20270301T090000", "DTEND:20270301T100000", "RRULE:FREQ=DAILY;COUNT=2")))
            .containsExactly("2027-03-01T08:00:00Z", "2027-03-02T08:00:00Z");
        assertThat(starts(event("DTSTART:20270301T080000Z", "DTEND:20270301T090000Z", "RRULE:FREQ=DAILY;COUNT=2")))
            .containsExactly("2027-03-01T08:00:00Z", "2027-03-02T08:00:00Z");
    }

    @Test
    void expandsAnEndlessRuleOnlyWithinTheWindow() {
        assertThat(read(event("DTSTART:20100301T080000Z", "DURATION:PT1H", "RRULE:FREQ=DAILY")).periods()).hasSize(184);
    }

    @ParameterizedTest
    @ValueSource(strings = {"RRULE:FREQ=SECONDLY", "RRULE:FREQ=MINUTELY;COUNT=5", "RRULE:FREQ=DAILY;BYHOUR=1,2,3"})
    void refusesRulesThatOnlyMakeWork(String rule) {
        assertThat(key(file(event("DTSTART:20270301T080000Z", "DURATION:PT1M", rule)))).isEqualTo("calendar.rule");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "hallo", "BEGIN:VCALENDAR", "BEGIN:VCALENDAR\r\nBEGIN:VEVENT\r\nDTSTART:gisteren\r\nEND:VEVENT\r\nEND:VCALENDAR\r\n",
        "BEGIN:VCALENDAR\r\nBEGIN:VEVENT\r\nDTSTART:20270301T080000Z\r\nDURATION:PT1H\r\nRRULE:FREQ=SOMS\r\nEND:VEVENT\r\nEND:VCALENDAR\r\n", "\u0000\u0001"})
    void saysWhenAFileIsNoCalendar(String text) {
        assertThat(key(text)).isEqualTo("calendar.unreadable");
    }

    @ParameterizedTest
    @ValueSource(strings = {"RRULE:FREQ=SECONDLY", "rrule:freq=secondly;COUNT=1000000", "EXRULE:FREQ=MINUTELY", "RRULE:FREQ=DAILY;INTERVAL=0", "RRU\r\n LE:FREQ=SEC\r\n ONDLY",
        "RRULE;X-A=B:FREQ=HOURLY", "RRULE:FREQ=YEARLY;BYMONTH=1,2;BYHOUR=1,2;BYSECOND=1,2,3"})
    void refusesRulesThatOnlyMakeWorkHoweverTheyAreWritten(String rule) {
        assertThat(key(file(event("DTSTART:20270301T080000Z", "DURATION:PT1M", rule)))).isEqualTo("calendar.rule");
    }

    @Test
    void endsABombSoonWithAClearMessage() {
        assertTimeout(Duration.ofSeconds(20), () -> {
            assertThat(key(file(event("DTSTART:00010101T080000Z", "DURATION:PT1M", "RRULE:FREQ=DAILY;COUNT=1000000")))).isEqualTo("calendar.rule");
            assertThat(key(file(event("DTSTART:20270301T080000Z", "DURATION:PT1M", "RRULE:" + "BYHOUR=".repeat(100_000).substring(0, 90_000))))).isEqualTo("calendar.rule");
            assertThat(key("BEGIN:VCALENDAR\r\n" + "BEGIN:VEVENT\r\n".repeat(200_000))).isEqualTo("calendar.unreadable");
            assertThat(key(file(event("DTSTART:20270301T080000Z", "X-LONG:" + "x".repeat(1_500_000))))).isEqualTo("calendar.unreadable");
            String many = event("DTSTART:20270301T080000Z", "DURATION:PT1M").repeat(60_000);
            assertThat(key(file(many))).isEqualTo("calendar.tooMuch");
            assertThat(key(file("BEGIN:VTIMEZONE\r\nTZID:Bom\r\nBEGIN:STANDARD\r\nDTSTART:19700101T000000\r\nTZOFFSETFROM:+0100\r\nTZOFFSETTO:+0100\r\nRRULE:FREQ=SECONDLY\r\nEND:STANDARD\r\nEND:VTIMEZONE\r\n",
                event("DTSTART;TZID=Bom:20270301T080000", "DURATION:PT1M")))).isEqualTo("calendar.rule");
        });
    }

    @Test
    void aRuleThatNeverComesTrueEndsToo() {
        assertTimeout(Duration.ofSeconds(10), () -> assertThat(read(event("DTSTART:20270301T080000Z", "DURATION:PT1M", "RRULE:FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=30")).periods())
            .hasSizeLessThanOrEqualTo(1));
    }

    @Test
    void repeatsByTheWallClockWhenTheHourComesTwice() {
        Period autumn = new Period(Instant.parse("2027-10-01T00:00:00Z"), Instant.parse("2027-12-01T00:00:00Z"));
        byte[] file = file(event("DTSTART;TZID=Europe/Amsterdam:20271025T090000", "DTEND;TZID=Europe/Amsterdam:20271025T100000", "RRULE:FREQ=WEEKLY;COUNT=2"),
            event("DTSTART;VALUE=DATE:20271031", "DTEND;VALUE=DATE:20271101")).getBytes(StandardCharsets.UTF_8);
        assertThat(BusyCalendar.read(file, autumn).periods()).containsExactly(
            new Period(Instant.parse("2027-10-25T07:00:00Z"), Instant.parse("2027-10-25T08:00:00Z")),
            new Period(Instant.parse("2027-11-01T08:00:00Z"), Instant.parse("2027-11-01T09:00:00Z")),
            new Period(Instant.parse("2027-10-30T22:00:00Z"), Instant.parse("2027-10-31T23:00:00Z")));
    }

    @Test
    void waitsLongerAfterEachFailureButLooksAgainEachDay() {
        assertThat(IntStream.of(0, 1, 2, 3, 6, 7, 1000).mapToObj(BusyRefresh::wait)).containsExactly(Duration.ofMinutes(30), Duration.ofMinutes(30), Duration.ofHours(1),
            Duration.ofHours(2), Duration.ofHours(16), Duration.ofHours(24), Duration.ofHours(24));
    }

    private static List<String> starts(String... events) {
        return read(events).periods().stream().map(period -> period.start().toString()).toList();
    }

    private static BusyCalendar.Busy read(String... events) {
        return BusyCalendar.read(file(events).getBytes(StandardCharsets.UTF_8), WINDOW);
    }

    private static String key(String file) {
        return catchThrowableOfType(RuleViolation.class, () -> BusyCalendar.read(file.getBytes(StandardCharsets.UTF_8), WINDOW)).key();
    }

    private static String file(String... events) {
        return "BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:test\r\n" + String.join("", events) + "END:VCALENDAR\r\n";
    }

    private static String event(String... lines) {
        return "BEGIN:VEVENT\r\n" + String.join("\r\n", lines) + "\r\nSUMMARY:Tandarts\r\nEND:VEVENT\r\n";
    }
}
