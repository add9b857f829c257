package nl.vliegwiel.it;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.DayOfWeek;
import java.util.List;
import java.util.Map;
import org.jboss.arquillian.container.test.api.RunAsClient;
import org.junit.jupiter.api.Test;

/** Two people of different employers change places: all at once or not at all, and never against rest or without somebody's yes (R1, R5). */
@RunAsClient
class SwapIT extends ServerTest {
    private static final String CARLA = "carla.hoogveen";
    private static final String HOOGVEEN = "hr.hoogveen";

    private static Loans.Asked asked(int week, DayOfWeek weekday, int from, int to) {
        var day = Loans.day(weekday, 90 + week);
        return Loans.published(Loans.body("Ruilen " + week, Loans.shift(Loans.at(day, from, 0), Loans.at(day, to, 0))));
    }

    private static String definite(Loans.Asked asked, String employee, String lender) {
        Api.Answer applied = Loans.apply(employee, asked);
        assertThat(applied.status()).as(applied.body()).isEqualTo(201);
        String placement = applied.json().at("/placements/0/id").asText();
        Loans.agreed(lender, placement, "LENDER");
        assertThat(Loans.agreed(Loans.BORROWER, placement, "BORROWER").get("state").asText()).isEqualTo("CONFIRMED");
        return placement;
    }

    private static Api.Answer ask(String placement, String kind) {
        return Api.as(Loans.EMPLOYEE).post("/placements/" + placement + "/swaps", Map.of("email", CARLA + "@vliegwiel.example", "kind", kind));
    }

    private static Api.Answer accept(Api.Answer swap, Map<String, Object> body) {
        return Api.as(CARLA).post("/swaps/" + swap.json().get("id").asText() + ":accept", body, "If-Match", swap.etag());
    }

    private static List<String> definiteOn(Loans.Asked asked) {
        return Truth.texts("select e.given_name from placement p join person e on e.id = p.employee_id where p.shift_id = ?::uuid and p.state = 'CONFIRMED'", asked.shiftId());
    }

    /** The new placement of a shift for a person. */
    private static String follower(JsonNode swap, Loans.Asked asked) {
        return Truth.texts("select id from placement where shift_id = ?::uuid and swap_id = ?::uuid", asked.shiftId(), swap.get("id").asText()).get(0);
    }

    @Test
    void anExchangeBetweenThreeLibrariesChangesBothPlacesWithTheLastYes() {
        Loans.Asked one = asked(1, DayOfWeek.MONDAY, 10, 14);
        Loans.Asked other = asked(1, DayOfWeek.THURSDAY, 10, 14);
        String brams = definite(one, Loans.EMPLOYEE, Loans.LENDER);
        String carlas = definite(other, CARLA, HOOGVEEN);
        Api.Answer swap = ask(brams, "EXCHANGE");
        assertThat(swap.status()).as(swap.body()).isEqualTo(201);
        assertThat(ask(brams, "HANDOVER").status()).as("one swap at a time").isEqualTo(409);
        assertThat(Api.as(CARLA).get("/inbox").body()).contains("SWAP_ANSWER");
        assertThat(accept(swap, Map.of()).status()).as("an exchange asks for something").isEqualTo(422);
        Api.Answer accepted = accept(swap, Map.of("placementId", carlas));
        assertThat(accepted.status()).as(accepted.body()).isEqualTo(200);
        String carlasNew = follower(accepted.json(), one);
        String bramsNew = follower(accepted.json(), other);
        Loans.agreed(HOOGVEEN, carlasNew, "LENDER");
        assertThat(Loans.agreed(Loans.BORROWER, carlasNew, "BORROWER").get("state").asText()).as("three yeses, yet it waits for the other half").isEqualTo("PROPOSED");
        assertThat(definiteOn(one)).containsExactly("Bram");
        assertThat(definiteOn(other)).containsExactly("Carla");
        Loans.agreed(Loans.EMPLOYEE, bramsNew, "EMPLOYEE");
        Loans.agreed(Loans.LENDER, bramsNew, "LENDER");
        assertThat(Loans.agreed(Loans.BORROWER, bramsNew, "BORROWER").get("state").asText()).isEqualTo("CONFIRMED");
        assertThat(definiteOn(one)).containsExactly("Carla");
        assertThat(definiteOn(other)).containsExactly("Bram");
        assertThat(Api.as(Loans.EMPLOYEE).get("/placements/" + brams).json().get("endReason").asText()).as("the old one stays readable (R15)").isEqualTo("SWAPPED");
        assertThat(Api.as(CARLA).get("/swaps/" + swap.json().get("id").asText()).json().get("state").asText()).isEqualTo("DONE");
        assertThat(Truth.number("select count(*) from placement_consent where placement_id in (?::uuid, ?::uuid) and decision = 'YES'", bramsNew, carlasNew))
            .as("six recorded yeses to the new texts (R1)").isEqualTo(6);
        assertThat(Api.as(Loans.BORROWER).get("/requests/" + one.id()).json().get("status").asText()).isEqualTo("FILLED");
        assertThat(Api.as(Loans.BORROWER).get("/swaps/" + swap.json().get("id").asText()).status()).as("between two people").isEqualTo(404);
    }

