package nl.vliegwiel.it;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import nl.vliegwiel.it.GoodCalls.Side;
import org.jboss.arquillian.container.test.api.RunAsClient;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** From approved hours to a paid balance, by scripts and at the page: once, to the cent, and nothing half done. */
@RunAsClient
class SettlementIT extends ServerTest {
    private static final Side LENDER = Side.DUINRAND;
    private final Api lender = Api.as(LENDER.hr);
    private final Api borrower = Api.as("hr.vennenland");

    @BeforeEach
    void asManyCallsAsNeeded() {
        Truth.forgetCalls();
    }

    /** Other tests write odd things there. */
    @BeforeEach
    void whoSendsInvoicesIsKnown() {
        GoodCalls.Call party = GoodCalls.of("PUT /organisations/{id}/rates/invoice-party", "library", LENDER, LENDER.hr);
        assertThat(party.by(lender).status()).isEqualTo(200);
    }

    private static String draft() {
        String path = GoodCalls.of("GET /settlements/{id}", "library", LENDER, LENDER.hr).path();
        return path.substring(path.lastIndexOf('/') + 1);
    }

    private static String quarter(String settlement) {
        return Truth.texts("select extract(year from quarter_start) || 'Q' || extract(quarter from quarter_start) from settlement where id = ?::uuid", settlement).get(0);
    }

    private static String placement(String settlement) {
        return Truth.texts("select placement_id from settlement_line where settlement_id = ?::uuid and kind = 'WORK' order by placement_id desc", settlement).get(0);
    }

    private Api.Answer send(String settlement) {
        return lender.post("/settlements/" + settlement + ":send", "", "If-Match", lender.get("/settlements/" + settlement).etag());
    }

    private Api.Answer run(String quarter, boolean leaveOpen) {
        return lender.post("/organisations/" + LENDER.organisation() + "/settlements", Map.of("quarter", quarter, "leaveOpen", leaveOpen));
    }

    @Test
    void approvedHoursAreSettledOnceAndACorrectionGoesIntoTheNext() {
        String settlement = draft();
        String quarter = quarter(settlement);
        String placement = placement(settlement);
        JsonNode before = lender.get("/settlements/" + settlement).json();
        assertThat(run(quarter, true).status()).isEqualTo(200);
        assertThat(lender.get("/settlements/" + settlement).json()).as("the same run gives the same").isEqualTo(before);
        long net = 0;
        for (JsonNode line : before.get("lines")) {
            net += line.get("netCents").asLong();
            assertThat(line.get("rateCents").asInt()).as("R2").isLessThanOrEqualTo(line.get("costPriceCents").asInt());
        }
        assertThat(before.at("/lent/netCents").asLong() + before.at("/borrowed/netCents").asLong()).isEqualTo(net);

        Api.Answer sent = send(settlement);
        assertThat(sent.status()).as(sent.body()).isEqualTo(200);
        assertThat(sent.json().get("state").asText()).isEqualTo("SENT");
        assertThat(lender.get("/placements/" + placement).json().get("state").asText()).isEqualTo("SETTLED");
        JsonNode invoice = sent.json().at("/invoices/0");
        assertThat(invoice.get("totalCents").asLong()).isEqualTo(invoice.get("netCents").asLong() + invoice.get("vatCents").asLong());
        assertThat(invoice.get("vatCents").asLong()).isEqualTo(Math.round(invoice.get("netCents").asLong() * 0.21));
        assertThat(borrower.get("/invoices/" + invoice.get("id").asText()).body()).contains("urn:fdc:nen.nl:nlcius:v1.0", invoice.get("number").asText());
        assertThat(Api.as("hr.hoogveen").get("/invoices/" + invoice.get("id").asText()).status()).isEqualTo(404);

        assertThat(borrower.post("/settlements/" + settlement + ":pay", "", "If-Match", sent.etag()).status()).as("who pays cannot say that it came in").isEqualTo(403);
        assertThat(lender.post("/settlements/" + settlement + ":pay", "", "If-Match", sent.etag()).json().get("state").asText()).isEqualTo("PAID");

        String hours = "/placements/" + placement + "/hours";
        Api.Answer sheet = Api.as(LENDER.employee).get(hours);
        Instant start = Instant.parse(sheet.json().at("/hours/start").asText());
        Api.Answer corrected = Api.as(LENDER.employee).post(hours + "/corrections", Map.of("start", start.toString(), "end", start.plusSeconds(1800).toString(), "breakMinutes", 0,
            "travelMinutes", 10, "reason", "Ik ging eerder weg"), "If-Match", sheet.etag());
        assertThat(corrected.status()).as(corrected.body()).isEqualTo(200);
        borrower.post(hours + ":confirm", "", "If-Match", corrected.etag());
        assertThat(lender.post(hours + ":approve", "", "If-Match", lender.get(hours).etag()).status()).isEqualTo(200);
        assertThat(run(quarter, true).status()).isEqualTo(200);
        List<String> minutes = Truth.texts("select l.minutes || ' ' || l.kind || ' ' || s.state from settlement_line l join settlement s on s.id = l.settlement_id"
            + " where l.placement_id = ?::uuid order by l.entry", placement);
        assertThat(minutes).containsExactly("60 WORK PAID", "-30 CORRECTION DRAFT");
    }

