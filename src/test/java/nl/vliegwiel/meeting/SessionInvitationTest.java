package nl.vliegwiel.meeting;

import static org.assertj.core.api.Assertions.assertThat;

import biweekly.Biweekly;
import biweekly.ICalendar;
import biweekly.component.VEvent;
import java.io.StringReader;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Arrays;
import java.util.UUID;
import net.fortuna.ical4j.data.CalendarBuilder;
import net.fortuna.ical4j.model.Calendar;
import nl.vliegwiel.platform.calendar.CalendarEntry;
import nl.vliegwiel.platform.time.Period;
import org.junit.jupiter.api.Test;

/** Two calendar libraries that know nothing of each other read the same event from what we send. */
class SessionInvitationTest {
    private static final UUID ID = UUID.fromString("01a00000-0000-7000-8000-000000000001");
    private static final URI SITE = URI.create("https://vliegwiel.example");

    private static String write(int sequence, String start, String end, boolean off) {
        CalendarEntry entry = new CalendarEntry(ID, sequence, Instant.parse("2027-01-02T03:04:05Z"), new Period(Instant.parse(start), Instant.parse(end)),
            "Eerste dag; kennismaken, met koffie (Digitale coaches, lichting 2)", "Bibliotheek Duinrand, Hilversum", "https://meet.example/lichting-2", "/learning/session?id=" + ID, off);
        return SessionInvitation.write(entry, "post@vliegwiel.example", "anna.duinrand@vliegwiel.example", "Anna \"Zeeën\" Kuiper", SITE);
    }

    private static VEvent second(String text, String method) {
        ICalendar calendar = Biweekly.parse(text).first();
        assertThat(calendar.getMethod().getValue()).isEqualTo(method);
        assertThat(calendar.validate(biweekly.ICalVersion.V2_0).getWarnings()).isEmpty();
        return calendar.getEvents().get(0);
    }

    @Test
    void bothReadTheSameInvitation() throws Exception {
        String text = write(0, "2027-03-27T09:00:00Z", "2027-03-27T12:00:00Z", false);
        Calendar first = new CalendarBuilder().build(new StringReader(text));
        assertThat(first.validate().hasErrors()).as(first.validate().toString()).isFalse();
        VEvent event = second(text, "REQUEST");
        assertThat(event.getUid().getValue()).isEqualTo(ID + "@vliegwiel");
        assertThat(event.getSequence().getValue()).isZero();
        assertThat(event.getDateStart().getValue().toInstant()).isEqualTo(Instant.parse("2027-03-27T09:00:00Z"));
        assertThat(event.getDateEnd().getValue().toInstant()).isEqualTo(Instant.parse("2027-03-27T12:00:00Z"));
        assertThat(event.getSummary().getValue()).isEqualTo("Eerste dag; kennismaken, met koffie (Digitale coaches, lichting 2)");
        assertThat(event.getOrganizer().getEmail()).isEqualTo("post@vliegwiel.example");
        assertThat(event.getAttendees()).hasSize(1).first().satisfies(one -> assertThat(one.getEmail()).isEqualTo("anna.duinrand@vliegwiel.example"));
    }

    @Test
    void whatMovesHasTheSameNameAndAHigherNumber() {
        VEvent before = second(write(3, "2027-10-31T00:30:00Z", "2027-10-31T03:30:00Z", false), "REQUEST");
        VEvent after = second(write(4, "2027-10-31T08:00:00Z", "2027-10-31T11:00:00Z", false), "REQUEST");
        assertThat(before.getDateStart().getValue().toInstant()).as("in the hour that is there twice").isEqualTo(Instant.parse("2027-10-31T00:30:00Z"));
        assertThat(after.getUid().getValue()).isEqualTo(before.getUid().getValue());
        assertThat(after.getSequence().getValue()).isGreaterThan(before.getSequence().getValue());
    }

    @Test
    void whatIsCalledOffIsTakenAway() throws Exception {
        String text = write(5, "2027-05-03T08:00:00Z", "2027-05-03T11:00:00Z", true);
        assertThat(new CalendarBuilder().build(new StringReader(text)).validate().hasErrors()).isFalse();
        assertThat(second(text, "CANCEL").getStatus().getValue()).isEqualTo("CANCELLED");
    }

    @Test
    void noLineIsLongerThanProgramsRead() {
        assertThat(Arrays.stream(write(0, "2027-05-03T08:00:00Z", "2027-05-03T11:00:00Z", false).split("\r\n"))).allMatch(line -> line.getBytes(StandardCharsets.UTF_8).length <= 75);
    }
}
