package nl.vliegwiel.it;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.DayOfWeek;
import java.util.List;
import java.util.Optional;
import net.fortuna.ical4j.data.CalendarBuilder;
import net.fortuna.ical4j.data.ParserException;
import net.fortuna.ical4j.model.Component;
import net.fortuna.ical4j.model.Property;
import net.fortuna.ical4j.model.component.VEvent;
import org.jboss.arquillian.container.test.api.RunAsClient;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A calendar program fetches somebody's loans under a secret address. */
@RunAsClient
class CalendarFeedIT extends ServerTest {
    private static final HttpClient PROGRAM = HttpClient.newHttpClient();

    private final Api bram = Api.as(Loans.EMPLOYEE);

    @BeforeEach
    @AfterEach
    void noFeed() {
        Truth.forgetCalls();
        Truth.change("delete from calendar_feed where person_id = ?::uuid", Truth.person(Loans.EMPLOYEE));
        Truth.change("delete from busy_calendar where person_id = ?::uuid", Truth.person(Loans.EMPLOYEE));
        Truth.texts("select refresh_search_rows(array[?::uuid])", Truth.person(Loans.EMPLOYEE));
    }

    private static HttpResponse<byte[]> fetch(URI address, String... headers) {
        HttpRequest.Builder request = HttpRequest.newBuilder(address);
        if (headers.length > 0) {
            request.headers(headers);
        }
        try {
            return PROGRAM.send(request.build(), HttpResponse.BodyHandlers.ofByteArray());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private URI made(String... headers) {
        Api.Answer answer = bram.post("/me/feed", "", headers);
        assertThat(answer.status()).as(answer.body()).isEqualTo(201);
        return URI.create(answer.json().get("address").asText());
    }

    private static String text(URI address) {
        return new String(fetch(address).body(), StandardCharsets.UTF_8);
    }

    private static Optional<VEvent> event(URI address, String placement) {
        try {
            List<VEvent> events = new CalendarBuilder().build(new ByteArrayInputStream(fetch(address).body())).getComponents(Component.VEVENT);
            return events.stream().filter(event -> value(event, Property.UID).startsWith(placement)).findFirst();
        } catch (IOException | ParserException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String value(VEvent event, String property) {
        return event.getProperty(property).map(Property::getValue).orElse("");
    }

    @Test
    void aLoanAppearsWhenItIsDefiniteAndIsCalledOffWhenItEnds() {
        URI address = made();
        var day = Loans.day(DayOfWeek.TUESDAY, 71);
        Loans.Asked asked = Loans.published(Loans.body("In de agenda van Bram", Loans.shift(Loans.at(day, 10, 0), Loans.at(day, 14, 0))));
        String placement = Loans.applied(asked);
        assertThat(event(address, placement)).as("not definite yet").isEmpty();
        Loans.agreed(Loans.LENDER, placement, "LENDER");
        Loans.agreed(Loans.BORROWER, placement, "BORROWER");
        VEvent definite = event(address, placement).orElseThrow();
        assertThat(value(definite, Property.STATUS)).isEqualTo("CONFIRMED");
        assertThat(value(definite, Property.SUMMARY)).contains("In de agenda van Bram");
        assertThat(value(definite, Property.DTSTART)).isEqualTo(day.toString().replace("-", "") + "T100000");
        Api.Answer seen = bram.get("/placements/" + placement);
        assertThat(bram.post("/placements/" + placement + ":cancel", "{\"party\":\"EMPLOYEE\",\"reason\":\"TIME_OR_PLACE\"}", "If-Match", seen.etag()).status()).isEqualTo(200);
        VEvent off = event(address, placement).orElseThrow();
        assertThat(value(off, Property.STATUS)).isEqualTo("CANCELLED");
        assertThat(value(off, Property.UID)).isEqualTo(value(definite, Property.UID));
        assertThat(Integer.parseInt(value(off, Property.SEQUENCE))).isGreaterThan(Integer.parseInt(value(definite, Property.SEQUENCE)));
    }

    @Test
    void theAddressIsAllThatIsAskedForAndOnlyItsHashIsKept() {
        URI address = made();
        HttpResponse<byte[]> answer = fetch(address);
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.headers().firstValue("Content-Type").orElse("").replace(" ", "")).isEqualTo("text/calendar;charset=UTF-8");
        assertThat(answer.headers().firstValue("Cache-Control")).hasValue("private, no-cache");
        String secret = address.getPath().replaceAll("/feed/|\\.ics", "");
        assertThat(secret).hasSize(43);
        assertThat(Truth.number("select count(*) from calendar_feed f where f::text like '%' || ? || '%'", secret)).isZero();
        assertThat(Truth.number("select count(*) from audit_entry where detail::text like '%' || ? || '%'", secret)).isZero();
        assertThat(bram.get("/me/feed").body()).doesNotContain(secret).contains("\"active\":true", "lastReadAt");
        assertThat(bram.get("/me/export").body()).doesNotContain(secret).contains("calendarFeed");
    }

    @Test
    void aNewAddressEndsTheOldOneAndRevokingEndsAll() {
        URI first = made();
        URI second = made();
        assertThat(fetch(first).statusCode()).isEqualTo(404);
        assertThat(fetch(second).statusCode()).isEqualTo(200);
        assertThat(bram.delete("/me/feed").status()).isEqualTo(204);
        assertThat(fetch(second).statusCode()).isEqualTo(404);
        assertThat(bram.delete("/me/feed").status()).isEqualTo(204);
        for (String other : new String[] {"/feed/", "/feed/x.ics", "/feed/" + "A".repeat(43) + ".ics", "/feed/" + "A".repeat(43), "/feed/%00.ics", "/feed/a/b/c.ics"}) {
            assertThat(fetch(first.resolve(other)).statusCode()).as(other).isIn(400, 404);
        }
    }

    @Test
    void theSameKeyMakesOneAddressAndTellsItOnce() {
        String key = "agenda " + System.nanoTime();
        URI address = made("Idempotency-Key", key);
        Api.Answer again = bram.post("/me/feed", "", "Idempotency-Key", key);
        assertThat(again.status()).isEqualTo(201);
        assertThat(again.body()).isEmpty();
        assertThat(fetch(address).statusCode()).isEqualTo(200);
        assertThat(Truth.number("select count(*) from idempotent_answer where key = ? and body is not null", key)).isZero();
    }

    @Test
    void whoKnowsItAlreadyIsToldNothingNew() {
        URI address = made();
        HttpResponse<byte[]> first = fetch(address);
        String tag = first.headers().firstValue("ETag").orElseThrow();
        String date = first.headers().firstValue("Last-Modified").orElseThrow();
        assertThat(fetch(address, "If-None-Match", tag).statusCode()).isEqualTo(304);
        assertThat(fetch(address, "If-None-Match", "W/\"other\", W/" + tag).statusCode()).isEqualTo(304);
        assertThat(fetch(address, "If-Modified-Since", date).statusCode()).isEqualTo(304);
        assertThat(fetch(address, "If-None-Match", "\"other\"", "If-Modified-Since", date).statusCode()).isEqualTo(200);
        assertThat(fetch(address, "If-Modified-Since", "gisteren").statusCode()).isEqualTo(200);
    }

    @Test
    void aProgramThatAsksWithoutEndHasToWait() {
        URI address = made();
        int last = 200;
        for (int i = 0; i < 70 && last == 200; i++) {
            HttpResponse<byte[]> answer = fetch(address);
            last = answer.statusCode();
            if (last != 200) {
                assertThat(last).isEqualTo(429);
                assertThat(answer.headers().firstValueAsLong("Retry-After").orElse(0)).isBetween(1L, 60L);
            }
        }
        assertThat(last).isEqualTo(429);
    }

    @Test
    void noOtherPersonIsNamedInIt() {
        String feed = text(made()).replace("\r\n ", "");
        List<String> names = Truth.texts("select given_name || ' ' || family_name from person where id <> ?::uuid", Truth.person(Loans.EMPLOYEE));
        assertThat(names).hasSizeGreaterThan(50).noneMatch(feed::contains);
        assertThat(feed).contains("VEVENT").doesNotContain("mailto:", "ATTENDEE", "ORGANIZER");
    }

    /** A calendar that was read an hour ago and is not due for a day. */
    private static void connected(String start, String end) {
        String person = Truth.person(Loans.EMPLOYEE);
        Truth.change("insert into busy_calendar (person_id, address, created_at, read_at, next_at) values (?::uuid, 'https://agenda.voorbeeld.nl/geheim.ics', now(), now(), now() + interval '1 day')",
            person);
        Truth.change("insert into busy_interval values (?::uuid, ?::timestamptz, ?::timestamptz)", person, start, end);
        Truth.texts("select refresh_search_rows(array[?::uuid])", person);
    }

    private static long blocked() {
        return Truth.number("select cardinality(blocked) from flexpool_search_row where person_id = ?::uuid", Truth.person(Loans.EMPLOYEE));
    }

    @Test
    void herBusyTimeIsShownAndExportedAndGoesWhenSheRemovesItWithoutItsAddress() {
        long before = blocked();
        connected("2027-11-02T09:00:00+01:00", "2027-11-02T10:00:00+01:00");
        assertThat(blocked()).isEqualTo(before + 2);
        Api.Answer busy = bram.get("/me/busy");
        assertThat(busy.json().at("/intervals/0/start").asText()).isEqualTo("2027-11-02T08:00:00Z");
        assertThat(busy.body()).contains("agenda.voorbeeld.nl").doesNotContain("geheim");
        assertThat(bram.get("/me/export").json().at("/flexpool/busyCalendar/intervals").size()).isEqualTo(1);
        Visitor visitor = new Visitor();
        visitor.signIn(Loans.EMPLOYEE);
        assertThat(visitor.get("/flexpool/availability").body()).contains("Bezet volgens je agenda", "2 november 2027");
        assertThat(visitor.get("/flexpool/calendar").body()).contains("agenda.voorbeeld.nl").doesNotContain("geheim.ics");
        assertThat(bram.delete("/me/busy").status()).isEqualTo(204);
        assertThat(bram.get("/me/busy").json().get("connected").asBoolean()).isFalse();
        assertThat(blocked()).isEqualTo(before);
        assertThat(bram.delete("/me/busy").status()).isEqualTo(204);
    }

    @Test
    void leavingThePoolRemovesHerBusyTime() {
        connected("2027-11-02T09:00:00+01:00", "2027-11-02T10:00:00+01:00");
        Api.Answer pool = bram.get("/me/pool");
        String body = pool.body();
        String in = "{\"participating\":true,\"maxTravelMinutes\":" + pool.json().get("maxTravelMinutes") + ",\"maxMinutesPerWeek\":" + pool.json().get("maxMinutesPerWeek")
            + ",\"place\":" + pool.json().get("place") + "}";
        Api.Answer out = bram.put("/me/pool", in.replace("true", "false"), "If-Match", pool.etag());
        assertThat(out.status()).as(body + out.body()).isEqualTo(200);
        assertThat(Truth.number("select count(*) from busy_interval where person_id = ?::uuid", Truth.person(Loans.EMPLOYEE))).isZero();
        assertThat(bram.put("/me/pool", in, "If-Match", out.etag()).status()).isEqualTo(200);
    }

    @Test
    void anAddressThatIsNotForUsIsToldAtTheField() {
        Visitor visitor = new Visitor();
        visitor.signIn(Loans.EMPLOYEE);
        for (String address : List.of("https://localhost/a.ics", "http://agenda.voorbeeld.nl/a.ics", "https://169.254.169.254/latest/meta-data", "")) {
            Visitor.Page answer = visitor.post("/flexpool/calendar", WebForm.of(visitor.get("/flexpool/calendar").body(), "inForm")
                .with("inForm:address", address).with("inForm:connect", "x").encoded());
            assertThat(answer.status()).as(address).isEqualTo(200);
            assertThat(answer.body()).contains("Dit is geen adres dat we kunnen lezen", "inForm:address");
        }
        assertThat(bram.get("/me/busy").json().get("connected").asBoolean()).isFalse();
    }
}
