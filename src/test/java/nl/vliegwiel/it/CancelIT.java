package nl.vliegwiel.it;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.DayOfWeek;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jboss.arquillian.container.test.api.RunAsClient;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What follows from an end: the place, the others, the hours, and who did not come (R8, R14, R15). */
@RunAsClient
class CancelIT extends ServerTest {
    private static final int WEEKS = 130;

    private static Loans.Asked asked(int week) {
        var day = Loans.day(DayOfWeek.TUESDAY, WEEKS + week);
        return Loans.published(Loans.body("Afzeggen " + week, Loans.shift(Loans.at(day, 10, 0), Loans.at(day, 15, 0))));
    }

    private static String definite(Loans.Asked asked) {
        String placement = Loans.applied(asked);
        Loans.agreed(Loans.LENDER, placement, "LENDER");
        Loans.agreed(Loans.BORROWER, placement, "BORROWER");
        return placement;
    }

    private static Api.Answer cancel(String account, String placement, Object... body) {
        Map<String, Object> fields = new HashMap<>();
        for (int i = 0; i < body.length; i += 2) {
            fields.put((String) body[i], body[i + 1]);
        }
        String etag = Api.as(account).get("/placements/" + placement).etag();
        return Api.as(account).post("/placements/" + placement + ":cancel", fields, "If-Match", etag);
    }

    private static Api.Answer deed(String account, String placement, String path, Object body) {
        String etag = Api.as(account).get("/placements/" + placement + "/attendance").etag();
        return Api.as(account).post("/placements/" + placement + path, body, "If-Match", etag);
    }

    private static String status(Loans.Asked asked) {
        return Api.as(Loans.BORROWER).get("/requests/" + asked.id()).json().get("status").asText();
    }

    /** Moves a definite placement into the past, to a moment of its own. */
    private static void begun(String placement, int slot) {
        Truth.change("update shift set starts_at = '1999-01-04 08:00Z'::timestamptz + ? * interval '2 days', ends_at = '1999-01-04 12:00Z'::timestamptz + ? * interval '2 days'"
            + " where id = (select shift_id from placement where id = ?::uuid)", slot, slot, placement);
        Truth.change("update placement p set starts_at = s.starts_at, ends_at = s.ends_at from shift s where s.id = p.shift_id and p.id = ?::uuid", placement);
    }

    /** Other tests set one. */
    @BeforeEach
    void theLibrarySetNoWindow() {
        Truth.change("delete from cancel_window where organisation_id = ?::uuid", Loans.organisation(Loans.BORROWER));
    }

    @Test
    void theBorrowerEndsTheNeedAndOpensThePlaceAgainForEverybody() {
        Loans.Asked asked = asked(1);
        String placement = definite(asked);
        assertThat(status(asked)).isEqualTo("FILLED");
        Api.Answer preview = Api.as(Loans.BORROWER).get("/placements/" + placement + "/cancel-preview?party=BORROWER");
        assertThat(preview.json().get("mayClosePlace").asBoolean()).as(preview.body()).isTrue();
        assertThat(preview.json().get("late").asBoolean()).isFalse();
        assertThat(preview.json().get("windowHours").asInt()).isEqualTo(48);
        assertThat(Api.as(Loans.EMPLOYEE).get("/placements/" + placement + "/cancel-preview?party=EMPLOYEE").json().has("standby"))
            .as("who stands by is for planners only").isFalse();

        Api.Answer notHers = cancel(Loans.EMPLOYEE, placement, "party", "EMPLOYEE", "reason", "NOT_GIVEN", "closePlace", true);
        assertThat(notHers.status()).as(notHers.body()).isEqualTo(422);
        Api.Answer ended = cancel(Loans.BORROWER, placement, "party", "BORROWER", "reason", "NEED_ENDED", "closePlace", true);
        assertThat(ended.status()).as(ended.body()).isEqualTo(200);
        assertThat(status(asked)).as("nobody is sought").isEqualTo("FILLED");
        assertThat(Loans.apply(Loans.EMPLOYEE, asked).status()).isEqualTo(409);

        Api.Answer open = Api.as(Loans.BORROWER).post("/placements/" + placement + ":reopen", "", "If-Match", ended.etag());
        assertThat(open.status()).as(open.body()).isEqualTo(200);
        assertThat(open.json().get("state").asText()).as("the old one stays as it ended").isEqualTo("CANCELLED");
        assertThat(status(asked)).isEqualTo("PUBLISHED");
        String anew = Loans.applied(asked);
        assertThat(anew).isNotEqualTo(placement);
        assertThat(Api.as(Loans.EMPLOYEE).get("/placements/" + anew).json().get("consents")).as("everybody is asked anew").hasSize(1);
        assertThat(Api.as(Loans.BORROWER).post("/placements/" + placement + ":reopen", "", "If-Match", open.etag()).status()).as("only once").isEqualTo(409);
    }

    @Test
    void anEndByTheLenderOpensThePlaceByItself() {
        Loans.Asked asked = asked(2);
        String placement = definite(asked);
        assertThat(cancel(Loans.LENDER, placement, "party", "LENDER", "reason", "NEEDED_AT_HOME").status()).isEqualTo(200);
        assertThat(status(asked)).isEqualTo("PUBLISHED");
    }

