package nl.vliegwiel.it;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jboss.arquillian.container.test.api.RunAsClient;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** How messages come: at once, together, only here; reminders; and mail that is ended from the mail itself. */
@RunAsClient
class NotificationsIT extends ServerTest {
    private static final Duration ROUND = Duration.ofSeconds(75);
    private static final String READER = "carla.hoogveen";

    @AfterEach
    void asItWas() {
        Truth.change("delete from notification_topic where person_id = ?::uuid", Truth.person(READER));
        Truth.change("delete from notification_setting where person_id = ?::uuid", Truth.person(READER));
    }

    @Test
    void choicesAreKeptAndReadBack() {
        assertThat(Api.as(READER).get("/me/notifications").json().get("quietFrom").asText()).isEqualTo("20:00");
        choose(60, "21:00", "06:30", "NEW_REQUESTS", "DAILY");
        JsonNode now = Api.as(READER).get("/me/notifications").json();
        assertThat(now.get("reminderMinutes").asInt()).isEqualTo(60);
        assertThat(now.get("quietFrom").asText() + now.get("quietTo").asText()).isEqualTo("21:0006:30");
        assertThat(now.at("/topics/0").toString()).isEqualTo("{\"topic\":\"NEW_REQUESTS\",\"channel\":\"DAILY\"}");
        Api.Answer odd = Api.as(READER).put("/me/notifications", Map.of("reminderMinutes", -5, "quietFrom", "20:00", "quietTo", "07:30"), "If-Match",
            Api.as(READER).get("/me/notifications").etag());
        assertThat(odd.status()).isEqualTo(422);
        assertThat(odd.json().at("/violations/0/field").asText()).isEqualTo("reminderMinutes");
    }

    @Test
    void whatGoesTogetherComesInOneMailWithAWayOut() throws Exception {
        choose(0, "00:00", "00:00", "NEW_REQUESTS", "DAILY");
        told(51);
        told(52);
        Truth.eventually("both wait for the digest", ROUND, () -> Truth.number("select count(*) from outbox where person_id = ?::uuid and kind = 'REQUEST_FITS' and state = 'COLLECTED'",
            Truth.person(READER)) == 2);
        Truth.change("update outbox set next_at = now() where person_id = ?::uuid and state = 'COLLECTED'", Truth.person(READER));
        Truth.eventually("one digest went out", ROUND, () -> Truth.number("select count(*) from outbox where person_id = ?::uuid and kind = 'DIGEST' and state = 'SENT'",
            Truth.person(READER)) == 1);
        assertThat(Mails.receivers("2 berichten uit Vliegwiel")).contains(READER);

        JsonNode headers = headers("2 berichten uit Vliegwiel");
        assertThat(headers.at("/List-Unsubscribe-Post/0").asText()).isEqualTo("List-Unsubscribe=One-Click");
        String address = headers.at("/List-Unsubscribe/0").asText().replaceAll("\\s|<|>", "");
        assertThat(send(address, "GET").statusCode()).isEqualTo(200);
        assertThat(channel()).as("looking at the link does nothing").isEqualTo("DAILY");
        assertThat(send(address, "POST").statusCode()).isEqualTo(200);
        assertThat(channel()).isEqualTo("ONLY_HERE");
        assertThat(send(address.replaceAll("t=.*", "t=guess"), "POST").statusCode()).isEqualTo(404);

        told(53);
        Truth.eventually("it is only shown", ROUND, () -> Truth.number("select count(*) from outbox where person_id = ?::uuid and kind = 'REQUEST_FITS' and state = 'SHOWN'",
            Truth.person(READER)) == 1);
        assertThat(Api.as(READER).get("/inbox/notices").body()).as("and read in the inbox").contains("REQUEST_FITS");
    }

    @Test
    void aReminderComesOnceAndAsLongBeforeAsChosen() {
        LocalDate day = Loans.day(DayOfWeek.SATURDAY, 54);
        Loans.Asked asked = Loans.published(Loans.body("Even herinneren", Loans.shift(Loans.at(day, 10, 0), Loans.at(day, 12, 0))));
        String placement = Loans.apply(READER, asked).json().at("/placements/0/id").asText();
        Loans.agreed("hr.hoogveen", placement, "LENDER");
        Loans.agreed(Loans.BORROWER, placement, "BORROWER");
        choose(180, "20:00", "07:30", "HOURS", "AT_ONCE");
        Truth.change("update placement set starts_at = now() + interval '5 hours', ends_at = now() + interval '7 hours' where id = ?::uuid", placement);
        Truth.change("update notification_setting set reminder_minutes = 330 where person_id = ?::uuid", Truth.person(READER));
        Truth.eventually("reminded", ROUND, () -> reminders(placement) == 1);
        Truth.eventually("mailed, also at night", ROUND, () -> Mails.receivers("Herinnering: Bibliotheek Duinrand").contains(READER));
        assertThat(reminders(placement)).isEqualTo(1);
        Truth.change("update placement set starts_at = now() - interval '2 years', ends_at = now() - interval '2 years' + interval '1 hour', state = 'CANCELLED' where id = ?::uuid", placement);
    }

    private static long reminders(String placement) {
        return Truth.number("select count(*) from outbox where kind = 'LOAN_REMINDER' and payload ->> 'placement' = ?", placement);
    }

    /** As the job does when somebody fits. */
    private static void told(int week) {
        LocalDate day = Loans.day(DayOfWeek.MONDAY, week);
        Loans.Asked asked = Loans.published(Loans.body("Samen in een mail " + week, Loans.shift(Loans.at(day, 10, 0), Loans.at(day, 12, 0))));
        Truth.change("update request_reach set next_at = null where request_id = ?::uuid", asked.id());
        Truth.change("delete from outbox where person_id = ?::uuid and kind = 'REQUEST_FITS' and payload ->> 'call' = ?", Truth.person(READER), asked.id());
        Truth.change("insert into outbox (id, kind, person_id, payload, created_at, next_at) values (gen_random_uuid(), 'REQUEST_FITS', ?::uuid, jsonb_build_object('call', ?::text, 'shifts', ?::text), now(), now())",
            Truth.person(READER), asked.id(), asked.shiftId());
    }

    private static void choose(int reminder, String from, String to, String topic, String channel) {
        Api.Answer now = Api.as(READER).get("/me/notifications");
        Api.Answer chosen = Api.as(READER).put("/me/notifications", Map.of("reminderMinutes", reminder, "quietFrom", from, "quietTo", to,
            "topics", List.of(Map.of("topic", topic, "channel", channel))), "If-Match", now.etag());
        assertThat(chosen.status()).as(chosen.body()).isEqualTo(200);
    }

    private static String channel() {
        return Api.as(READER).get("/me/notifications").json().at("/topics/0/channel").asText();
    }

    private static HttpResponse<String> send(String address, String method) throws Exception {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(address));
        return HttpClient.newHttpClient().send((method.equals("POST") ? request.header("Content-Type", "application/x-www-form-urlencoded")
            .POST(HttpRequest.BodyPublishers.ofString("List-Unsubscribe=One-Click")) : request).build(), HttpResponse.BodyHandlers.ofString());
    }

    private static JsonNode headers(String subject) throws Exception {
        URI catcher = TestServers.get().servers().mail().url();
        String list = HttpClient.newHttpClient().send(HttpRequest.newBuilder(catcher.resolve("/api/messages?q=" + Api.encoded(subject))).build(),
            HttpResponse.BodyHandlers.ofString()).body();
        return new ObjectMapper().readTree(list).get(0).get("headers");
    }
}
