package nl.vliegwiel.it;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jboss.arquillian.container.test.api.RunAsClient;
import org.junit.jupiter.api.Test;

/** R19: what goes on at a library goes along when it goes up in another; what is over keeps its name. */
@RunAsClient
class MergerIT extends ServerTest {
    private static String request(String title, int weeks, String circle) {
        LocalDate day = Loans.day(DayOfWeek.THURSDAY, weeks);
        Map<String, Object> body = new HashMap<>(Loans.body(title, Loans.shift(Loans.at(day, 9, 0), Loans.at(day, 13, 0))));
        body.put("circles", List.of(circle));
        return Loans.published(body).id();
    }

    private static String shift(String request) {
        return Truth.texts("select id from shift where request_id = ?::uuid", request).get(0);
    }

    @Test
    void openRequestsAndDefiniteLoansGoToTheSuccessor() {
        Api beheer = Api.as("beheer");
        String duinrand = Loans.organisation(Loans.BORROWER);
        Api.Answer made = beheer.post("/organisations", Map.of("name", "Bibliotheek Zandkreek", "kind", "LIBRARY", "alsoPoi", false, "province", "Noord-Holland"));
        assertThat(made.status()).as(made.body()).isEqualTo(201);
        String former = made.json().get("id").asText();

        String open = request("Gaat mee", 64, "COUNTRY");
        String definite = request("Gaat ook mee", 65, "COUNTRY");
        String placement = Loans.applied(new Loans.Asked(definite, shift(definite)));
        Loans.agreed(Loans.LENDER, placement, "LENDER");
        Loans.agreed(Loans.BORROWER, placement, "BORROWER");
        String over = request("Was al voorbij", 66, "OWN");
        Api.Answer seen = Api.as(Loans.BORROWER).get("/requests/" + over);
        assertThat(Api.as(Loans.BORROWER).post("/requests/" + over + ":withdraw", "", "If-Match", seen.etag()).status()).isEqualTo(200);
        // As if that library had asked: it has no people of its own yet
        Truth.change("update staff_request set organisation_id = ?::uuid where id in (?::uuid, ?::uuid, ?::uuid)", former, open, definite, over);
        Truth.change("update placement set borrower_id = ?::uuid where id = ?::uuid", former, placement);
        assertThat(Api.as(Loans.BORROWER).get("/requests/" + over).status()).isEqualTo(404);

        String etag = beheer.get("/organisations/" + former).etag();
        Api.Answer merged = beheer.post("/organisations/" + former + ":merge", Map.of("into", duinrand), "If-Match", etag);
        assertThat(merged.status()).as(merged.body()).isBetween(200, 204);

        assertThat(Api.as(Loans.BORROWER).get("/requests/" + open).json().get("organisationId").asText()).isEqualTo(duinrand);
        assertThat(Api.as(Loans.BORROWER).get("/placements/" + placement).json().get("borrowerId").asText()).isEqualTo(duinrand);
        assertThat(Api.as(Loans.BORROWER).get("/placements/" + placement).json().get("state").asText()).isEqualTo("CONFIRMED");
        assertThat(Api.as(Loans.EMPLOYEE).get("/placements/" + placement).json().get("borrowerId").asText()).isEqualTo(duinrand);
        assertThat(Api.as(Loans.BORROWER).get("/requests/" + over).json().get("organisationId").asText()).as("keeps the old name, and is read").isEqualTo(former);
        assertThat(Api.as("hr.hoogveen").get("/requests/" + over).status()).isEqualTo(404);
        assertThat(Truth.number("select count(*) from audit_entry where action = 'tookOver' and entity_id in (?::uuid, ?::uuid, ?::uuid)", open, definite, placement))
            .isEqualTo(3);
    }
}
