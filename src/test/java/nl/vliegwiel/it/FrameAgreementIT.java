package nl.vliegwiel.it;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.ZonedDateTime;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jboss.arquillian.container.test.api.RunAsClient;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Vennenland and Duinrand agree once: two yeses, no two at a time, each loan an annex, ended by notice. */
@RunAsClient
class FrameAgreementIT extends ServerTest {
    private final Api lender = Api.as(Loans.LENDER);
    private final Api borrower = Api.as(Loans.BORROWER);
    private final String vennenland = Loans.organisation(Loans.LENDER);
    private final String duinrand = Loans.organisation(Loans.BORROWER);

    @BeforeEach
    void asManyCallsAsNeeded() {
        Truth.forgetCalls();
    }

    private static Map<String, Object> terms(LocalDate from, LocalDate to) {
        return new HashMap<>(Map.of("validFrom", from.toString(), "validTo", to.toString(), "waadiGround", "COLLEGIAL_NON_PROFIT", "wttaPosition", "OUTSIDE_COLLEGIAL",
            "vatGround", "COST_SHARING", "vatConditions", List.of("KEY_AGREED_BEFOREHAND", "RISK_SHARED_BY_KEY"), "travel", "BORROWER_PAYS", "liability", "BORROWER_BEARS",
            "noticeMonths", 0));
    }

    private Api.Answer propose(Map<String, Object> terms) {
        return lender.post("/frame-agreements", Map.of("organisationId", vennenland, "otherId", duinrand, "terms", terms));
    }

    private static Api.Answer consent(Api who, String organisation, JsonNode frame, String decision, int textVersion) {
        return who.post("/frame-agreements/" + frame.get("id").asText() + "/consents", Map.of("organisationId", organisation, "decision", decision, "textVersion", textVersion),
            "If-Match", "\"" + frame.get("version").asInt() + "\"");
    }

    private static JsonNode placement(LocalDate day) {
        ZonedDateTime start = Loans.at(day, 10, 0);
        String id = Loans.applied(Loans.published(Loans.body("Onder een raamovereenkomst", Loans.shift(start, start.plusHours(4)))));
        return Api.as(Loans.LENDER).get("/placements/" + id).json();
    }

    @Test
    void aLoanUnderAFrameIsItsAnnexAndTakesItsGroundsUntilNoticeIsGiven() {
        LocalDate from = Loans.day(DayOfWeek.MONDAY, 100);
        Api.Answer made = propose(terms(from, from.plusDays(20)));
        assertThat(made.status()).as(made.body()).isEqualTo(201);
        assertThat(placement(from.plusDays(1)).at("/terms/frameNumber").isMissingNode()).as("only proposed").isTrue();
        assertThat(borrower.get("/inbox").body()).contains("FRAME_CONSENT", made.json().get("id").asText());

        Api.Answer agreed = consent(borrower, duinrand, made.json(), "YES", 1);
        assertThat(agreed.json().get("state").asText()).as(agreed.body()).isEqualTo("AGREED");
        assertThat(agreed.json().get("consents")).hasSize(2);
        JsonNode annex = placement(from.plusDays(2));
        assertThat(annex.at("/terms/frameNumber").asInt()).isEqualTo(made.json().get("number").asInt());
        assertThat(annex.at("/terms/vatGround").asText()).isEqualTo("COST_SHARING");
        assertThat(annex.at("/cost/vatBasisPoints").asInt()).isZero();
        assertThat(Truth.texts("select vat_ground from placement where id = ?::uuid", annex.get("id").asText())).containsExactly("COST_SHARING");
        assertThat(lender.get("/placements/" + annex.get("id").asText() + "/agreement").status()).isEqualTo(200);
        assertThat(Loans.agreed(Loans.LENDER, annex.get("id").asText(), "LENDER").get("state").asText()).isEqualTo("APPLIED");
        assertThat(Loans.agreed(Loans.BORROWER, annex.get("id").asText(), "BORROWER").get("state").asText()).isEqualTo("CONFIRMED");

        Api.Answer paper = borrower.get("/frame-agreements/" + made.json().get("id").asText() + "/paper");
        assertThat(paper.header("Content-Type")).startsWith("application/pdf");
        Api.Answer ended = borrower.post("/frame-agreements/" + made.json().get("id").asText() + ":terminate", Map.of("organisationId", duinrand), "If-Match", agreed.etag());
        assertThat(ended.json().get("validTo").asText()).as("it has not begun, so it ends on its first day").isEqualTo(from.toString());
        assertThat(placement(from.plusDays(3)).at("/terms/frameNumber").isMissingNode()).isTrue();
        assertThat(lender.get("/placements/" + annex.get("id").asText()).json().get("state").asText()).as("what is definite stays").isEqualTo("CONFIRMED");
    }

