package nl.vliegwiel.it;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.DayOfWeek;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jboss.arquillian.container.test.api.RunAsClient;
import org.junit.jupiter.api.Test;

/** Every ranking that was shown can be looked into, and favourites are reached only with their yes (R10, R11). */
@RunAsClient
class RankingLogIT extends ServerTest {
    @Test
    void aRankingThatWasShownIsKeptWithItsRulesAndWhoLooked() {
        Loans.Asked asked = Loans.published(Loans.body("Wie zag dit", Loans.shift(Loans.at(Loans.day(DayOfWeek.TUESDAY, 61), 9, 0),
            Loans.at(Loans.day(DayOfWeek.TUESDAY, 61), 13, 0))));
        JsonNode shown = Api.as(Loans.BORROWER).get("/requests/" + asked.id() + "/candidates?limit=5").json().get("items");
        assertThat(shown).hasSize(5);

        JsonNode line = Api.as(Loans.BORROWER).get("/requests/" + asked.id() + "/rankings").json().at("/items/0");
        assertThat(line.get("by").asText()).isEqualTo("Marijke Zandstra");
        assertThat(line.get("rules").asText()).startsWith("ranking-1 ");
        assertThat(line.at("/weights/version").asText()).isNotEmpty();
        assertThat(line.get("shown").findValuesAsText("candidateRef")).isEqualTo(shown.findValuesAsText("candidateRef"));
        assertThat(line.get("shown").findValuesAsText("score")).isEqualTo(shown.findValuesAsText("score"));
        assertThat(line.toString()).as("cards stay anonymous (R10)").doesNotContain("personId");

        assertThat(Api.as("beheer").get("/requests/" + asked.id() + "/rankings").json().at("/items/0/shown").findValuesAsText("personId")).hasSize(5);
        assertThat(Api.as(Loans.EMPLOYEE).get("/requests/" + asked.id() + "/rankings").status()).isEqualTo(403);
        assertThat(Api.as(Loans.BORROWER).get("/requests/" + UUID.randomUUID() + "/rankings").status()).isEqualTo(404);
    }

    @Test
    void aRequestForFavouritesReachesOnlyWhoAgreed() {
        Map<String, Object> body = new HashMap<>(Loans.body("Alleen favorieten", Loans.shift(Loans.at(Loans.day(DayOfWeek.TUESDAY, 62), 9, 0),
            Loans.at(Loans.day(DayOfWeek.TUESDAY, 62), 13, 0))));
        body.put("circles", List.of("FAVOURITES"));
        // Other tests asked him too
        Truth.change("update favourite set state = 'ENDED' where state in ('ASKED', 'AGREED') and organisation_id = ?::uuid and person_id = ?::uuid",
            Loans.organisation(Loans.BORROWER), Truth.person(Loans.EMPLOYEE));
        Loans.Asked asked = Loans.published(body);
        int before = cards(asked).size();
        String favourite = UUID.randomUUID().toString();
        assertThat(Api.as(Loans.EMPLOYEE).get("/requests/" + asked.id()).status()).isEqualTo(404);
        Truth.change("""
            insert into favourite (id, organisation_id, person_id, state, asked_by, asked_at, changed_at)
            values (?::uuid, ?::uuid, ?::uuid, 'ASKED', ?::uuid, now(), now())""", favourite, Loans.organisation(Loans.BORROWER), Truth.person(Loans.EMPLOYEE),
            Truth.person(Loans.BORROWER));
        assertThat(Api.as(Loans.EMPLOYEE).get("/requests/" + asked.id()).status()).as("asked is not agreed").isEqualTo(404);
        assertThat(Api.as(Loans.EMPLOYEE).get("/inbox").body()).contains("FAVOURITE_ASKED");

        try (Desk desk = Desk.of(Loans.EMPLOYEE)) {
            desk.open("/flexpool/favourites");
            desk.page().click("button:has-text('Ja, graag'), input[value='Ja, graag']");
            desk.page().waitForSelector("text=Je bent nu favoriet");
        }
        assertThat(Api.as(Loans.EMPLOYEE).get("/requests/" + asked.id()).status()).isEqualTo(200);
        assertThat(Api.as("carla.hoogveen").get("/requests/" + asked.id()).status()).isEqualTo(404);
        assertThat(cards(asked)).as("she, and who were favourites before").hasSize(before + 1);
        Truth.change("update favourite set state = 'ENDED' where id = ?::uuid", favourite);
    }

    private static List<String> cards(Loans.Asked asked) {
        List<String> refs = new ArrayList<>();
        Api.as(Loans.BORROWER).get("/requests/" + asked.id() + "/candidates?limit=100").json().get("items").forEach(card -> refs.add(card.get("candidateRef").asText()));
        return refs;
    }
}
