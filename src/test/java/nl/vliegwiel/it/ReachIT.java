package nl.vliegwiel.it;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.StreamSupport;
import org.jboss.arquillian.container.test.api.RunAsClient;
import org.junit.jupiter.api.Test;

/** A request reaches further step by step, is steered by its planner, and stops telling people once it is filled; standby (R13). */
@RunAsClient
class ReachIT extends ServerTest {
    private static final Duration ROUND = Duration.ofSeconds(60);

    @Test
    void theFirstCircleOpensAtOnceAndTheNextAtItsTimeWhileWhoIsNamedMayApplyAlready() {
        Loans.Asked asked = asked("Stap voor stap", 41, "OWN", "NEIGHBOURS", "COUNTRY");
        Api borrower = Api.as(Loans.BORROWER);
        Api.Answer seen = reach(asked);
        assertThat(circles(seen)).containsExactly("OWN open", "NEIGHBOURS closed", "COUNTRY closed");
        assertThat(seen.json().at("/steps/1/opensAt").asText()).isGreaterThan(seen.json().at("/steps/0/openedAt").asText());
        assertThat(Api.as(Loans.EMPLOYEE).get("/requests/" + asked.id()).status()).as("named, so reached").isEqualTo(200);
        assertThat(Loans.apply(Loans.EMPLOYEE, asked).status()).isEqualTo(201);

        Api.Answer opened = borrower.post("/requests/" + asked.id() + "/reach:open-next", "", "If-Match", reach(asked).etag());
        assertThat(opened.status()).as(opened.body()).isEqualTo(200);
        assertThat(circles(opened)).containsExactly("OWN open", "NEIGHBOURS open", "COUNTRY closed");
        assertThat(borrower.post("/requests/" + asked.id() + "/reach:open-next", "", "If-Match", seen.etag()).status()).as("somebody was first").isEqualTo(412);

        Api.Answer paused = borrower.post("/requests/" + asked.id() + "/reach:pause", "", "If-Match", reach(asked).etag());
        assertThat(paused.json().get("pausedAt").isNull()).isFalse();
        Truth.change("update request_circle set opens_at = now() - interval '1 minute' where request_id = ?::uuid and circle = 'COUNTRY'", asked.id());
        assertThat(borrower.post("/requests/" + asked.id() + "/reach:pause", "", "If-Match", reach(asked).etag()).json().get("key").asText()).isEqualTo("reach.pause.already");
        Api.Answer resumed = borrower.post("/requests/" + asked.id() + "/reach:resume", "", "If-Match", reach(asked).etag());
        assertThat(resumed.status()).as(resumed.body()).isEqualTo(200);
        Truth.change("update request_circle set opens_at = now() where request_id = ?::uuid and opened_at is null", asked.id());
        Truth.eventually("time opens the last circle", ROUND, () -> circles(reach(asked)).contains("COUNTRY open"));
        Api.Answer all = borrower.post("/requests/" + asked.id() + "/reach:open-next", "", "If-Match", reach(asked).etag());
        assertThat(all.status()).isEqualTo(409);
        assertThat(all.json().get("key").asText()).isEqualTo("reach.open.none");
    }

    @Test
    void whoFitsIsToldOnceAndTheMailGoesOut() {
        // Other tests publish so much that everybody has had her messages of the day
        Truth.change("delete from notice_day");
        Loans.Asked asked = asked("Wie past krijgt bericht", 42, "COUNTRY");
        Truth.eventually("people are told", ROUND, () -> reach(asked).json().get("told").asInt() > 0);
        assertThat(Truth.number("select count(*) from request_notice where request_id = ?::uuid", asked.id()))
            .isEqualTo(Truth.number("select count(*) from outbox where kind = 'REQUEST_FITS' and payload ->> 'call' = ?", asked.id())).isLessThanOrEqualTo(10);
        assertThat(Truth.number("select count(*) from request_notice n left join pool_member m on m.person_id = n.person_id and m.participating where n.request_id = ?::uuid and m.person_id is null",
            asked.id())).as("only who takes part").isZero();
        assertThat(Truth.number("select count(*) from request_notice n join employment e on e.person_id = n.person_id where n.request_id = ?::uuid and e.organisation_id = ?::uuid "
            + "and not exists (select 1 from employment o where o.person_id = n.person_id and o.organisation_id <> e.organisation_id)", asked.id(), Loans.organisation(Loans.BORROWER)))
            .as("not the own people: their circle was not named").isZero();
    }