    @Test
    void whereTheLenderBearsTheWayNothingOfItIsChargedWhateverElseOfALoanChanges() {
        LocalDate from = Loans.day(DayOfWeek.MONDAY, 186);
        Map<String, Object> bearing = terms(from, from.plusDays(10));
        bearing.put("travel", "LENDER_PAYS");
        consent(borrower, duinrand, propose(bearing).json(), "YES", 1);
        JsonNode annex = placement(from.plusDays(1));
        assertThat(annex.at("/cost/travelCents").asLong()).isZero();
        Api.Answer seen = lender.get("/placements/" + annex.get("id").asText());
        Map<String, Object> other = new HashMap<>(Map.of("taskDescription", "Helpen aan de balie en opruimen", "functionAtBorrower", "Baliemedewerker", "waadiGround", "COLLEGIAL_NON_PROFIT",
            "wttaPosition", "OUTSIDE_COLLEGIAL", "vatGround", "STANDARD", "vatConditions", List.of()));
        Api.Answer changed = lender.put("/placements/" + annex.get("id").asText() + "/terms", other, "If-Match", seen.etag());
        assertThat(changed.status()).as(changed.body()).isEqualTo(200);
        assertThat(changed.json().get("textVersion").asInt()).isEqualTo(2);
        assertThat(changed.json().at("/cost/travelCents").asLong()).as("agreed once for all loans").isZero();
        assertThat(Truth.texts("select content -> 'money' ->> 'roadMetres' from agreement where placement_id = ?::uuid order by text_version", annex.get("id").asText()))
            .as("what the settlement reckons with").containsExactly("0", "0");
        Truth.change("update frame_agreement set valid_to = valid_from, terminated_at = now(), terminated_by = created_by where valid_from = ?::date", from.toString());
    }

    @Test
    void twoLibrariesHaveOneAtATimeWhoeverProposesIt() {
        LocalDate from = Loans.day(DayOfWeek.MONDAY, 110);
        JsonNode first = propose(terms(from, from.plusDays(10))).json();
        Api.Answer second = borrower.post("/frame-agreements", Map.of("organisationId", duinrand, "otherId", vennenland, "terms", terms(from.plusDays(10), from.plusDays(12))));
        assertThat(second.status()).as(second.body()).isEqualTo(409);
        assertThat(second.key()).isEqualTo("constraint.frame_agreement_no_overlap");
        assertThatThrownBy(() -> Truth.change("insert into frame_agreement (id, one_id, other_id, state, valid_from, notice_months, created_by, created_at)"
            + " select gen_random_uuid(), one_id, other_id, 'AGREED', valid_from, 0, created_by, now() from frame_agreement where id = ?::uuid", first.get("id").asText()))
            .hasMessageContaining("frame_agreement_no_overlap");
        assertThat(consent(borrower, duinrand, first, "NO", 1).json().get("state").asText()).isEqualTo("REFUSED");
        assertThat(propose(terms(from, from.plusDays(10))).status()).as("a refused one holds no place").isEqualTo(201);
    }

    @Test
    void anotherTextAsksTheOtherLibraryAnewAndAYesToTheOldOneIsLate() {
        LocalDate from = Loans.day(DayOfWeek.MONDAY, 120);
        JsonNode made = propose(terms(from, from.plusDays(10))).json();
        Map<String, Object> other = terms(from, from.plusDays(5));
        other.put("special", "Alleen op werkdagen");
        Api.Answer changed = borrower.put("/frame-agreements/" + made.get("id").asText() + "/terms", Map.of("organisationId", duinrand, "terms", other), "If-Match", "\"0\"");
        assertThat(changed.json().get("textVersion").asInt()).as(changed.body()).isEqualTo(2);
        assertThat(consent(lender, vennenland, made, "YES", 1).status()).isEqualTo(412);
        assertThat(consent(lender, vennenland, changed.json(), "YES", 2).json().get("state").asText()).isEqualTo("AGREED");

        Map<String, Object> without = terms(from.plusDays(60), from.plusDays(70));
        without.put("vatConditions", List.of());
        assertThat(propose(without).status()).as("grounds need their conditions").isEqualTo(422);
        assertThat(Api.as("hr.hoogveen").get("/frame-agreements/" + made.get("id").asText()).status()).isEqualTo(404);
        assertThat(consent(borrower, vennenland, changed.json(), "YES", 2).status()).as("nobody speaks for the other").isEqualTo(403);
    }
}