    @Test
    void afterTheWindowAPageAsksOnceMoreAndAScriptThatCallsHasSaidSo() {
        Loans.Asked asked = asked(3);
        Api borrower = Api.as(Loans.BORROWER);
        Api.Answer window = borrower.get("/requests/" + asked.id() + "/cancel-window");
        assertThat(borrower.put("/requests/" + asked.id() + "/cancel-window", Map.of("hours", 400, "usual", false), "If-Match", window.etag()).status()).isEqualTo(422);
        Api.Answer set = borrower.put("/requests/" + asked.id() + "/cancel-window", Map.of("hours", 336, "usual", false), "If-Match", window.etag());
        assertThat(set.json().get("hours").asInt()).as(set.body()).isEqualTo(336);
        String placement = definite(asked);
        String etag = borrower.get("/requests/" + asked.id() + "/cancel-window").etag();
        assertThat(borrower.put("/requests/" + asked.id() + "/cancel-window", Map.of("hours", 1, "usual", false), "If-Match", etag).status())
            .as("nobody changes it under somebody who is placed").isEqualTo(409);
        Truth.change("update staff_request set cancel_window_hours = 1 where id = ?::uuid", asked.id());
        Truth.change("update placement set starts_at = now() + interval '30 minutes', ends_at = now() + interval '4 hours' where id = ?::uuid", placement);
        Api.Answer asks = cancel(Loans.EMPLOYEE, placement, "party", "EMPLOYEE", "reason", "NOT_GIVEN", "lateConfirmed", false);
        assertThat(asks.status()).as(asks.body()).isEqualTo(422);
        assertThat(asks.json().at("/violations/0/key").asText()).isEqualTo("placement.cancel.late");
        assertThat(cancel(Loans.EMPLOYEE, placement, "party", "EMPLOYEE", "reason", "NOT_GIVEN").status()).isEqualTo(200);
    }

    @Test
    void definiteWorkRunsFromItsStartOnAndListsSaySo() {
        String placement = definite(asked(4));
        begun(placement, 1);
        Api employee = Api.as(Loans.EMPLOYEE);
        assertThat(employee.get("/placements/" + placement).json().get("state").asText()).isEqualTo("RUNNING");
        assertThat(employee.get("/placements?state=RUNNING&to=2000-01-01T00:00:00Z").body()).contains(placement);
        assertThat(employee.get("/placements?state=CONFIRMED&to=2000-01-01T00:00:00Z").body()).doesNotContain(placement);
    }

    @Test
    void hoursOfWorkThatWasCutShortStayAndGoOn() {
        String placement = definite(asked(5));
        begun(placement, 2);
        assertThat(cancel(Loans.BORROWER, placement, "party", "BORROWER", "reason", "NEED_ENDED").status()).isEqualTo(200);
        Api employee = Api.as(Loans.EMPLOYEE);
        Api.Answer sheet = employee.get("/placements/" + placement + "/hours");
        assertThat(sheet.status()).as(sheet.body()).isEqualTo(200);
        Api.Answer submitted = employee.post("/placements/" + placement + "/hours:submit", "", "If-Match", sheet.etag());
        assertThat(submitted.status()).as(submitted.body()).isEqualTo(200);
        assertThat(Api.as(Loans.BORROWER).get("/placements/" + placement + "/hours").status()).isEqualTo(200);
        assertThat(employee.get("/placements/" + placement).json().get("state").asText()).isEqualTo("CANCELLED");
    }

    @Test
    void whoDidNotComeIsToldSaysHowItWasAndMayBeRight() {
        String placement = definite(asked(6));
        Api.Answer early = deed(Loans.BORROWER, placement, "/attendance/no-show", "");
        assertThat(early.status()).as(early.body()).isEqualTo(409);
        begun(placement, 3);
        assertThat(deed(Loans.LENDER, placement, "/attendance/no-show", "").status()).as("only the borrower was there").isEqualTo(403);
        assertThat(deed(Loans.BORROWER, placement, "/attendance/no-show", "").json().get("missed").asBoolean()).isTrue();
        assertThat(deed(Loans.EMPLOYEE, placement, "/attendance", Map.of("party", "EMPLOYEE", "view", "NOT_SEEN")).status()).isEqualTo(422);
        assertThat(deed(Loans.EMPLOYEE, placement, "/attendance", Map.of("party", "EMPLOYEE", "view", "WAS_THERE")).status()).isEqualTo(200);
        assertThat(Truth.number("select count(*) from outbox where kind = 'PLACEMENT_NO_SHOW' and person_id = ?::uuid and payload::text like '%' || ? || '%'",
            Truth.person(Loans.EMPLOYEE), placement)).as("she is told (R14)").isEqualTo(1);
        Api.Answer back = deed(Loans.BORROWER, placement, "/attendance/undo", "");
        assertThat(back.status()).as(back.body()).isEqualTo(200);
        assertThat(back.json().get("lines")).as("what was said stays (R15)").hasSize(3);
        assertThat(Api.as(Loans.EMPLOYEE).get("/placements/" + placement).json().get("state").asText()).isEqualTo("RUNNING");
    }

    @Test
    void whoeverWaitsForAPlaceThatLapsesIsTold() {
        Loans.Asked asked = asked(7);
        Api.Answer other = Api.as("carla.hoogveen").post("/requests/" + asked.id() + "/applications", Map.of("shiftIds", List.of(asked.shiftId()), "standby", true));
        assertThat(other.status()).as(other.body()).isEqualTo(201);
        String placement = definite(asked);
        cancel(Loans.BORROWER, placement, "party", "BORROWER", "reason", "NEED_ENDED", "closePlace", true);
        String waits = other.json().at("/placements/0/id").asText();
        assertThat(Truth.texts("select state || ' ' || end_reason from placement where id = ?::uuid", waits)).containsExactly("CANCELLED NEED_ENDED");
    }
}
