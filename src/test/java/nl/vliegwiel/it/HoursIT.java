package nl.vliegwiel.it;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.Map;
import org.jboss.arquillian.container.test.api.RunAsClient;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** R12 by scripts of three people: she submits, the borrower confirms, the lender approves; a correction is a new entry. */
@RunAsClient
class HoursIT extends ServerTest {
    private final Api bram = Api.as(Loans.EMPLOYEE);
    private final Api borrower = Api.as(Loans.BORROWER);
    private final Api lender = Api.as(Loans.LENDER);

    @BeforeEach
    void asManyCallsAsNeeded() {
        Truth.forgetCalls();
    }

    /** A definite placement of Bram at Duinrand that is over; nobody entered hours. */
    private static String worked() {
        String path = GoodCalls.of("GET /placements/{id}/hours", "borrowed", GoodCalls.Side.DUINRAND, Loans.BORROWER).path();
        return path.substring(0, path.lastIndexOf('/'));
    }

    private static String id(String path) {
        return path.split("/")[2];
    }

    private static Api.Answer post(Api who, String path, Object body, int seen) {
        return who.post(path, body == null ? "" : body, "If-Match", "\"" + seen + "\"");
    }

    private static Map<String, Object> hours(JsonNode planned, int minutes, int pause) {
        Instant start = Instant.parse(planned.get("start").asText());
        return Map.of("start", start.toString(), "end", start.plusSeconds(60L * minutes).toString(), "breakMinutes", pause, "travelMinutes", 20);
    }

    private static Map<String, Object> because(Map<String, Object> hours, String reason) {
        Map<String, Object> body = new java.util.TreeMap<>(hours);
        body.put("reason", reason);
        return body;
    }

    @Test
    void threePeopleAgreeOnHoursAndACorrectionLeavesTheOldOnesReadable() {
        String placement = worked();
        String path = placement + "/hours";
        JsonNode planned = bram.get(path).json().get("planned");

        Api.Answer entered = bram.put(path, hours(planned, 75, 15), "If-Match", "\"0\"");
        assertThat(entered.status()).as(entered.body()).isEqualTo(200);
        assertThat(entered.json().at("/hours/netMinutes").asInt()).isEqualTo(60);
        assertThat(post(bram, path + ":submit", null, 1).json().get("state").asText()).isEqualTo("SUBMITTED");
        assertThat(post(lender, path + ":approve", null, 2).status()).as("before the borrower").isEqualTo(409);
        assertThat(post(borrower, path + ":confirm", null, 1).status()).as("a version that is no more").isEqualTo(412);
        assertThat(post(borrower, path + ":confirm", null, 2).json().get("state").asText()).isEqualTo("CONFIRMED");
        assertThat(post(lender, path + ":approve", null, 3).json().get("state").asText()).isEqualTo("APPROVED");
        assertThat(bram.get(placement).json().get("state").asText()).isEqualTo("HOURS_CLOSED");

        Api.Answer late = bram.put(path, hours(planned, 60, 0), "If-Match", "\"4\"");
        assertThat(late.status()).isEqualTo(409);
        assertThat(late.json().get("key").asText()).isEqualTo("hours.locked");
        Api.Answer corrected = post(bram, path + "/corrections", because(hours(planned, 70, 15), "Ik ging eerder weg"), 4);
        assertThat(corrected.status()).as(corrected.body()).isEqualTo(200);
        assertThat(corrected.json().get("approvedEntry").asInt()).isEqualTo(1);
        post(borrower, path + ":confirm", null, 5);
        JsonNode done = post(lender, path + ":approve", null, 6).json();
        assertThat(done.get("approvedEntry").asInt()).isEqualTo(2);
        assertThat(done.at("/entries/0/replaced").asBoolean()).isTrue();
        assertThat(done.at("/entries/0/hours/netMinutes").asInt()).isEqualTo(60);
        assertThat(done.get("steps")).hasSize(6);
        assertThat(borrower.get(path).body()).as("both employers read the same sheet").isEqualTo(lender.get(path).body());
        assertThat(Truth.number("select count(*) from audit_entry where entity_id = ?::uuid and action like 'hours_%'", placement.substring("/placements/".length())))
            .isEqualTo(7);
        assertThat(bram.get("/me/export").json().at("/flexpool/hours").toString()).contains(placement.substring("/placements/".length()));
    }

    @Test
    void whatIsSentBackComesAgainAndWhoeverWritesForHerIsNamed() {
        String path = worked() + "/hours";
        Api.Answer forHer = lender.put(path, hours(bram.get(path).json().get("planned"), 50, 0), "If-Match", "\"0\"");
        assertThat(forHer.json().at("/entries/0/byAnother").asBoolean()).isTrue();
        post(bram, path + ":submit", null, 1);
        assertThat(post(borrower, path + ":reject", Map.of("reason", " "), 2).status()).isEqualTo(422);
        assertThat(post(lender, path + ":reject", Map.of("reason", "Te laat"), 2).status()).as("the borrower's turn").isEqualTo(403);
        JsonNode back = post(borrower, path + ":reject", Map.of("reason", "Dit was korter"), 2).json();
        assertThat(back.get("state").asText()).isEqualTo("REJECTED");
        assertThat(back.at("/steps/1/reason").asText()).isEqualTo("Dit was korter");
        assertThat(post(bram, path + ":submit", null, 3).json().get("state").asText()).isEqualTo("SUBMITTED");
    }

    @Test
    void whatCannotBeIsRefusedAndNothingIsStored() {
        String path = worked() + "/hours";
        JsonNode planned = bram.get(path).json().get("planned");
        assertThat(bram.put(path, hours(planned, -10, 0), "If-Match", "\"0\"").json().get("key").asText()).isEqualTo("hours.end.afterStart");
        assertThat(bram.put(path, hours(planned, 60, 60), "If-Match", "\"0\"").json().get("key").asText()).isEqualTo("hours.break.within");
        assertThat(bram.put(path, hours(planned, 1441, 0), "If-Match", "\"0\"").json().get("key").asText()).isEqualTo("hours.end.tooLong");
        assertThat(borrower.put(path, hours(planned, 60, 0), "If-Match", "\"0\"").status()).isEqualTo(403);
        assertThat(Api.as("hr.hoogveen").get(path).status()).isEqualTo(404);
        assertThat(Truth.number("select (select count(*) from timesheet where placement_id = ?::uuid) + (select count(*) from timesheet_entry where placement_id = ?::uuid)",
            id(path), id(path))).isZero();
    }

    @Test
    void nobodyWorksAtTwoPlacesAtOnce() {
        String one = worked() + "/hours";
        String next = worked() + "/hours";
        assertThat(post(bram, next + ":submit", null, 0).status()).isEqualTo(200);
        Api.Answer overlap = bram.put(one, hours(bram.get(one).json().get("planned"), 12 * 60 + 1, 0), "If-Match", "\"0\"");
        assertThat(overlap.status()).as(overlap.body()).isEqualTo(409);
        assertThat(overlap.json().get("key").asText()).isEqualTo("constraint.timesheet_no_overlap");
    }

    @Test
    void hoursOfWorkThatDidNotBeginAreNotTaken() {
        String placement = worked();
        Truth.change("update placement set starts_at = now() + interval '300 days', ends_at = now() + interval '300 days 1 hour' where id = ?::uuid",
            placement.substring("/placements/".length()));
        assertThat(post(bram, placement + "/hours:submit", null, 0).json().get("key").asText()).isEqualTo("hours.notBegun");
    }
}