    @Test
    void whatBreaksRestIsRefusedWithTheRuleAndLeavesAllAsItWas() {
        Loans.Asked late = asked(3, DayOfWeek.TUESDAY, 15, 23);
        Loans.Asked early = asked(3, DayOfWeek.WEDNESDAY, 6, 10);
        definite(late, CARLA, HOOGVEEN);
        String brams = definite(early, Loans.EMPLOYEE, Loans.LENDER);
        Api.Answer swap = ask(brams, "HANDOVER");
        Api.Answer refused = accept(swap, Map.of());
        assertThat(refused.status()).as(refused.body()).isEqualTo(422);
        assertThat(refused.body()).contains("DAILY_REST");
        assertThat(definiteOn(early)).containsExactly("Bram");
        assertThat(Truth.number("select count(*) from placement where swap_id = ?::uuid", swap.json().get("id").asText())).isZero();
        assertThat(Truth.texts("select state from swap where id = ?::uuid", swap.json().get("id").asText())).containsExactly("ASKED");
    }

    @Test
    void restIsAskedAgainAtTheLastYes() {
        Loans.Asked early = asked(5, DayOfWeek.WEDNESDAY, 6, 10);
        String brams = definite(early, Loans.EMPLOYEE, Loans.LENDER);
        Api.Answer swap = ask(brams, "HANDOVER");
        Api.Answer accepted = accept(swap, Map.of());
        assertThat(accepted.status()).as(accepted.body()).isEqualTo(200);
        String carlasNew = follower(accepted.json(), early);
        Loans.agreed(HOOGVEEN, carlasNew, "LENDER");
        definite(asked(5, DayOfWeek.TUESDAY, 15, 23), CARLA, HOOGVEEN);
        Api.Answer refused = Loans.consent(Loans.BORROWER, carlasNew, "BORROWER");
        assertThat(refused.status()).as(refused.body()).isEqualTo(422);
        assertThat(refused.body()).contains("DAILY_REST");
        assertThat(definiteOn(early)).containsExactly("Bram");
    }

    @Test
    void oneNoEndsTheSwapAndNothingElse() {
        Loans.Asked one = asked(7, DayOfWeek.MONDAY, 10, 14);
        String brams = definite(one, Loans.EMPLOYEE, Loans.LENDER);
        Api.Answer swap = ask(brams, "HANDOVER");
        String carlasNew = follower(accept(swap, Map.of()).json(), one);
        Api.Answer seen = Api.as(HOOGVEEN).get("/placements/" + carlasNew);
        assertThat(Api.as(HOOGVEEN).post("/placements/" + carlasNew + "/consents", Map.of("party", "LENDER", "decision", "NO", "textVersion", 1), "If-Match", seen.etag())
            .status()).isEqualTo(200);
        assertThat(Truth.texts("select state from swap where id = ?::uuid", swap.json().get("id").asText())).containsExactly("DECLINED");
        assertThat(definiteOn(one)).containsExactly("Bram");
        assertThat(ask(brams, "HANDOVER").status()).as("she can ask again").isEqualTo(201);
    }

    @Test
    void whenTheOldPlacementEndsTheSwapEndsToo() {
        Loans.Asked one = asked(9, DayOfWeek.MONDAY, 10, 14);
        String brams = definite(one, Loans.EMPLOYEE, Loans.LENDER);
        Api.Answer swap = ask(brams, "HANDOVER");
        String carlasNew = follower(accept(swap, Map.of()).json(), one);
        String etag = Api.as(Loans.BORROWER).get("/placements/" + brams).etag();
        assertThat(Api.as(Loans.BORROWER).post("/placements/" + brams + ":cancel", Map.of("party", "BORROWER", "reason", "NEED_ENDED", "closePlace", true), "If-Match", etag)
            .status()).isEqualTo(200);
        assertThat(Truth.texts("select state from placement where id = ?::uuid", carlasNew).get(0)).isIn("WITHDRAWN", "CANCELLED");
        assertThat(Truth.texts("select state from swap where id = ?::uuid", swap.json().get("id").asText())).containsExactly("ENDED");
    }

    @Test
    void nobodyLearnsFromTheAnswerWhoTakesPart() {
        String brams = definite(asked(11, DayOfWeek.MONDAY, 10, 14), Loans.EMPLOYEE, Loans.LENDER);
        for (String address : List.of("niemand@vliegwiel.example", "begeleider@vliegwiel.example", "bram.vennenland@vliegwiel.example", "")) {
            Api.Answer answer = Api.as(Loans.EMPLOYEE).post("/placements/" + brams + "/swaps", Map.of("email", address, "kind", "HANDOVER"));
            assertThat(answer.status()).as(address).isEqualTo(422);
            assertThat(answer.json().at("/violations/0/key").asText()).as(address).isEqualTo("swap.colleague.unknown");
        }
    }
}
