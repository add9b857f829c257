package nl.vliegwiel.it;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.temporal.TemporalAdjusters;
import java.util.List;
import java.util.Map;

/** The steps of a loan as a script takes them: Duinrand asks, Bram of Vennenland comes. */
public final class Loans {
    static final ZoneId ZONE = ZoneId.of("Europe/Amsterdam");
    static final String BORROWER = "hr.duinrand";
    static final String LENDER = "hr.vennenland";
    static final String EMPLOYEE = "bram.vennenland";

    private Loans() {
    }

    /** A request that was published, with its only shift. */
    record Asked(String id, String shiftId) {
    }

    /**
     * A workday that is far enough ahead for the accounts to be free.
     *
     * @param weeks every test has weeks of its own, so that they never meet in the calendar of one person
     */
    static LocalDate day(DayOfWeek day, int weeks) {
        return LocalDate.now(ZONE).plusWeeks(10L + weeks).with(TemporalAdjusters.nextOrSame(day));
    }

    static ZonedDateTime at(LocalDate day, int hour, int minute) {
        return day.atTime(hour, minute).atZone(ZONE);
    }

    /** The library of an account of the demo data. */
    static String organisation(String account) {
        return Truth.texts("select organisation_id from employment where person_id = ?::uuid order by starts_on, organisation_id", Truth.person(account)).get(0);
    }

    static String branch(String organisationId) {
        return Api.as(BORROWER).get("/organisations/" + organisationId).json().at("/branches/0/id").asText();
    }

    /** A shift as a request takes it. */
    static Map<String, Object> shift(ZonedDateTime start, ZonedDateTime end) {
        return Map.of("start", start.toOffsetDateTime().toString(), "end", end.toOffsetDateTime().toString(), "headcount", 1, "breakMinutes", 30);
    }

    /** A body of a good request of Duinrand for one shift. */
    static Map<String, Object> body(String title, Map<String, Object> shift) {
        String organisation = organisation(BORROWER);
        return Map.of("organisationId", organisation, "branchId", branch(organisation), "title", title, "description", "Helpen aan de balie.",
            "purpose", "CAPACITY", "skills", List.of(), "shifts", List.of(shift), "circles", List.of("COUNTRY"));
    }

    /** Makes a draft and publishes it. */
    static Asked published(Map<String, Object> body) {
        Api borrower = Api.as(BORROWER);
        Api.Answer made = borrower.post("/requests", body);
        assertThat(made.status()).as(made.body()).isEqualTo(201);
        String id = made.json().get("id").asText();
        Api.Answer open = borrower.post("/requests/" + id + ":publish", "", "If-Match", made.etag());
        assertThat(open.status()).as(open.body()).isEqualTo(200);
        return new Asked(id, open.json().at("/shifts/0/id").asText());
    }

    static Api.Answer apply(String account, Asked asked) {
        return Api.as(account).post("/requests/" + asked.id() + "/applications", Map.of("shiftIds", List.of(asked.shiftId()), "standby", false));
    }

    /** @return id of the placement */
    static String applied(Asked asked) {
        Api.Answer answer = apply(EMPLOYEE, asked);
        assertThat(answer.status()).as(answer.body()).isEqualTo(201);
        return answer.json().at("/placements/0/id").asText();
    }

    static Api.Answer consent(String account, String placementId, String party, String etag, int textVersion) {
        return Api.as(account).post("/placements/" + placementId + "/consents", Map.of("party", party, "decision", "YES", "textVersion", textVersion),
            "If-Match", etag);
    }

    /** Reads and says yes, as a person does. */
    static Api.Answer consent(String account, String placementId, String party) {
        Api.Answer seen = Api.as(account).get("/placements/" + placementId);
        assertThat(seen.status()).as(seen.body()).isEqualTo(200);
        return consent(account, placementId, party, seen.etag(), seen.json().get("textVersion").asInt());
    }

    static JsonNode agreed(String account, String placementId, String party) {
        Api.Answer answer = consent(account, placementId, party);
        assertThat(answer.status()).as(answer.body()).isEqualTo(200);
        return answer.json();
    }
}
