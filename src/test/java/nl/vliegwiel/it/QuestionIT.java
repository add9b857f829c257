package nl.vliegwiel.it;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.DayOfWeek;
import java.util.Map;
import org.jboss.arquillian.container.test.api.RunAsClient;
import org.junit.jupiter.api.Test;

/** Asking before applying: nobody learns who asked before she comes forward, and an answer helps everybody (R7, R8, R10). */
@RunAsClient
class QuestionIT extends ServerTest {
    private static Loans.Asked asked(int week) {
        var day = Loans.day(DayOfWeek.MONDAY, 80 + week);
        return Loans.published(Loans.body("Vragen stellen " + week, Loans.shift(Loans.at(day, 10, 0), Loans.at(day, 15, 0))));
    }

    private static Api.Answer ask(Loans.Asked asked, String text, boolean named) {
        return Api.as(Loans.EMPLOYEE).post("/requests/" + asked.id() + "/questions", Map.of("question", text, "named", named));
    }

    private static Api.Answer answer(Api.Answer question, String text, boolean forHerOnly) {
        return Api.as(Loans.BORROWER).post("/questions/" + question.json().get("id").asText() + ":answer", Map.of("answer", text, "forHerOnly", forHerOnly),
            "If-Match", question.etag());
    }

    private static JsonNode read(String account, Loans.Asked asked) {
        return Api.as(account).get("/requests/" + asked.id() + "/questions").json().get("items");
    }

    @Test
    void theLibraryReadsTheQuestionAndTheNameOnlyOnceSheComesForward() {
        Loans.Asked asked = asked(1);
        Api.Answer question = ask(asked, "Is er een fietsenstalling?", false);
        assertThat(question.status()).as(question.body()).isEqualTo(201);
        JsonNode seen = read(Loans.BORROWER, asked).get(0);
        assertThat(seen.get("question").asText()).isEqualTo("Is er een fietsenstalling?");
        assertThat(seen.path("asker").asText("")).isEmpty();
        assertThat(seen.path("askerId").asText("")).isEmpty();
        assertThat(Api.as(Loans.BORROWER).get("/inbox").body()).contains("QUESTION_ANSWER").contains(question.json().get("id").asText());
        assertThat(read("carla.hoogveen", asked)).as("without an answer it is nobody else's").isEmpty();
        assertThat(Truth.texts("select actor_name from audit_entry where entity = 'question' and entity_id = ?::uuid", question.json().get("id").asText()))
            .as("not even the audit tells who").containsExactly("Vliegwiel");

        Api.Answer given = answer(question, "Ja, achter het gebouw.", false);
        assertThat(given.status()).as(given.body()).isEqualTo(200);
        assertThat(answer(question, "Nee.", false).status()).as("answered already").isIn(409, 412);
        assertThat(read("carla.hoogveen", asked).get(0).get("answer").asText()).isEqualTo("Ja, achter het gebouw.");
        assertThat(Truth.number("select count(*) from outbox where kind = 'QUESTION_ANSWERED' and person_id = ?::uuid and payload::text like '%' || ? || '%'",
            Truth.person(Loans.EMPLOYEE), asked.id())).isEqualTo(1);

        Loans.applied(asked);
        assertThat(read(Loans.BORROWER, asked).get(0).get("asker").asText()).isEqualTo("Bram Verhoeven");
        assertThat(read("carla.hoogveen", asked).get(0).path("asker").asText("")).as("nobody else ever reads it").isEmpty();
    }

    @Test
    void anAnswerForHerOnlyIsReadByNobodyElse() {
        Loans.Asked asked = asked(2);
        answer(ask(asked, "Kan ik een halfuur later beginnen?", true), "Ja hoor.", true);
        assertThat(read("carla.hoogveen", asked)).isEmpty();
        assertThat(read(Loans.EMPLOYEE, asked).get(0).get("answer").asText()).isEqualTo("Ja hoor.");
        assertThat(read(Loans.BORROWER, asked).get(0).get("asker").asText()).as("she chose to be named").isEqualTo("Bram Verhoeven");
    }

    @Test
    void neitherHealthNorNumbersOfPersonsAndNoFlood() {
        Loans.Asked asked = asked(3);
        assertThat(ask(asked, "Ik ben ziek geweest, kan het rustig aan?", false).status()).isEqualTo(422);
        assertThat(ask(asked, "Mijn nummer is 111222333", false).status()).isEqualTo(422);
        assertThat(ask(asked, "  ", false).status()).isEqualTo(422);
        for (int i = 0; i < 3; i++) {
            assertThat(ask(asked, "Vraag " + i, false).status()).isEqualTo(201);
        }
        assertThat(ask(asked, "Nog een", false).status()).isEqualTo(409);
    }
}
