package nl.vliegwiel.flexpool.boundary;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import net.fortuna.ical4j.data.CalendarBuilder;
import net.fortuna.ical4j.data.ParserException;
import net.fortuna.ical4j.model.Calendar;
import net.fortuna.ical4j.model.Component;
import net.fortuna.ical4j.model.Property;
import net.fortuna.ical4j.model.component.VEvent;
import nl.vliegwiel.flexpool.domain.FeedLoan;
import nl.vliegwiel.flexpool.domain.PlacementState;
import nl.vliegwiel.platform.text.Texts;
import nl.vliegwiel.platform.time.Period;
import org.junit.jupiter.api.Test;

class FeedWriterTest {
    private static final UUID ID = UUID.fromString("01a00000-0000-7000-8000-000000000001");
    private static final FeedWriter WRITER = new FeedWriter(Texts.DUTCH, URI.create("https://vliegwiel.example"));

    private static FeedLoan loan(PlacementState state, String start, String end, String title) {
        return new FeedLoan(ID, 7, Instant.parse("2027-01-02T03:04:05Z"), new Period(Instant.parse(start), Instant.parse(end)), 30, state, title,
            "Bibliotheek Duinrand", "Hoofdvestiging", "Dorpsstraat 1", "Castricum");
    }

    private static String text(FeedLoan... loans) {
        return new String(WRITER.write(List.of(loans)), StandardCharsets.UTF_8);
    }

    private static List<VEvent> read(String text) throws IOException, ParserException {
        Calendar calendar = new CalendarBuilder().build(new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)));
        calendar.validate();
        return calendar.getComponents(Component.VEVENT);
    }

    private static String value(VEvent event, String property) {
        return event.getProperty(property).map(Property::getValue).orElse(null);
    }

    @Test
    void aLoanStandsAtItsHourOnTheClockOnBothSidesOfAClockChange() {
        assertThat(text(loan(PlacementState.CONFIRMED, "2027-03-27T09:00:00Z", "2027-03-27T12:00:00Z", "Balie"), loan(PlacementState.CONFIRMED, "2027-03-28T08:00:00Z", "2027-03-28T11:00:00Z", "Balie"),
            loan(PlacementState.CONFIRMED, "2027-10-30T22:30:00Z", "2027-10-31T02:30:00Z", "Balie")))
            .contains("DTSTART;TZID=Europe/Amsterdam:20270327T100000", "DTEND;TZID=Europe/Amsterdam:20270327T130000",
                "DTSTART;TZID=Europe/Amsterdam:20270328T100000", "DTEND;TZID=Europe/Amsterdam:20270328T130000",
                "DTSTART;TZID=Europe/Amsterdam:20271031T003000", "DTEND;TZID=Europe/Amsterdam:20271031T033000")
            .containsOnlyOnce("BEGIN:VTIMEZONE").contains("TZID:Europe/Amsterdam");
    }

    @Test
    void anotherProgramReadsTheSameMomentsBack() throws IOException, ParserException {
        FeedLoan night = loan(PlacementState.CONFIRMED, "2027-10-30T22:30:00Z", "2027-10-31T03:30:00Z", "Balie");
        BusyCalendar.Busy busy = BusyCalendar.read(WRITER.write(List.of(night)), new Period(Instant.parse("2027-10-01T00:00:00Z"), Instant.parse("2027-12-01T00:00:00Z")));
        assertThat(busy.periods()).containsExactly(night.period());
        assertThat(read(text(night))).hasSize(1);
    }

    @Test
    void theNameOfAnEventStaysAndItsNumberIsThatOfTheChange() throws IOException, ParserException {
        VEvent event = read(text(loan(PlacementState.CONFIRMED, "2027-05-03T08:00:00Z", "2027-05-03T11:00:00Z", "Balie; zaal, en meer"))).get(0);
        assertThat(value(event, Property.UID)).isEqualTo(ID + "@vliegwiel");
        assertThat(value(event, Property.SEQUENCE)).isEqualTo("7");
        assertThat(value(event, Property.SUMMARY)).isEqualTo("Balie; zaal, en meer (Bibliotheek Duinrand)");
        assertThat(value(event, Property.LOCATION)).isEqualTo("Hoofdvestiging, Dorpsstraat 1, Castricum");
        assertThat(value(event, Property.URL)).isEqualTo("https://vliegwiel.example/flexpool/placement?id=" + ID);
    }

    @Test
    void whatIsOffIsCancelledAndWhatIsAskedAnewIsTentative() throws IOException, ParserException {
        List<VEvent> events = read(text(Arrays.stream(new PlacementState[] {PlacementState.CONFIRMED, PlacementState.SETTLED, PlacementState.PROPOSED, PlacementState.CANCELLED,
            PlacementState.DECLINED, PlacementState.WITHDRAWN, PlacementState.NO_SHOW}).map(state -> loan(state, "2027-05-03T08:00:00Z", "2027-05-03T11:00:00Z", "Balie")).toArray(FeedLoan[]::new)));
        assertThat(events).extracting(event -> value(event, Property.STATUS))
            .containsExactly("CONFIRMED", "CONFIRMED", "TENTATIVE", "CANCELLED", "CANCELLED", "CANCELLED", "CANCELLED");
        assertThat(value(events.get(3), Property.SUMMARY)).startsWith("Gaat niet door: ");
        assertThat(value(events.get(3), Property.TRANSP)).isEqualTo("TRANSPARENT");
    }

    @Test
    void noLineHasMoreThan75OctetsAndNoCharacterIsBroken() throws IOException, ParserException {
        String title = "Voorleesuurtje één twee drie ë é ü 🐘🐘🐘🐘🐘🐘🐘🐘🐘🐘 €€€€€€€€€€€€€€€€€€€€ ".repeat(5).strip();
        String text = text(loan(PlacementState.CONFIRMED, "2027-05-03T08:00:00Z", "2027-05-03T11:00:00Z", title));
        assertThat(text.split("\r\n")).allSatisfy(line -> assertThat(line.getBytes(StandardCharsets.UTF_8).length).isLessThanOrEqualTo(75));
        assertThat(text).endsWith("END:VCALENDAR\r\n").doesNotContain("\uFFFD");
        assertThat(text.replace("\r\n", "")).doesNotContain("\n");
        assertThat(value(read(text).get(0), Property.SUMMARY)).isEqualTo(title + " (Bibliotheek Duinrand)");
    }

    @Test
    void theSameLoansGiveTheSameBytes() {
        FeedLoan loan = loan(PlacementState.CONFIRMED, "2027-05-03T08:00:00Z", "2027-05-03T11:00:00Z", "Balie");
        assertThat(WRITER.write(List.of(loan))).isEqualTo(WRITER.write(List.of(loan)));
        assertThat(text()).contains("BEGIN:VCALENDAR", "BEGIN:VTIMEZONE").doesNotContain("VEVENT");
    }
}
