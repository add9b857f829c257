package nl.vliegwiel.it;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.DayOfWeek;
import java.util.HashMap;
import java.util.Map;
import org.jboss.arquillian.container.test.api.RunAsClient;
import org.junit.jupiter.api.Test;

/** A number that only looks like a BSN is stopped, and passes once somebody who may has released it (R7). */
@RunAsClient
class ReleasedNumberIT extends ServerTest {
    private static final String NUMBER = "111222333";

    private static Api.Answer ask(String title) {
        Map<String, Object> body = new HashMap<>(Loans.body(title, Loans.shift(Loans.at(Loans.day(DayOfWeek.MONDAY, 60), 9, 0), Loans.at(Loans.day(DayOfWeek.MONDAY, 60), 13, 0))));
        body.put("description", "De dozen van bestelling 111.222.333 uitpakken.");
        return Api.as(Loans.BORROWER).post("/requests", body);
    }

    @Test
    void aReleasedNumberPassesUntilItIsStoppedAgain() {
        Api.Answer stopped = ask("Dozen uitpakken");
        assertThat(stopped.status()).isEqualTo(422);
        assertThat(stopped.body()).contains("text.bsn.found").doesNotContain(NUMBER);

        Map<String, Object> release = Map.of("number", NUMBER, "ground", "ORDER", "noBsn", true);
        assertThat(Api.as(Loans.EMPLOYEE).post("/released-numbers", release).status()).as("not for everybody").isEqualTo(403);
        assertThat(Api.as("moderator.poi").post("/released-numbers", Map.of("number", NUMBER, "ground", "ORDER", "noBsn", false)).status())
            .as("not without the statement").isEqualTo(422);
        assertThat(Api.as("moderator.poi").post("/released-numbers", Map.of("number", "123456789", "ground", "ORDER", "noBsn", true)).status())
            .as("not what is not stopped").isEqualTo(422);
        Api.Answer released = Api.as("moderator.poi").post("/released-numbers", release);
        assertThat(released.status()).as(released.body()).isEqualTo(201);
        String id = released.header("Location").replaceAll(".*/", "");

        assertThat(ask("Dozen uitpakken").status()).isEqualTo(201);
        assertThat(Truth.texts("select action || ' ' || detail from audit_entry where entity_id = ?::uuid", id)).containsExactly("released {\"ground\": \"ORDER\"}");
        assertThat(Truth.texts("select n::text from released_number n").toString()).doesNotContain(NUMBER);

        assertThat(Api.as("hr.hoogveen").post("/released-numbers/" + id + ":revoke", "").status()).as("of another organisation").isEqualTo(404);
        assertThat(Api.as("moderator.poi").post("/released-numbers/" + id + ":revoke", "").status()).isEqualTo(200);
        assertThat(ask("Dozen uitpakken").status()).isEqualTo(422);
    }
}
