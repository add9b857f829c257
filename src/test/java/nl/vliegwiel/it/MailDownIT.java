package nl.vliegwiel.it;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.List;
import nl.vliegwiel.run.MailCatcherServer;
import org.jboss.arquillian.container.test.api.RunAsClient;
import org.junit.jupiter.api.Test;

/** A mail server that is away for a while. */
@RunAsClient
class MailDownIT extends ServerTest {
    private static final Duration SOON = Duration.ofSeconds(60);
    private static final String OF_REQUEST = " from outbox where payload ->> 'request' = ?";

    private static MailCatcherServer mail() {
        return TestServers.get().servers().mail();
    }

    /** The Message-IDs of what arrived, as the outbox knows them. */
    private static List<String> caught(String words) throws IOException, InterruptedException {
        String body = HttpClient.newHttpClient().send(HttpRequest.newBuilder(mail().url().resolve("/api/messages?q=" + Api.encoded(words))).build(),
            HttpResponse.BodyHandlers.ofString()).body();
        List<String> found = new ArrayList<>();
        for (JsonNode one : new ObjectMapper().readTree(body)) {
            found.add(one.get("messageId").asText().replaceAll("^<|@.*", ""));
        }
        return found;
    }

    @Test
    void aLoanGoesOnWithoutMailServerAndEachMailArrivesOnceAfterwards() throws Exception {
        Truth.forgetCalls();
        String title = "Zonder post";
        ZonedDateTime start = Loans.at(Loans.day(DayOfWeek.TUESDAY, 3), 10, 0);
        Loans.Asked asked = Loans.published(Loans.body(title, Loans.shift(start, start.plusHours(4))));
        mail().process().kill();
        try {
            String placement = Loans.applied(asked);
            Loans.agreed(Loans.LENDER, placement, "LENDER");
            assertThat(Loans.agreed(Loans.BORROWER, placement, "BORROWER").get("state").asText()).isEqualTo("CONFIRMED");
            Truth.eventually("each was tried and put back", SOON,
                () -> Truth.number("select count(*)" + OF_REQUEST + " and next_at = created_at", asked.id()) == 0);
            assertThat(Truth.texts("select distinct state" + OF_REQUEST, asked.id())).containsExactly("WAITING");
        } finally {
            mail().start();
        }
        // else the test would wait as long as the product does before it tries again
        Truth.change("update outbox set next_at = now() where state = 'WAITING'");
        Truth.eventually("nothing waits", SOON, () -> Truth.number("select count(*)" + OF_REQUEST + " and state = 'WAITING'", asked.id()) == 0);

        assertThat(Truth.number("select count(*)" + OF_REQUEST + " and state = 'FAILED'", asked.id())).isZero();
        List<String> sent = Truth.texts("select id" + OF_REQUEST + " and state = 'SENT'", asked.id());
        assertThat(sent).as("at least employee, lender and borrower read that it is definite").hasSizeGreaterThanOrEqualTo(3);
        assertThat(caught(title)).containsExactlyInAnyOrderElementsOf(sent);
    }
}
