package nl.vliegwiel.it;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.charset.StandardCharsets;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.StreamSupport;
import net.fortuna.ical4j.model.Calendar;
import net.fortuna.ical4j.model.component.CalendarComponent;
import net.fortuna.ical4j.model.component.VEvent;
import net.fortuna.ical4j.model.property.ProdId;
import net.fortuna.ical4j.model.property.RRule;
import net.fortuna.ical4j.model.property.Uid;
import net.fortuna.ical4j.model.property.immutable.ImmutableTransp;
import net.fortuna.ical4j.model.property.immutable.ImmutableVersion;
import org.jboss.arquillian.container.test.api.RunAsClient;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Busy time comes over from a calendar that another program wrote. */
@RunAsClient
class CalendarIT extends ServerTest {
    private static final String ACCOUNT = "carla.hoogveen";
    private static final String PATH = "/me/availability:import";

    private final Api carla = Api.as(ACCOUNT);

    @BeforeEach
    @AfterEach
    void noExceptions() {
        Truth.change("delete from availability_override where person_id = ?::uuid", Truth.person(ACCOUNT));
    }

    private static VEvent event(String uid, LocalDate day, int hour, int hours) {
        ZonedDateTime start = Loans.at(day, hour, 0);
        VEvent event = new VEvent(start, start.plusHours(hours), "Overleg over het rooster");
        event.add(new Uid(uid));
        return event;
    }

    private static byte[] file(CalendarComponent... events) {
        Calendar calendar = new Calendar();
        calendar.add(new ProdId("-//Roostersysteem//NL"));
        calendar.add(ImmutableVersion.VERSION_2_0);
        Arrays.stream(events).forEach(calendar::add);
        return calendar.toString().getBytes(StandardCharsets.UTF_8);
    }

    private Api.Answer send(byte[] file, String... headers) {
        return carla.post(PATH, "text/calendar", file, headers);
    }

    private List<String> exceptions() {
        JsonNode overrides = carla.get("/me/availability").json().get("overrides");
        return StreamSupport.stream(overrides.spliterator(), false)
            .map(one -> one.get("start").asText() + "/" + one.get("end").asText() + " " + one.get("available").asBoolean()).toList();
    }

    private static String off(LocalDate day, int hour, int hours) {
        ZonedDateTime start = Loans.at(day, hour, 0);
        return start.toInstant() + "/" + start.plusHours(hours).toInstant() + " false";
    }

    @Test
    void aMeetingBecomesTimeInWhichSheIsNotAvailable() {
        LocalDate day = Loans.day(DayOfWeek.TUESDAY, 0);
        Api.Answer answer = send(file(event("a", day, 10, 2)));
        assertThat(answer.status()).as(answer.body()).isEqualTo(200);
        assertThat(answer.json().get("added").asInt()).isEqualTo(1);
        assertThat(answer.etag()).isEqualTo("\"" + answer.json().get("version").asInt() + "\"");
        assertThat(exceptions()).containsExactly(off(day, 10, 2));
    }

    @Test
    void theSameFileTwiceAddsNothing() {
        byte[] file = file(event("a", Loans.day(DayOfWeek.TUESDAY, 0), 10, 2));
        send(file);
        Api.Answer again = send(file);
        assertThat(again.status()).isEqualTo(200);
        assertThat(again.json().get("added").asInt()).isZero();
        assertThat(exceptions()).hasSize(1);
    }

    @Test
    void aWeeklyMeetingKeepsItsHourOnTheClockWhenTheClockChanges() {
        LocalDate first = ZonedDateTime.now(Loans.ZONE).getZone().getRules().nextTransition(ZonedDateTime.now().toInstant()).getDateTimeBefore().toLocalDate().minusDays(5);
        VEvent weekly = event("w", first, 9, 1);
        weekly.add(new RRule<ZonedDateTime>("FREQ=WEEKLY;COUNT=2"));
        assertThat(send(file(weekly)).status()).isEqualTo(200);
        assertThat(exceptions()).containsExactly(off(first, 9, 1), off(first.plusWeeks(1), 9, 1));
        assertThat(Loans.at(first, 9, 0).getOffset()).isNotEqualTo(Loans.at(first.plusWeeks(1), 9, 0).getOffset());
    }

    @Test
    void freeTimeAndTheTextOfTheCalendarStayOutside() {
        VEvent free = event("f", Loans.day(DayOfWeek.TUESDAY, 0), 10, 2);
        free.add(ImmutableTransp.TRANSPARENT);
        Api.Answer answer = send(file(free, event("b", Loans.day(DayOfWeek.WEDNESDAY, 0), 10, 2)));
        assertThat(answer.json().get("ignored").asInt()).isEqualTo(1);
        assertThat(exceptions()).hasSize(1);
        assertThat(Truth.number("select count(*) from audit_entry where detail::text like '%rooster%'")).isZero();
    }

    @Test
    void anUnreadableFileIsRefusedWholeInTheLanguageOfTheReader() {
        Map<String, Long> before = Truth.rows();
        byte[] half = Arrays.copyOf(file(event("a", Loans.day(DayOfWeek.TUESDAY, 0), 10, 2)), 150);
        for (byte[] file : List.of(new byte[0], half, new byte[] {0, 1, 2}, "BEGIN:VCALENDAR\r\nEND:VEVENT".getBytes(StandardCharsets.UTF_8))) {
            Api.Answer dutch = send(file, "Accept-Language", "nl");
            Api.Answer english = send(file, "Accept-Language", "en");
            assertThat(dutch.status()).as(dutch.body()).isEqualTo(422);
            assertThat(dutch.key()).isEqualTo("calendar.unreadable");
            assertThat(dutch.json().get("detail").asText()).isNotEqualTo(english.json().get("detail").asText());
        }
        assertThat(Truth.rows()).isEqualTo(before);
    }

    @Test
    void anEndlessRuleAndAHugeFileCostLittle() {
        VEvent daily = event("d", LocalDate.now(ZoneOffset.UTC).minusYears(20), 9, 1);
        daily.add(new RRule<LocalDateTime>("FREQ=DAILY"));
        assertThat(send(file(daily)).json().get("added").asInt()).isBetween(170, 200);
        VEvent second = event("s", Loans.day(DayOfWeek.TUESDAY, 0), 9, 1);
        second.add(new RRule<LocalDateTime>("FREQ=SECONDLY"));
        assertThat(send(file(second)).status()).isEqualTo(422);
        Api.Answer huge = send("X-PADDING:".concat("x".repeat(6_000_000)).getBytes(StandardCharsets.UTF_8));
        assertThat(huge.status()).as(huge.body()).isEqualTo(413);
        assertThat(huge.header("Content-Type")).startsWith("application/problem+json");
    }

    @Test
    void aStaleVersionIsToldWhenOneIsSent() {
        Api.Answer answer = send(file(event("a", Loans.day(DayOfWeek.TUESDAY, 0), 10, 2)), "If-Match", "\"99999\"");
        assertThat(answer.status()).isEqualTo(412);
        assertThat(exceptions()).isEmpty();
    }
}
