package nl.vliegwiel.it;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.jboss.arquillian.container.test.api.RunAsClient;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What Vennenland agreed about lending Bram: it stays in control, and what it said beforehand holds. */
@RunAsClient
class LendingIT extends ServerTest {
    private static final int CLIENTS = 64;
    private static final int WEEK = 145;

    private final Api lender = Api.as(Loans.LENDER);
    private final String vennenland = Loans.organisation(Loans.LENDER);
    private final String duinrand = Loans.organisation(Loans.BORROWER);
    private final String path = "/organisations/" + vennenland + "/release-policy";

    @BeforeEach
    void asManyCallsAsNeeded() {
        Truth.forgetCalls();
        nothingAgreed();
    }

    /** Other tests lend Bram without a reason. */
    @AfterEach
    void nothingAgreed() {
        Truth.change("update standing_release set revoked_by = given_by, revoked_at = now() where revoked_at is null and organisation_id = ?::uuid", vennenland);
        Truth.change("delete from release_blackout where organisation_id = ?::uuid", vennenland);
        Truth.change("update release_policy set minutes_per_week = null, reaction_hours = null where organisation_id = ?::uuid", vennenland);
        Truth.change("update favourite set state = 'ENDED', instant_by = null, instant_at = null where organisation_id = ?::uuid and person_id = ?::uuid", duinrand,
            Truth.person(Loans.EMPLOYEE));
    }

    private Api.Answer put(Map<String, Object> body) {
        return lender.put(path, body, "If-Match", lender.get(path).etag());
    }

    private static Map<String, Object> blackout(LocalDate from, LocalDate to) {
        return Map.of("start", from.toString(), "end", to.toString(), "reason", "BUSY");
    }

    private Map<String, Object> standing(LocalDate from, int minutesPerWeek) {
        return Map.of("borrowerId", duinrand, "employeeId", Truth.person(Loans.EMPLOYEE), "minutesPerWeek", minutesPerWeek, "maxShiftMinutes", 480,
            "validFrom", from.toString(), "validTo", from.plusDays(20).toString());
    }

    private static Loans.Asked asked(String title, LocalDate day, int hour) {
        ZonedDateTime start = Loans.at(day, hour, 0);
        return Loans.published(Loans.body(title, Loans.shift(start, start.plusHours(4))));
    }

    private static Api.Answer release(String placement, String reason) {
        Api.Answer seen = Api.as(Loans.LENDER).get("/placements/" + placement);
        Map<String, Object> body = new HashMap<>(Map.of("party", "LENDER", "decision", "YES", "textVersion", seen.json().get("textVersion").asInt()));
        if (reason != null) {
            body.put("reason", reason);
        }
        return Api.as(Loans.LENDER).post("/placements/" + placement + "/consents", body, "If-Match", seen.etag());
    }

    private static JsonNode consent(JsonNode placement, String party) {
        for (JsonNode one : placement.get("consents")) {
            if (one.get("party").asText().equals(party)) {
                return one;
            }
        }
        throw new AssertionError("No yes of " + party + ": " + placement);
    }

    @Test
    void whatWasAgreedIsReadAsItWasSaidAndBlackOutsDoNotOverlap() {
        LocalDate day = Loans.day(DayOfWeek.MONDAY, WEEK);
        Api.Answer saved = put(Map.of("minutesPerWeek", 960, "reactionHours", 16, "blackouts", List.of(blackout(day, day.plusDays(4)))));
        assertThat(saved.status()).as(saved.body()).isEqualTo(200);
        JsonNode now = lender.get(path).json();
        assertThat(now.get("minutesPerWeek").asInt()).isEqualTo(960);
        assertThat(now.at("/blackouts/0/reason").asText()).isEqualTo("BUSY");
        assertThat(now.get("weeks")).hasSize(8);

        Api.Answer overlap = put(Map.of("minutesPerWeek", 60, "blackouts", List.of(blackout(day, day.plusDays(4)), blackout(day.plusDays(4), day.plusDays(9)))));
        assertThat(overlap.status()).isEqualTo(422);
        assertThat(overlap.json().at("/violations/0/field").asText()).isEqualTo("blackouts[1].start");
        assertThat(lender.get(path).body()).as("nothing half done").isEqualTo(lender.get(path).body()).contains("960");
        assertThatThrownBy(() -> Truth.change("insert into release_blackout (id, organisation_id, starts_on, ends_on, reason) values (gen_random_uuid(), ?::uuid, ?::date, ?::date, 'BUSY')",
            vennenland, day.plusDays(4).toString(), day.plusDays(5).toString())).hasMessageContaining("release_blackout_no_overlap");
        assertThat(lender.put(path, Map.of(), "If-Match", "\"0\"").status()).isEqualTo(412);
        assertThat(Api.as(Loans.BORROWER).get(path).status()).isEqualTo(403);
    }

