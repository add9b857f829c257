package nl.vliegwiel.it;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.jboss.arquillian.container.test.api.RunAsClient;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** How a placement went: off until both works councils consented, each side writes before it reads, and only the right ones read (R9). */
@RunAsClient
class EvaluationIT extends ServerTest {
    private static final AtomicInteger NEXT = new AtomicInteger();
    private static final Map<String, Object> WORDS = Map.of("asAgreed", "YES", "prepared", "PARTLY", "wentWell", "De overdracht was helder.", "better", "Een sleutel vooraf.");

    @BeforeEach
    void bothCouncilsConsented() {
        GoodCalls.consented(Loans.organisation(Loans.BORROWER));
        GoodCalls.consented(Loans.organisation(Loans.LENDER));
    }

    /** A loan of Bram to Duinrand that ended some hours ago. */
    private static String worked(String purpose) {
        int number = NEXT.incrementAndGet();
        LocalDate day = Loans.day(DayOfWeek.MONDAY, 190).plusDays(number);
        Map<String, Object> body = new HashMap<>(Loans.body("Hoe ging het " + number, Loans.shift(Loans.at(day, 10, 0), Loans.at(day, 15, 0))));
        body.put("purpose", purpose);
        Api.Answer draft = Api.as(Loans.BORROWER).post("/requests", body);
        String request = draft.json().get("id").asText();
        String etag = draft.etag();
        if (purpose.equals("LEARNING")) {
            Api.Answer goals = Api.as(Loans.BORROWER).put("/requests/" + request + "/learning-goals", Map.of("goals", List.of("Een voorleesuur leiden", "Ouders aanspreken")), "If-Match", etag);
            assertThat(goals.status()).as(goals.body()).isEqualTo(200);
            etag = goals.etag();
        }
        Api.Answer open = Api.as(Loans.BORROWER).post("/requests/" + request + ":publish", "", "If-Match", etag);
        assertThat(open.status()).as(open.body()).isEqualTo(200);
        String placement = Loans.applied(new Loans.Asked(request, open.json().at("/shifts/0/id").asText()));
        Truth.change("update placement set state = 'RUNNING', break_minutes = 0, starts_at = date_trunc('day', now()) - interval '8 days' - interval '2 hours' + ? * interval '2 minutes',"
            + " ends_at = date_trunc('day', now()) - interval '8 days' - interval '2 hours' + ? * interval '2 minutes' + interval '1 minute' where id = ?::uuid", number, number, placement);
        return placement;
    }

    private static Api.Answer read(String account, String placement) {
        return Api.as(account).get("/placements/" + placement + "/evaluation");
    }

    private static Api.Answer write(String account, String placement, Map<String, Object> words) {
        return Api.as(account).put("/placements/" + placement + "/evaluation", words, "If-Match", read(account, placement).etag());
    }

    @Test
    void neitherSideReadsTheOtherBeforeBothWroteAndHerOwnLibraryOnlyWhenSheShares() {
        String placement = worked("CAPACITY");
        assertThat(Api.as(Loans.EMPLOYEE).get("/inbox").body()).contains("EVALUATION_EMPLOYEE").contains(placement);
        Map<String, Object> theirs = new HashMap<>(WORDS);
        theirs.put("wentWell", "Het spreekuur kon doorgaan.");
        Api.Answer first = write(Loans.BORROWER, placement, theirs);
        assertThat(first.status()).as(first.body()).isEqualTo(200);
        assertThat(read(Loans.EMPLOYEE, placement).body()).as("that there is something, not what").contains("\"otherWrote\":true").doesNotContain("Het spreekuur");
        assertThat(Api.as(Loans.EMPLOYEE).get("/me/export").body()).as("nor by her export").doesNotContain("Het spreekuur kon doorgaan.");
        Map<String, Object> hers = new HashMap<>(WORDS);
        hers.put("wentWell", "Fijne ploeg.");
        assertThat(write(Loans.EMPLOYEE, placement, hers).status()).isEqualTo(200);
        assertThat(read(Loans.BORROWER, placement).body()).contains("Fijne ploeg.").contains("Het spreekuur kon doorgaan.");
        assertThat(read(Loans.EMPLOYEE, placement).body()).contains("Het spreekuur kon doorgaan.");
        assertThat(Api.as(Loans.EMPLOYEE).get("/me/export").body()).contains("Het spreekuur kon doorgaan.");
        assertThat(Truth.number("select count(*) from outbox where kind = 'EVALUATION_OPENED' and payload ->> 'placement' = ? and person_id = ?::uuid", placement,
            Truth.person(Loans.BORROWER))).as("who wrote first is told").isEqualTo(1);
        assertThat(write(Loans.EMPLOYEE, placement, hers).status()).as("what was read does not change").isEqualTo(409);

        assertThat(read(Loans.LENDER, placement).body()).doesNotContain("Fijne ploeg").doesNotContain("Het spreekuur");
        assertThat(Api.as(Loans.EMPLOYEE).post("/placements/" + placement + "/evaluation:share", "").status()).isEqualTo(200);
        assertThat(read(Loans.LENDER, placement).body()).contains("Fijne ploeg.").contains("Het spreekuur kon doorgaan.");
        assertThat(Api.as(Loans.EMPLOYEE).post("/placements/" + placement + "/evaluation:unshare", "").status()).isEqualTo(200);
        assertThat(read(Loans.LENDER, placement).body()).doesNotContain("Fijne ploeg");

        assertThat(Api.as(Loans.EMPLOYEE).post("/placements/" + placement + "/evaluation:reply", Map.of("reply", "Die sleutel was er wel.")).status()).isEqualTo(200);
        assertThat(Api.as(Loans.EMPLOYEE).post("/placements/" + placement + "/evaluation:reply", Map.of("reply", "Nog iets.")).status()).isEqualTo(409);
        assertThat(read(Loans.BORROWER, placement).body()).contains("Die sleutel was er wel.");
        assertThat(read("carla.hoogveen", placement).status()).isEqualTo(404);
        assertThat(read("moderator.poi", placement).status()).isEqualTo(404);
    }

