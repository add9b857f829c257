package nl.vliegwiel.it;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.Duration;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.StreamSupport;
import nl.vliegwiel.flexpool.boundary.CandidateRefs;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.jboss.arquillian.container.test.api.RunAsClient;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The first loan from need to agreement, by scripts of three parties. */
@RunAsClient
class LoanIT extends ServerTest {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final HttpClient CLIENT = HttpClient.newHttpClient();
    private static final Duration MAIL = Duration.ofSeconds(40);

    private final Api borrower = Api.as(Loans.BORROWER);
    private final Api lender = Api.as(Loans.LENDER);
    private final Api bram = Api.as(Loans.EMPLOYEE);

    @BeforeEach
    void asManyCallsAsNeeded() {
        Truth.forgetCalls();
    }

    private static JsonNode messages(String words) {
        try {
            URI address = TestServers.get().servers().mail().url().resolve("/api/messages?q=" + Api.encoded(words));
            return JSON.readTree(CLIENT.send(HttpRequest.newBuilder(address).build(), HttpResponse.BodyHandlers.ofString()).body());
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /** Who got mail with these words in the subject; a doubled mail is there twice. */
    private static List<String> receivers(String subject) {
        List<String> receivers = new ArrayList<>();
        messages(subject).forEach(mail -> mail.get("to").forEach(to -> receivers.add(to.asText().replaceAll(".*<|>.*|@.*", ""))));
        return receivers.stream().sorted().toList();
    }

    private static void awaitMail(String subject, String... accounts) {
        Set<String> wanted = new TreeSet<>(List.of(accounts));
        Truth.eventually("mail '" + subject + "' to " + wanted + ", not " + receivers(subject), MAIL, () -> receivers(subject).containsAll(wanted));
        // Other tests make HR managers, who get what all HR managers get
        assertThat(receivers(subject)).as(subject).filteredOn(account -> !account.startsWith(GoodCalls.MADE)).containsExactlyElementsOf(wanted);
    }

    /** Whether something about the request waits for this account. */
    private static boolean waits(String account, String title) {
        return Api.as(account).get("/inbox?limit=100").body().contains(title);
    }

    private static String state(JsonNode placement) {
        return placement.get("state").asText();
    }

    @Test
    void aProposalWithThreeYesesBecomesAnAgreementThatAllThreeCanRead() throws IOException {
        String title = "Taalhuis op dinsdag";
        ZonedDateTime start = Loans.at(Loans.day(DayOfWeek.TUESDAY, 2), 9, 30);
        Api.Answer draft = borrower.post("/requests", Loans.body(title, Loans.shift(start, start.plusHours(6))));
        assertThat(draft.status()).as(draft.body()).isEqualTo(201);
        assertThat(draft.json().get("status").asText()).isEqualTo("DRAFT");
        String id = draft.json().get("id").asText();
        assertThat(draft.header("Location")).endsWith("/api/v1/requests/" + id);
        assertThat(bram.get("/requests/" + id).status()).as("a draft is its library's own").isEqualTo(404);
        assertThat(borrower.post("/requests/" + id + ":publish", "").status()).isEqualTo(428);
        assertThat(borrower.post("/requests/" + id + ":publish", "", "If-Match", "\"4711\"").status()).isEqualTo(412);
        Api.Answer published = borrower.post("/requests/" + id + ":publish", "", "If-Match", draft.etag());
        assertThat(published.json().get("status").asText()).isEqualTo("PUBLISHED");
        assertThat(bram.get("/requests/" + id).status()).isEqualTo(200);
        String shiftId = published.json().at("/shifts/0/id").asText();

        JsonNode card = cardOf(Loans.EMPLOYEE, id, shiftId);
        Api.Answer proposal = borrower.post("/requests/" + id + "/proposals",
            Map.of("candidateRef", card.get("candidateRef").asText(), "shiftIds", List.of(shiftId)));
        assertThat(proposal.status()).as(proposal.body()).isEqualTo(201);
        String placementId = proposal.json().at("/placements/0/id").asText();

        JsonNode asBorrower = borrower.get("/placements/" + placementId).json();
        assertThat(state(asBorrower)).isEqualTo("PROPOSED");
        assertThat(asBorrower.has("employeeId")).as("no name before she said yes (R10)").isFalse();
        assertThat(lender.get("/placements/" + placementId).json().get("employeeId").asText()).isEqualTo(Truth.person(Loans.EMPLOYEE));
        assertThat(Api.as("hr.hoogveen").get("/placements/" + placementId).status()).isEqualTo(404);
        assertThat(waits(Loans.EMPLOYEE, title)).isTrue();
        assertThat(waits(Loans.LENDER, title)).isTrue();
        awaitMail("Gevraagd: " + title, Loans.EMPLOYEE, Loans.LENDER, "dubbel");

        assertThat(state(Loans.agreed(Loans.EMPLOYEE, placementId, "EMPLOYEE"))).isEqualTo("PROPOSED");
        assertThat(waits(Loans.EMPLOYEE, title)).isFalse();
        assertThat(borrower.get("/placements/" + placementId).json().get("employeeId").asText()).isEqualTo(Truth.person(Loans.EMPLOYEE));
        assertThat(Loans.consent(Loans.BORROWER, placementId, "LENDER").status()).as("not the borrower's to release").isEqualTo(403);
        JsonNode definite = Loans.agreed(Loans.LENDER, placementId, "LENDER");
        assertThat(state(definite)).isEqualTo("CONFIRMED");
        assertThat(definite.get("consents")).hasSize(3).allSatisfy(consent -> {
            assertThat(consent.get("decision").asText()).isEqualTo("YES");
            assertThat(consent.get("textVersion").asInt()).isEqualTo(definite.get("textVersion").asInt());
        });
        assertThat(waits(Loans.LENDER, title)).isFalse();
        assertThat(borrower.get("/requests/" + id).json().get("status").asText()).isEqualTo("FILLED");
        awaitMail("Het is rond: " + title, Loans.EMPLOYEE, Loans.LENDER, Loans.BORROWER, "dubbel");

        for (Api party : List.of(borrower, lender, bram)) {
            requireAgreement(party.bytes("/placements/" + placementId + "/agreement"), "Bram Verhoeven", "Duinrand", "Vennenland", "Joost van Gestel", "Marijke Zandstra");
        }
        assertThat(Api.as("hr.hoogveen").get("/placements/" + placementId + "/agreement").status()).isEqualTo(404);

        JsonNode lines = borrower.get("/audit?entity=placement:" + placementId).json().get("items");
        assertThat(StreamSupport.stream(lines.spliterator(), false).map(line -> line.get("action").asText())).containsExactly("proposed", "consented", "confirmed");
        assertThat(Api.as("hr.hoogveen").get("/audit?entity=placement:" + placementId).status()).isEqualTo(404);
    }

    /** Only who holds the key can tell whose card it is; the borrower cannot. */
    private JsonNode cardOf(String account, String requestId, String shiftId) {
        Api.Answer answer = borrower.get("/requests/" + requestId + "/candidates?shiftId=" + shiftId + "&limit=100");
        assertThat(answer.status()).as(answer.body()).isEqualTo(200);
        JsonNode cards = answer.json().get("items");
        assertThat(cards).isNotEmpty().allSatisfy(card -> {
            assertThat(card.has("employeeId")).as("anonymous (R10)").isFalse();
            assertThat(card.get("reasons")).isNotEmpty().allSatisfy(reason -> assertThat(reason.get("text").asText()).isNotBlank());
            assertThat(card.get("travelMinutes").asInt()).isNotNegative();
        });
        assertThat(answer.body()).doesNotContain("Bram", "Verhoeven", Truth.person(account));
        assertThat(cards.findValues("score").stream().map(JsonNode::asDouble).toList()).as("best first").isSortedAccordingTo(Comparator.reverseOrder());
        String ref = new CandidateRefs(Optional.of(TestServers.get().servers().settings("vliegwiel").get("flexpool.card-key"))).ref(UUID.fromString(requestId), UUID.fromString(Truth.person(account)));
        return StreamSupport.stream(cards.spliterator(), false).filter(card -> ref.equals(card.get("candidateRef").asText())).findFirst().orElseThrow();
    }

    private static void requireAgreement(byte[] pdf, String... words) throws IOException {
        try (PDDocument document = Loader.loadPDF(pdf)) {
            assertThat(document.getDocumentCatalog().getMarkInfo().isMarked()).isTrue();
            assertThat(document.getDocumentCatalog().getLanguage()).startsWith("nl");
            assertThat(document.getDocumentCatalog().getStructureTreeRoot()).isNotNull();
            assertThat(new PDFTextStripper().getText(document).replaceAll("\\s+", " ")).contains(words);
        }
    }

    @Test
    void anApplicationAndAllThreeYesesByScriptEndDefinite() {
        String title = "Balie op woensdag";
        ZonedDateTime start = Loans.at(Loans.day(DayOfWeek.WEDNESDAY, 2), 10, 0);
        Loans.Asked asked = Loans.published(Loans.body(title, Loans.shift(start, start.plusHours(4))));
        String placementId = Loans.applied(asked);
        assertThat(waits(Loans.BORROWER, title)).isTrue();
        awaitMail("Iemand wil komen: " + title, Loans.BORROWER, Loans.LENDER, "dubbel");

        assertThat(state(Loans.agreed(Loans.EMPLOYEE, placementId, "EMPLOYEE"))).as("said already by applying").isEqualTo("APPLIED");
        assertThat(state(Loans.agreed(Loans.LENDER, placementId, "LENDER"))).isEqualTo("APPLIED");
        assertThat(state(Loans.agreed(Loans.BORROWER, placementId, "BORROWER"))).isEqualTo("CONFIRMED");

        assertThat(Truth.number("select count(*) from placement_consent where placement_id = ?::uuid", placementId)).isEqualTo(3);
        assertThat(List.of(waits(Loans.BORROWER, title), waits(Loans.LENDER, title), waits(Loans.EMPLOYEE, title))).containsOnly(false);
        Api.Answer twice = Loans.apply(Loans.EMPLOYEE, asked);
        assertThat(twice.status()).as(twice.body()).isEqualTo(409);
    }

    @Test
    void aNoEndsItAndLeavesHerFree() {
        String title = "Toch niet";
        ZonedDateTime start = Loans.at(Loans.day(DayOfWeek.THURSDAY, 2), 10, 0);
        Loans.Asked asked = Loans.published(Loans.body(title, Loans.shift(start, start.plusHours(4))));
        String placementId = Loans.applied(asked);
        Api.Answer seen = lender.get("/placements/" + placementId);
        Api.Answer no = lender.post("/placements/" + placementId + "/consents", Map.of("party", "LENDER", "decision", "NO", "textVersion", 1), "If-Match", seen.etag());
        assertThat(no.status()).as(no.body()).isEqualTo(200);
        assertThat(state(no.json())).isEqualTo("DECLINED");
        assertThat(Loans.consent(Loans.BORROWER, placementId, "BORROWER").status()).isEqualTo(409);
        awaitMail("Het gaat niet door: " + title, Loans.BORROWER, Loans.EMPLOYEE, "dubbel");
        assertThat(Loans.apply(Loans.EMPLOYEE, asked).status()).as("she may apply again").isEqualTo(201);
    }

    @Test
    void aCancelledPlacementFreesTheHourAndTheSeat() {
        ZonedDateTime start = Loans.at(Loans.day(DayOfWeek.FRIDAY, 2), 10, 0);
        Loans.Asked asked = Loans.published(Loans.body("Afgezegd werk", Loans.shift(start, start.plusHours(4))));
        String placementId = Loans.applied(asked);
        Loans.agreed(Loans.LENDER, placementId, "LENDER");
        JsonNode definite = Loans.agreed(Loans.BORROWER, placementId, "BORROWER");
        String etag = "\"" + definite.get("version").asInt() + "\"";
        Api.Answer nonsense = bram.post("/placements/" + placementId + ":cancel", Map.of("party", "EMPLOYEE", "reason", "IK_BEN_ZIEK"), "If-Match", etag);
        assertThat(nonsense.status()).as("only neutral reasons (R8): " + nonsense.body()).isEqualTo(422);
        Api.Answer cancelled = bram.post("/placements/" + placementId + ":cancel", Map.of("party", "EMPLOYEE", "reason", "NOT_GIVEN"), "If-Match", etag);
        assertThat(cancelled.status()).as(cancelled.body()).isEqualTo(200);
        assertThat(state(cancelled.json())).isEqualTo("CANCELLED");
        JsonNode request = borrower.get("/requests/" + asked.id()).json();
        assertThat(request.get("status").asText()).isEqualTo("PUBLISHED");
        assertThat(request.at("/shifts/0/filled").asInt()).isZero();
        awaitMail("Afgezegd: Afgezegd werk", Loans.BORROWER, Loans.LENDER, "dubbel");
    }

    @Test
    void aRequestThatIsTakenBackEndsWhatWasNotDefinite() {
        LocalDate day = Loans.day(DayOfWeek.THURSDAY, 45);
        Loans.Asked asked = Loans.published(Loans.body("Teruggenomen hulp", Loans.shift(Loans.at(day, 9, 0), Loans.at(day, 13, 0))));
        String placement = Loans.applied(asked);
        Api.Answer seen = borrower.get("/requests/" + asked.id());

        assertThat(borrower.post("/requests/" + asked.id() + ":withdraw", "", "If-Match", seen.etag()).status()).isEqualTo(200);

        assertThat(state(bram.get("/placements/" + placement).json())).isEqualTo("CANCELLED");
        awaitMail("Afgezegd: Teruggenomen hulp", Loans.EMPLOYEE, Loans.LENDER, "dubbel");
    }
}