    @Test
    void openHoursAreRefusedWithThePlacementNamedAndNothingIsStored() {
        String settlement = draft();
        String placement = placement(settlement);
        String quarter = quarter(settlement);
        String hours = "/placements/" + placement + "/hours";
        Api.Answer sheet = Api.as(LENDER.employee).get(hours);
        Instant start = Instant.parse(sheet.json().at("/hours/start").asText());
        Api.as(LENDER.employee).post(hours + "/corrections", Map.of("start", start.toString(), "end", start.plusSeconds(1200).toString(), "breakMinutes", 0, "travelMinutes", 10,
            "reason", "Ik ging eerder weg"), "If-Match", sheet.etag());
        String stored = Truth.texts("select count(*) || ' ' || coalesce(sum(net_cents), 0) from settlement_line").get(0);
        Api.Answer refused = run(quarter, false);
        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.json().get("key").asText()).isEqualTo("settlement.open");
        assertThat(refused.json().get("violations").toString()).contains(placement);
        assertThat(Truth.texts("select count(*) || ' ' || coalesce(sum(net_cents), 0) from settlement_line").get(0)).isEqualTo(stored);
    }

    @Test
    void runsAtTheSameTimeSettleEachPlacementOnce() throws Exception {
        String settlement = draft();
        String quarter = quarter(settlement);
        Truth.change("delete from settlement_line where settlement_id = ?::uuid", settlement);
        ExecutorService both = Executors.newFixedThreadPool(4);
        try {
            List<Callable<Integer>> runs = new ArrayList<>();
            for (int i = 0; i < 8; i++) {
                Api who = i % 2 == 0 ? lender : borrower;
                String library = i % 2 == 0 ? LENDER.organisation() : Loans.organisation("hr.vennenland");
                runs.add(() -> who.post("/organisations/" + library + "/settlements", Map.of("quarter", quarter, "leaveOpen", true)).status());
            }
            for (Future<Integer> one : both.invokeAll(runs)) {
                assertThat(one.get()).isIn(200, 409);
            }
        } finally {
            both.shutdownNow();
        }
        assertThat(Truth.number("select count(*) from (select placement_id, entry from settlement_line group by 1, 2 having count(*) > 1) twice")).isZero();
        assertThat(Truth.number("select count(*) from settlement_line where settlement_id = ?::uuid", settlement)).isPositive();
    }

    @Test
    void aMarginAnOverlapAndAGapAreRefusedAtTheirField() {
        String rates = "/organisations/" + LENDER.organisation() + "/rates";
        String scale = "toets" + System.nanoTime() % 1_000_000;
        assertThat(lender.post(rates, Map.of("scale", scale, "wageCents", 2000, "chargedCents", 2001, "source", "Toets", "validFrom", "2026-01-01")).json().at("/violations/0/field").asText())
            .isEqualTo("chargedCents");
        assertThat(lender.post(rates, Map.of("scale", scale, "wageCents", 2000, "source", "Toets", "validFrom", "2026-01-01", "validTo", "2026-12-31")).status()).isEqualTo(200);
        assertThat(lender.post(rates, Map.of("scale", scale, "wageCents", 2100, "source", "Toets", "validFrom", "2026-12-31")).json().get("key").asText()).isEqualTo("rate.overlap");
        assertThat(lender.post(rates, Map.of("scale", scale, "wageCents", 2100, "source", "Toets", "validFrom", "2027-01-02")).json().get("key").asText()).isEqualTo("rate.gap");
        assertThat(lender.post(rates, Map.of("scale", scale, "wageCents", 2100, "source", "Toets", "validFrom", "2027-01-01")).status()).isEqualTo(200);
    }

    @Test
    void atThePageADraftIsMadeAndSent() {
        String settlement = draft();
        try (Desk desk = Desk.of(LENDER.hr)) {
            assertThat(desk.open("/flexpool/settlements?quarter=" + quarter(settlement))).isEqualTo(200);
            assertThat(desk.open("/flexpool/settlement?id=" + settlement)).isEqualTo(200);
            desk.page().click("summary:has-text('Versturen')");
            Desk.follow(desk.page(), () -> desk.page().click("[id$=':send']"));
            assertThat(desk.page().innerText("main")).contains("Verstuurd", "E-factuur");
            assertThat(desk.complaints()).isEmpty();
            assertThat(desk.barriers()).isEmpty();
        }
        assertThat(Truth.texts("select state from settlement where id = ?::uuid", settlement)).containsExactly("SENT");
    }

    /** The state stays what happened (R15); what was worked and approved is paid like any other hour. */
    @Test
    void approvedHoursOfWorkThatWasCutShortAreSettledAndTheEndStaysReadable() {
        String settlement = draft();
        String placement = placement(settlement);
        Truth.change("delete from settlement_line where settlement_id = ?::uuid and placement_id = ?::uuid", settlement, placement);
        Truth.change("update placement set state = 'CANCELLED', ended_by = 'BORROWER', end_reason = 'NEED_ENDED' where id = ?::uuid", placement);
        assertThat(run(quarter(settlement), true).status()).isEqualTo(200);
        assertThat(Truth.texts("select minutes || ' ' || kind from settlement_line where placement_id = ?::uuid", placement)).containsExactly("60 WORK");
        assertThat(send(settlement).status()).isEqualTo(200);
        Api.Answer after = lender.get("/placements/" + placement);
        assertThat(after.json().get("state").asText()).isEqualTo("CANCELLED");
        assertThat(after.json().get("endReason").asText()).isEqualTo("NEED_ENDED");
        assertThat(lender.get("/placements/" + placement + "/hours").json().get("state").asText()).isEqualTo("APPROVED");
        assertThat(run(quarter(settlement), true).status()).isEqualTo(200);
        assertThat(Truth.number("select count(*) from settlement_line where placement_id = ?::uuid", placement)).as("once").isEqualTo(1);
    }
}