    @Test
    void offUntilRecordedAndOffAgainWhenRevoked() {
        String placement = worked("CAPACITY");
        assertThat(write(Loans.BORROWER, placement, WORDS).status()).isEqualTo(200);
        assertThat(write(Loans.EMPLOYEE, placement, WORDS).status()).isEqualTo(200);
        String duinrand = "/organisations/" + Loans.organisation(Loans.BORROWER) + "/evaluation-consent";
        Api.Answer now = Api.as(Loans.BORROWER).get(duinrand);
        assertThat(Api.as(Loans.BORROWER).post(duinrand + ":revoke", "", "If-Match", now.etag()).status()).isEqualTo(200);
        assertThat(read(Loans.BORROWER, placement).body()).as("managers read nothing more").doesNotContain("De overdracht");
        assertThat(read(Loans.EMPLOYEE, placement).body()).as("she still does").contains("De overdracht");

        String later = worked("CAPACITY");
        assertThat(Api.as(Loans.EMPLOYEE).get("/inbox").body()).doesNotContain(later);
        Api.Answer refused = write(Loans.EMPLOYEE, later, WORDS);
        assertThat(refused.status()).isEqualTo(409);
        assertThat(refused.body()).contains("evaluation.off");
        Map<String, Object> future = Map.of("body", "WORKS_COUNCIL", "consentedOn", LocalDate.now(Loans.ZONE).plusDays(1).toString(), "document", "OR 2026-14");
        assertThat(Api.as(Loans.BORROWER).post(duinrand, future).status()).isEqualTo(422);
        Api.Answer again = Api.as(Loans.BORROWER).post(duinrand, Map.of("body", "STAFF_MEETING", "consentedOn", LocalDate.now(Loans.ZONE).toString(), "document", "Verslag 12 maart"));
        assertThat(again.status()).as(again.body()).isEqualTo(201);
        assertThat(again.json().get("lines").size()).as("what was revoked stays readable").isGreaterThanOrEqualTo(2);
        assertThat(write(Loans.EMPLOYEE, later, WORDS).body()).as("not about what ended before").contains("evaluation.off");
    }

    @Test
    void neitherHealthNorNumbersOfPersonsNorGoalsOfAnotherRequest() {
        String placement = worked("CAPACITY");
        for (String words : List.of("Zij was twee dagen ziek.", "Haar nummer is 111222333")) {
            Map<String, Object> said = new HashMap<>(WORDS);
            said.put("wentWell", words);
            assertThat(write(Loans.BORROWER, placement, said).status()).as(words).isEqualTo(422);
        }
        Map<String, Object> said = new HashMap<>(WORDS);
        said.put("goals", List.of(Map.of("goalId", placement, "reached", "REACHED")));
        assertThat(write(Loans.BORROWER, placement, said).status()).isEqualTo(422);
        assertThat(Truth.number("select count(*) from evaluation where placement_id = ?::uuid", placement)).isZero();
    }

    @Test
    void aPlaceToLearnHasGoalsAndATalkAtTheReturnThatTheBorrowerDoesNotRead() {
        String placement = worked("LEARNING");
        String goal = read(Loans.EMPLOYEE, placement).json().at("/goals/0/id").asText();
        Map<String, Object> said = new HashMap<>(WORDS);
        said.put("goals", List.of(Map.of("goalId", goal, "reached", "PARTLY")));
        Api.Answer written = write(Loans.EMPLOYEE, placement, said);
        assertThat(written.status()).as(written.body()).isEqualTo(200);
        assertThat(written.json().at("/mine/goals/0/reached").asText()).isEqualTo("PARTLY");

        String path = "/placements/" + placement + "/return-talk";
        assertThat(Api.as(Loans.LENDER).get("/inbox").body()).contains("RETURN_TALK").contains(placement);
        String day = LocalDate.now(Loans.ZONE).plusDays(2).toString();
        Api.Answer planned = Api.as(Loans.LENDER).put(path, Map.of("plannedOn", day), "If-Match", "\"0\"");
        assertThat(planned.status()).as(planned.body()).isEqualTo(200);
        assertThat(Api.as(Loans.LENDER).put(path, Map.of("plannedOn", day, "brought", "Zij leerde veel."), "If-Match", planned.etag()).status()).as("her words are hers").isEqualTo(403);
        Api.Answer brought = Api.as(Loans.EMPLOYEE).put(path, Map.of("plannedOn", day, "brought", "Ik kan nu een voorleesuur leiden."), "If-Match", planned.etag());
        assertThat(brought.status()).as(brought.body()).isEqualTo(200);
        assertThat(Api.as(Loans.LENDER).get(path).body()).contains("voorleesuur leiden");
        assertThat(Api.as(Loans.BORROWER).get(path).status()).isEqualTo(404);
        assertThat(Api.as(Loans.LENDER).get("/inbox").body()).doesNotContain(placement);
    }
}
