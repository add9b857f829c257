package nl.vliegwiel.it;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jboss.arquillian.container.test.api.RunAsClient;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Enrolling for a cohort as it goes between people: a place, an employer's yes, a line, an offer; and what a cohort says stays its own (R16, R17). */
@RunAsClient
class LearningIT extends ServerTest {
    private static final String GUIDE = "begeleider";
    private static final String ANNA = "anna.duinrand";
    private static final String BRAM = "bram.vennenland";
    private static final String CARLA = "carla.hoogveen";

    @BeforeEach
    void asManyCallsAsNeeded() {
        Truth.forgetCalls();
    }

    private static Api.Answer ok(Api.Answer answer, int status) {
        assertThat(answer.status()).as(answer.body()).isEqualTo(status);
        return answer;
    }

    private static String cohort(Map<String, Object> changes) {
        String programme = GoodCalls.programmeThatShows(Truth.texts("select public_id from skill s where kind = 'SKILL' and not retired"
            + " and not exists (select from person_skill p where p.skill_id = s.id and p.person_id = ?::uuid) order by id", Truth.person(ANNA)).get(0));
        Map<String, Object> body = new TreeMap<>(GoodCalls.cohortBody(programme));
        body.putAll(changes);
        Api.Answer draft = ok(Api.as(GUIDE).post("/cohorts", body), 201);
        String id = draft.json().get("id").asText();
        ok(Api.as(GUIDE).post("/cohorts/" + id + ":open", "", "If-Match", draft.etag()), 200);
        return id;
    }

    private static Api.Answer enrol(String account, String cohort) {
        return ok(Api.as(account).post("/cohorts/" + cohort + "/enrolments", ""), 201);
    }

    private static JsonNode mine(String account, String cohort) {
        for (JsonNode one : Api.as(account).get("/me/enrolments").json().get("items")) {
            if (one.get("cohortId").asText().equals(cohort)) {
                return one;
            }
        }
        throw new AssertionError("not enrolled");
    }

    private static List<String> told(String account, String cohort) {
        return Truth.texts("select kind from outbox where person_id = ?::uuid and payload->>'enrolment' in (select id::text from enrolment where cohort_id = ?::uuid) order by created_at, kind",
            Truth.person(account), cohort);
    }

    @Test
    void aPlaceGoesFromTheFirstToTheNextAndEachIsToldTheRightThingOnce() {
        String cohort = cohort(Map.of("capacity", 1));
        Api.Answer anna = enrol(ANNA, cohort);
        assertThat(anna.json().get("state").asText()).isEqualTo("WAITING_FOR_EMPLOYER");
        assertThat(Api.as(ANNA).post("/cohorts/" + cohort + "/enrolments", "").key()).isEqualTo("enrolment.already");
        assertThat(enrol(BRAM, cohort).json().get("position").asInt()).isEqualTo(1);
        assertThat(enrol(CARLA, cohort).json().get("position").asInt()).isEqualTo(2);
        assertThat(Api.as(GUIDE).get("/cohorts/" + cohort).json().get("state").asText()).isEqualTo("FULL");

        String path = "/enrolments/" + anna.json().get("id").asText();
        assertThat(Api.as("hr.duinrand").get("/inbox").body()).contains(anna.json().get("id").asText());
        assertThat(Api.as("hr.duinrand").post(path + ":approve", "").status()).isEqualTo(428);
        ok(Api.as("hr.duinrand").post(path + ":approve", "", "If-Match", anna.etag()), 200);
        assertThat(mine(ANNA, cohort).get("state").asText()).isEqualTo("ENROLLED");

        ok(Api.as(ANNA).delete("/cohorts/" + cohort + "/enrolments/me"), 200);
        JsonNode bram = mine(BRAM, cohort);
        assertThat(bram.get("state").asText()).isEqualTo("OFFERED");
        assertThat(mine(CARLA, cohort).get("position").asInt()).as("one place promotes one").isEqualTo(1);
        String offer = "/enrolments/" + bram.get("id").asText() + ":claim";
        assertThat(Api.as(GUIDE).post(offer, "", "If-Match", "\"" + bram.get("version").asInt() + "\"").status()).isEqualTo(403);
        assertThat(Api.as(BRAM).post(offer, "", "If-Match", "\"77\"").status()).isEqualTo(412);
        assertThat(ok(Api.as(BRAM).post(offer, "", "If-Match", "\"" + bram.get("version").asInt() + "\""), 200).json().get("state").asText()).isEqualTo("WAITING_FOR_EMPLOYER");

        assertThat(told(ANNA, cohort)).containsExactly("LEARNING_EMPLOYER_ASKED", "LEARNING_ENROLLED", "LEARNING_LEFT");
        assertThat(told(BRAM, cohort)).containsExactly("LEARNING_WAITING", "LEARNING_OFFERED", "LEARNING_EMPLOYER_ASKED");
        assertThat(told(CARLA, cohort)).containsExactly("LEARNING_WAITING");
    }