    @Test
    void aStrictLibraryShowsItsRequestsToOpenCirclesOnly() {
        String pace = "/organisations/" + Loans.organisation(Loans.BORROWER) + "/pace";
        Api borrower = Api.as(Loans.BORROWER);
        Api.Answer before = borrower.get(pace);
        Map<String, Object> body = body(before.json());
        body.put("strict", true);
        Api.Answer strict = borrower.put(pace, body, "If-Match", before.etag());
        assertThat(strict.status()).as(strict.body()).isEqualTo(200);
        try {
            Loans.Asked asked = asked("Alleen voor wie aan de beurt is", 43, "OWN", "COUNTRY");
            assertThat(Api.as(Loans.EMPLOYEE).get("/requests/" + asked.id()).status()).isEqualTo(404);
            assertThat(borrower.get("/requests/" + asked.id() + "/candidates?limit=100").body()).doesNotContain("\"" + Truth.person(Loans.EMPLOYEE) + "\"");
            borrower.post("/requests/" + asked.id() + "/reach:open-next", "", "If-Match", reach(asked).etag());
            assertThat(Api.as(Loans.EMPLOYEE).get("/requests/" + asked.id()).status()).isEqualTo(200);
            assertThat(Loans.apply(Loans.EMPLOYEE, asked).status()).isEqualTo(201);
        } finally {
            body.put("strict", false);
            assertThat(borrower.put(pace, body, "If-Match", borrower.get(pace).etag()).status()).isEqualTo(200);
        }
    }