    @Test
    void beyondItsOwnBudgetAndInItsBlackOutTheLenderReleasesOnlyWithAReason() {
        LocalDate day = Loans.day(DayOfWeek.TUESDAY, WEEK + 1);
        put(Map.of("minutesPerWeek", 100));
        String placement = Loans.applied(asked("Boven de afspraak", day, 10));
        Api.Answer without = release(placement, null);
        assertThat(without.status()).as(without.body()).isEqualTo(422);
        assertThat(without.key()).isEqualTo("placement.release.reasonNeeded");
        assertThat(release(placement, "De eigen balie is die dag dicht").status()).isEqualTo(200);
        assertThat(Truth.texts("select detail ->> 'beyondBudgetMinutes' from audit_entry where entity_id = ?::uuid and action = 'consented'", placement)).containsExactly("110");

        LocalDate closed = day.plusDays(1);
        put(Map.of("blackouts", List.of(blackout(closed, closed))));
        Loans.Asked asked = asked("Op een dag dat het liever niet is", closed, 10);
        String other = Loans.applied(asked);
        JsonNode why = Api.as(Loans.BORROWER).get("/requests/" + asked.id() + "/candidates?explain=" + Truth.person(Loans.EMPLOYEE)).json().get("explanation");
        assertThat(why.at("/candidate/lenderClosed").asBoolean()).as(why.toString()).isTrue();
        assertThat(release(other, null).key()).isEqualTo("placement.release.reasonNeeded");
        assertThat(release(other, "Dat kan deze keer wel").status()).isEqualTo(200);
        assertThat(Truth.texts("select reason from placement_consent where placement_id = ?::uuid and party = 'LENDER'", other)).containsExactly("Dat kan deze keer wel");
    }

    @Test
    void theYesGivenBeforehandHoldsWhenTheOthersSaidYesAndNamesWhoGaveItAndWhen() {
        LocalDate day = Loans.day(DayOfWeek.MONDAY, WEEK + 3);
        JsonNode given = put(Map.of("standingReleases", List.of(standing(day, 300)))).json().at("/standingReleases/0");
        String placement = Loans.applied(asked("Vooraf vrijgegeven", day, 10));
        JsonNode definite = Loans.agreed(Loans.BORROWER, placement, "BORROWER");
        assertThat(definite.get("state").asText()).isEqualTo("CONFIRMED");
        JsonNode yes = consent(definite, "LENDER");
        assertThat(yes.get("by").asText()).isEqualTo(Truth.person(Loans.LENDER));
        assertThat(yes.get("givenAt").asText()).isEqualTo(given.get("givenAt").asText());
        assertThat(Truth.texts("select standing_release_id from placement_consent where placement_id = ?::uuid and party = 'LENDER'", placement))
            .containsExactly(given.get("id").asText());
        assertThat(Truth.number("select count(*) from placement_check where placement_id = ?::uuid", placement)).as("working time was checked").isEqualTo(1);

        String second = Loans.applied(asked("Past niet meer in de week", day.plusDays(1), 10));
        assertThat(Loans.agreed(Loans.BORROWER, second, "BORROWER").get("state").asText()).as("its week is full").isEqualTo("APPLIED");
        String next = Loans.applied(asked("Een week later", day.plusDays(7), 10));
        put(Map.of("standingReleases", List.of()));
        assertThat(Loans.agreed(Loans.BORROWER, next, "BORROWER").get("state").asText()).as("revoked at once").isEqualTo("APPLIED");
        assertThat(lender.get("/placements/" + placement).json().get("state").asText()).as("what was definite stays").isEqualTo("CONFIRMED");
    }