    @Test
    void whatIsTooLateTooSmallOrTooFullIsSaidAtThePlace() {
        String cohort = cohort(Map.of("capacity", 2, "employerDecides", false));
        enrol(ANNA, cohort);
        enrol(BRAM, cohort);
        JsonNode carla = enrol(CARLA, cohort).json();
        Api.Answer read = Api.as(GUIDE).get("/cohorts/" + cohort);
        Map<String, Object> smaller = new TreeMap<>(GoodCalls.cohortBody(read.json().get("programmeId").asText()));
        smaller.put("capacity", 1);
        smaller.put("employerDecides", false);
        Api.Answer refused = Api.as(GUIDE).put("/cohorts/" + cohort, smaller, "If-Match", read.etag());
        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.json().at("/violations/0/field").asText() + " " + refused.json().at("/violations/0/key").asText()).isEqualTo("capacity cohort.capacity.taken");
        assertThat(told(ANNA, cohort)).as("nobody is mailed wrongly").containsExactly("LEARNING_ENROLLED");
        smaller.put("capacity", 3);
        ok(Api.as(GUIDE).put("/cohorts/" + cohort, smaller, "If-Match", read.etag()), 200);
        assertThat(Api.as(GUIDE).put("/cohorts/" + cohort, smaller, "If-Match", read.etag()).status()).as("two facilitators at once").isEqualTo(412);
        assertThat(mine(CARLA, cohort).get("state").asText()).isEqualTo("OFFERED");
        Truth.change("update enrolment set until = now() - interval '1 second' where id = ?::uuid", carla.get("id").asText());
        Api.Answer late = Api.as(CARLA).post("/enrolments/" + carla.get("id").asText() + ":claim", "", "If-Match", "\"" + mine(CARLA, cohort).get("version").asInt() + "\"");
        assertThat(late.status()).isIn(409, 412);
        Truth.change("update cohort set state = 'FINISHED' where id = ?::uuid", cohort);
        assertThat(Api.as("dubbel").post("/cohorts/" + cohort + "/enrolments?organisationId=" + Loans.organisation("hr.duinrand"), "").key()).isEqualTo("cohort.notOpen");
    }

    @Test
    void whatACohortSaysIsItsOwnAndAnAdministratorReadsItWithAReasonOnly() {
        String cohort = cohort(Map.of("capacity", 2, "employerDecides", false));
        enrol(ANNA, cohort);
        String space = Truth.texts("select id from space where audience = 'COHORT' and audience_ref = ?::uuid", cohort).get(0);
        Map<String, Object> topic = Map.of("kind", "QUESTION", "title", "Wat neem jij mee naar de eerste dag?", "body", "Ik neem mijn twijfels mee.", "tags", List.of(), "anonymous", false, "aboutNobody", true);
        ok(Api.as(ANNA).post("/spaces/" + space + "/topics", topic), 201);
        ok(Api.as(GUIDE).get("/spaces/" + space + "/topics"), 200);
        for (String other : List.of(BRAM, "hr.duinrand", "moderator.poi", "beheer")) {
            assertThat(Api.as(other).get("/spaces/" + space + "/topics").status()).as(other).isEqualTo(404);
        }
        try (Desk desk = Desk.of("beheer")) {
            assertThat(desk.open("/learning/cohort?id=" + cohort)).isEqualTo(200);
            assertThat(desk.page().content()).doesNotContain("mijn twijfels");
            desk.page().fill("[id$=':why']", "Een deelnemer meldde iets bij ons meldpunt");
            Desk.follow(desk.page(), () -> desk.page().click("[id$=':read']"));
            assertThat(desk.page().content()).contains("mijn twijfels");
        }
        assertThat(Truth.number("select count(*) from cohort_reading where cohort_id = ?::uuid", cohort)).isEqualTo(1);
        assertThat(Truth.number("select count(*) from audit_entry where entity_id = ?::uuid and action = 'read-with-reason'", cohort)).isEqualTo(1);
        ok(Api.as(ANNA).delete("/cohorts/" + cohort + "/enrolments/me"), 200);
        assertThat(Api.as(ANNA).get("/spaces/" + space + "/topics").status()).as("who leaves reads nothing any more").isEqualTo(404);
    }

    @Test
    void aSessionIsPlannedMovedAndAttendedAndTheCertificateShowsASkillUntilItIsRevoked() {
        String cohort = cohort(Map.of("capacity", 2, "employerDecides", false));
        enrol(ANNA, cohort);
        Map<String, Object> session = new TreeMap<>(Map.of("title", "Eerste keer", "day", "2080-04-12", "from", "10:00", "to", "12:00", "place", "Zwolle"));
        Api.Answer planned = ok(Api.as(GUIDE).post("/cohorts/" + cohort + "/sessions", session), 201);
        String path = "/sessions/" + planned.json().get("id").asText();
        session.put("to", "09:00");
        assertThat(Api.as(GUIDE).put(path, session, "If-Match", planned.etag()).key()).isEqualTo("session.ends.beforeStart");
        session.put("to", "13:00");
        ok(Api.as(GUIDE).put(path, session, "If-Match", planned.etag()), 200);
        assertThat(Truth.number("select sequence from session where id = ?::uuid", planned.json().get("id").asText())).isEqualTo(1);
        String code = planned.json().get("code").asText();
        assertThat(Api.as(ANNA).post(path + "/attendance", Map.of("code", code)).key()).isEqualTo("session.code.notNow");
        Truth.change("update session set starts_at = now() - interval '1 hour', ends_at = now() - interval '1 minute' where id = ?::uuid", planned.json().get("id").asText());
        assertThat(Api.as(ANNA).post(path + "/attendance", Map.of("code", "000000")).key()).isEqualTo("session.code.wrong");
        assertThat(Api.as(BRAM).post(path + "/attendance", Map.of("code", code)).status()).isEqualTo(403);
        ok(Api.as(ANNA).post(path + "/attendance", Map.of("code", code)), 204);

        assertThat(Api.as(GUIDE).post("/cohorts/" + cohort + "/certificates", Map.of()).key()).isEqualTo("certificate.notFinished");
        Truth.change("update cohort set state = 'FINISHED' where id = ?::uuid", cohort);
        JsonNode before = Api.as(ANNA).get("/me/skills").json();
        Api.Answer given = ok(Api.as(GUIDE).post("/cohorts/" + cohort + "/certificates", Map.of()), 200);
        String certificate = given.json().at("/items/0/code").asText();
        assertThat(Api.as(ANNA).get("/me/skills").body()).as("the skill is there at once").contains("Certificaat");
        JsonNode check = Api.anonymous().get("/certificates/" + certificate).json();
        assertThat(check.get("valid").asBoolean()).isTrue();
        assertThat(check.fieldNames()).toIterable().containsExactlyInAnyOrder("name", "programme", "awardedOn", "valid");
        assertThat(Api.anonymous().get("/certificates/" + "A".repeat(16)).status()).as("forged").isEqualTo(404);
        ok(Api.as(GUIDE).post("/cohorts/" + cohort + "/certificates/" + Truth.person(ANNA) + ":revoke", Map.of("reason", "Was in een andere groep")), 200);
        assertThat(Api.as(ANNA).get("/me/skills").json()).as("as before").isEqualTo(before);
        assertThat(Api.anonymous().get("/certificates/" + certificate).json().get("valid").asBoolean()).isFalse();
    }

    @Test
    void onTheScreenSomebodyEnrolsHerEmployerSaysYesAndTheFacilitatorSeesHer() {
        String cohort = cohort(Map.of("capacity", 1));
        try (Desk desk = Desk.of(CARLA)) {
            desk.open("/learning/cohort?id=" + cohort);
            Desk.follow(desk.page(), () -> desk.page().click("[id$=':enrol']"));
            assertThat(desk.page().innerText("main")).contains("Wacht op je bibliotheek");
        }
        String enrolment = mine(CARLA, cohort).get("id").asText();
        try (Desk desk = Desk.of("hr.hoogveen")) {
            desk.open("/learning/consent?id=" + enrolment);
            Desk.follow(desk.page(), () -> desk.page().click("[id$=':no']"));
            assertThat(desk.page().innerText("main")).as("a no needs a reason").contains("reden");
            Desk.follow(desk.page(), () -> desk.page().click("[id$=':yes']"));
        }
        assertThat(mine(CARLA, cohort).get("state").asText()).isEqualTo("ENROLLED");
        enrol(ANNA, cohort);
        enrol(BRAM, cohort);
        try (Desk desk = Desk.of(GUIDE)) {
            desk.open("/learning/cohort?id=" + cohort);
            assertThat(desk.page().innerText("main")).contains("Carla Meijering").contains("Wachtlijst (2)");
            desk.page().evaluate("document.querySelectorAll('main details').forEach(part => { part.open = true; })");
            desk.page().selectOption("[id$=':movedId']", new com.microsoft.playwright.options.SelectOption().setLabel("Bram Verhoeven"));
            desk.page().fill("[id$=':place']", "1");
            desk.page().fill("[id$=':reason']", "Komt in de plaats van een collega");
            Desk.follow(desk.page(), () -> desk.page().click("[id$=':move']"));
        }
        assertThat(mine(BRAM, cohort).get("position").asInt()).isEqualTo(1);
        assertThat(told(BRAM, cohort)).contains("LEARNING_MOVED");
    }
}
