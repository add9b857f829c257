package nl.vliegwiel.it;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.DayOfWeek;
import java.time.ZonedDateTime;
import java.util.HashMap;
import java.util.Map;
import org.jboss.arquillian.container.test.api.RunAsClient;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Bram comes to work at Duinrand: he accepts the safety instruction before his first shift, and again when it changes (7:658 BW). */
@RunAsClient
class InductionIT extends ServerTest {
    private static final Map<String, Object> SHEET = Map.of("reportTo", "Personeelsingang, kwart voor tien", "contact", "De teamleider van die dag", "safety",
        "Bij alarm naar buiten. Verzamelen bij de fietsen.");

    private final Api bram = Api.as(Loans.EMPLOYEE);
    private final Api borrower = Api.as(Loans.BORROWER);
    private final String path = "/branches/" + Loans.branch(Loans.organisation(Loans.BORROWER)) + "/induction";

    @BeforeEach
    void asManyCallsAsNeeded() {
        Truth.forgetCalls();
    }

    private Api.Answer publish(String safety) {
        Map<String, Object> body = new HashMap<>(SHEET);
        body.put("safety", safety);
        return borrower.put(path, body, "If-Match", borrower.get(path).etag());
    }

    private Api.Answer accept(String etag) {
        return bram.post(path + ":accept", "", "If-Match", etag);
    }

    private boolean isAsked() {
        for (JsonNode item : bram.get("/inbox").json().get("items")) {
            if (item.get("kind").asText().equals("INDUCTION_ACCEPT") && path.contains(item.get("entityId").asText())) {
                return true;
            }
        }
        return false;
    }

    private static String definite(int week) {
        ZonedDateTime start = Loans.at(Loans.day(DayOfWeek.TUESDAY, week), 10, 0);
        String placement = Loans.applied(Loans.published(Loans.body("Inwerken " + week, Loans.shift(start, start.plusHours(4)))));
        Loans.agreed(Loans.LENDER, placement, "LENDER");
        assertThat(Loans.agreed(Loans.BORROWER, placement, "BORROWER").get("state").asText()).isEqualTo("CONFIRMED");
        return placement;
    }

    private JsonNode guest() {
        for (JsonNode one : borrower.get(path).json().get("guests")) {
            if (one.get("personId").asText().equals(Truth.person(Loans.EMPLOYEE))) {
                return one;
            }
        }
        throw new AssertionError("Bram is not among the guests");
    }

    @Test
    void whoComesToWorkAcceptsTheInstructionOncePerVersionAndTheBorrowerSeesIt() {
        definite(90);
        Api.Answer written = publish("Eerste versie " + System.nanoTime());
        assertThat(written.status()).as(written.body()).isEqualTo(200);
        assertThat(isAsked()).isTrue();
        assertThat(guest().get("accepted").asBoolean()).isFalse();
        String seen = bram.get(path).etag();
        assertThat(accept(seen).json().get("acceptedAt").isTextual()).isTrue();
        assertThat(accept(seen).status()).as("again changes nothing").isEqualTo(200);
        assertThat(isAsked()).isFalse();
        assertThat(guest().get("accepted").asBoolean()).isTrue();

        publish("Tweede versie " + System.nanoTime());
        assertThat(isAsked()).as("a new version asks again").isTrue();
        assertThat(accept(seen).status()).as("the version that was read is no more").isEqualTo(412);
        assertThat(accept(bram.get(path).etag()).status()).isEqualTo(200);
        assertThat(Truth.number("select count(*) from induction_acceptance where person_id = ?::uuid and branch_id = ?::uuid", Truth.person(Loans.EMPLOYEE), path.split("/")[2]))
            .as("both stay").isEqualTo(2);
        assertThat(bram.get("/me/export").json().at("/flexpool/inductions")).hasSizeGreaterThanOrEqualTo(2);
    }

    @Test
    void theSameTextIsNoNewVersionAndAWrongOneIsSaidAtItsField() {
        String text = "Zelfde " + System.nanoTime();
        String first = publish(text).etag();
        assertThat(publish(text).etag()).isEqualTo(first);
        Api.Answer empty = publish(" ");
        assertThat(empty.status()).isEqualTo(422);
        assertThat(empty.json().at("/violations/0/field").asText()).isEqualTo("safety");
        assertThat(borrower.put(path, SHEET, "If-Match", "\"0\"").status()).isEqualTo(412);
        assertThat(bram.put(path, SHEET, "If-Match", first).status()).isIn(403, 404);
    }

    @Test
    void thePlacementTheAgreementAndTheCalendarLeadToTheSheet() {
        String placement = definite(91);
        publish("Leidt ernaartoe " + System.nanoTime());
        Visitor visitor = new Visitor();
        visitor.signIn(Loans.EMPLOYEE);
        String branch = path.split("/")[2];
        assertThat(visitor.get("/flexpool/placement?id=" + placement).body()).contains("/flexpool/induction?branch=" + branch);
        assertThat(visitor.get("/flexpool/induction?branch=" + branch).body()).contains("Leidt ernaartoe");
        assertThat(bram.get("/placements/" + placement + "/agreement").status()).isEqualTo(200);
        String feed = bram.post("/me/feed", "").json().get("address").asText();
        assertThat(visitor.get(feed.substring(feed.indexOf("/feed/"))).body().replace("\r\n ", "")).contains("/flexpool/induction?branch=" + branch);
    }
}