    private void favouriteWithInstantBooking() {
        Truth.change("insert into favourite (id, organisation_id, person_id, state, asked_by, asked_at, changed_at, instant_by, instant_at)"
            + " values (gen_random_uuid(), ?::uuid, ?::uuid, 'AGREED', ?::uuid, now(), now(), ?::uuid, now())", duinrand, Truth.person(Loans.EMPLOYEE),
            Truth.person(Loans.BORROWER), Truth.person(Loans.BORROWER));
    }

    @Test
    void aFavouriteIsBookedAtOnceOnlyInsideAStandingRelease() {
        LocalDate day = Loans.day(DayOfWeek.MONDAY, WEEK + 7);
        favouriteWithInstantBooking();
        String waits = Loans.applied(asked("Zonder vrijgave vooraf", day, 10));
        assertThat(lender.get("/placements/" + waits).json().get("state").asText()).isEqualTo("APPLIED");

        put(Map.of("standingReleases", List.of(standing(day, 600))));
        String placement = Loans.applied(asked("Direct geboekt", day.plusDays(1), 10));
        JsonNode definite = lender.get("/placements/" + placement).json();
        assertThat(definite.get("state").asText()).isEqualTo("CONFIRMED");
        assertThat(definite.get("consents")).hasSize(3);
        assertThat(consent(definite, "BORROWER").get("by").asText()).isEqualTo(Truth.person(Loans.BORROWER));
        assertThat(definite.at("/terms/waadiCheckedOn").isTextual()).isTrue();
        assertThat(Api.as(Loans.BORROWER).get("/requests/" + definite.get("requestId").asText()).json().get("status").asText()).isEqualTo("FILLED");
        assertThat(lender.get("/placements/" + placement + "/agreement").status()).isEqualTo(200);
    }

    @Test
    void ofSixtyFourInstantBookingsForOnePersonAndHourOneBecomesDefinite() throws Exception {
        LocalDate day = Loans.day(DayOfWeek.MONDAY, WEEK + 11);
        favouriteWithInstantBooking();
        put(Map.of("standingReleases", List.of(standing(day, 600))));
        List<Loans.Asked> open = new ArrayList<>();
        for (int i = 0; i < CLIENTS; i++) {
            ZonedDateTime start = Loans.at(day, 10, i % 60);
            open.add(Loans.published(Loans.body("Direct " + i, Loans.shift(start, start.plusHours(4)))));
        }
        Truth.forgetCalls();
        CyclicBarrier start = new CyclicBarrier(CLIENTS);
        ExecutorService threads = Executors.newFixedThreadPool(CLIENTS);
        try {
            List<Callable<Api.Answer>> calls = IntStream.range(0, CLIENTS).mapToObj(i -> (Callable<Api.Answer>) () -> {
                start.await();
                return Loans.apply(Loans.EMPLOYEE, open.get(i));
            }).toList();
            for (Future<Api.Answer> answer : threads.invokeAll(calls)) {
                assertThat(answer.get().status()).as(answer.get().body()).isIn(201, 409);
            }
        } finally {
            threads.shutdownNow();
        }
        String requests = String.join(",", open.stream().map(Loans.Asked::id).toList());
        assertThat(Truth.number("select count(*) from placement where state = 'CONFIRMED' and request_id = any (string_to_array(?, ',')::uuid[])", requests)).isEqualTo(1);
        assertThat(Truth.number("select count(*) from placement_consent c join placement p on p.id = c.placement_id where c.standing_release_id is not null"
            + " and p.request_id = any (string_to_array(?, ',')::uuid[])", requests)).isEqualTo(1);
    }
}