    @Test
    void aPaceOutOfBoundsIsRefusedByTheFigure() {
        String pace = "/organisations/" + Loans.organisation(Loans.BORROWER) + "/pace";
        Map<String, Object> body = body(Api.as(Loans.BORROWER).get(pace).json());
        body.put("standbyHours", 24);
        body.put("batch", 0);
        Api.Answer refused = Api.as(Loans.BORROWER).put(pace, body, "If-Match", Api.as(Loans.BORROWER).get(pace).etag());
        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.json().at("/violations")).extracting(one -> one.get("field").asText()).containsExactly("batch", "standbyHours");
    }

    @Test
    void aRequestThatIsPartlyFilledGoesOnAndAFilledOneStops() {
        LocalDate day = Loans.day(DayOfWeek.TUESDAY, 44);
        Map<String, Object> shift = new HashMap<>(Loans.shift(Loans.at(day, 10, 0), Loans.at(day, 14, 0)));
        shift.put("headcount", 2);
        Map<String, Object> body = new LinkedHashMap<>(Loans.body("Twee mensen op de markt", shift));
        Loans.Asked asked = Loans.published(body);
        String bram = Loans.applied(asked);
        Loans.agreed(Loans.LENDER, bram, "LENDER");
        Loans.agreed(Loans.BORROWER, bram, "BORROWER");
        assertThat(Api.as(Loans.BORROWER).get("/requests/" + asked.id()).json().get("status").asText()).isEqualTo("PARTLY_FILLED");
        Truth.eventually("it goes on", ROUND, () -> Truth.number("select count(*) from request_reach where request_id = ?::uuid and next_at > now()", asked.id()) == 1);

        Api.Answer applied = Loans.apply("carla.hoogveen", asked);
        assertThat(applied.status()).as(applied.body()).isEqualTo(201);
        String carla = applied.json().at("/placements/0/id").asText();
        Loans.agreed("hr.hoogveen", carla, "LENDER");
        Loans.agreed(Loans.BORROWER, carla, "BORROWER");
        assertThat(Api.as(Loans.BORROWER).get("/requests/" + asked.id()).json().get("status").asText()).isEqualTo("FILLED");
        Truth.eventually("nobody more is told", ROUND, () -> Truth.number("select count(*) from request_reach where request_id = ?::uuid and next_at is null", asked.id()) == 1);

        Api.Answer cancelled = Api.as("carla.hoogveen").post("/placements/" + carla + ":cancel", Map.of("party", "EMPLOYEE", "reason", "PLANNING_CHANGED"), "If-Match",
            Api.as("carla.hoogveen").get("/placements/" + carla).etag());
        assertThat(cancelled.status()).as(cancelled.body()).isEqualTo(200);
        Truth.eventually("the place that came free is offered again", ROUND,
            () -> Truth.number("select count(*) from request_reach where request_id = ?::uuid and next_at > now()", asked.id()) == 1);
    }

    @Test
    void aStandbyIsAskedNearTheStartAndLapsesWithoutAnAnswer() {
        String kept = standby(45);
        String silent = standby(46);
        List.of(kept, silent).forEach(id -> {
            Truth.change("update placement set created_at = now() - interval '20 days', starts_at = date_trunc('hour', now()) + interval '60 hours', ends_at = date_trunc('hour', now()) + interval '62 hours' where id = ?::uuid", id);
        });
        Truth.eventually("both are asked", ROUND, () -> inbox(kept) && inbox(silent));
        Mails.await("Sta je nog reserve? Reserve in week 45", ROUND, Loans.EMPLOYEE);
        Api.Answer confirmed = Api.as(Loans.EMPLOYEE).post("/placements/" + kept + ":confirm-standby", "", "If-Match", Api.as(Loans.EMPLOYEE).get("/placements/" + kept).etag());
        assertThat(confirmed.status()).as(confirmed.body()).isEqualTo(200);
        assertThat(inbox(kept)).isFalse();
        Truth.change("update placement set standby_asked_at = now() - interval '25 hours' where id in (?::uuid, ?::uuid)", kept, silent);
        Truth.eventually("the silent one lapses", ROUND, () -> "WITHDRAWN".equals(state(silent)));
        assertThat(state(kept)).isEqualTo("STANDBY");
        assertThat(Truth.texts("select end_reason from placement where id = ?::uuid", silent)).as("no reason, no blame").containsExactly("NOT_GIVEN");

        Api.Answer called = Loans.consent(Loans.BORROWER, kept, "BORROWER");
        assertThat(called.status()).as(called.body()).isEqualTo(200);
        assertThat(called.json().get("state").asText()).as("asked, never placed by itself").isEqualTo("PROPOSED");
    }

    private static String standby(int week) {
        Loans.Asked asked = asked("Reserve in week " + week, week, "COUNTRY");
        Api.Answer answer = Api.as(Loans.EMPLOYEE).post("/requests/" + asked.id() + "/applications", Map.of("shiftIds", List.of(asked.shiftId()), "standby", true));
        assertThat(answer.status()).as(answer.body()).isEqualTo(201);
        return answer.json().at("/placements/0/id").asText();
    }

    private static boolean inbox(String placement) {
        return StreamSupport.stream(Api.as(Loans.EMPLOYEE).get("/inbox").json().get("items").spliterator(), false)
            .anyMatch(item -> item.get("kind").asText().equals("STANDBY_CONFIRM") && item.get("entityId").asText().equals(placement));
    }

    private static String state(String placement) {
        return Truth.texts("select state from placement where id = ?::uuid", placement).get(0);
    }

    private static Loans.Asked asked(String title, int week, String... circles) {
        LocalDate day = Loans.day(DayOfWeek.WEDNESDAY, week);
        ZonedDateTime start = Loans.at(day, 10, 0);
        Map<String, Object> body = new LinkedHashMap<>(Loans.body(title, Loans.shift(start, start.plusHours(4))));
        body.put("circles", List.of(circles));
        return Loans.published(body);
    }

    private static Api.Answer reach(Loans.Asked asked) {
        Api.Answer answer = Api.as(Loans.BORROWER).get("/requests/" + asked.id() + "/reach");
        assertThat(answer.status()).as(answer.body()).isEqualTo(200);
        return answer;
    }

    private static List<String> circles(Api.Answer reach) {
        List<String> circles = new ArrayList<>();
        for (JsonNode step : reach.json().get("steps")) {
            circles.add(step.get("circle").asText() + (step.hasNonNull("openedAt") ? " open" : " closed"));
        }
        return circles;
    }

    private static Map<String, Object> body(JsonNode pace) {
        Map<String, Object> body = new LinkedHashMap<>();
        pace.fields().forEachRemaining(field -> {
            if (!field.getKey().equals("organisationId") && !field.getKey().equals("version")) {
                body.put(field.getKey(), field.getValue().isBoolean() ? (Object) field.getValue().asBoolean() : field.getValue().asInt());
            }
        });
        return body;
    }
}
