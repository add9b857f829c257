package nl.vliegwiel.it;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import nl.vliegwiel.it.GoodCalls.Side;
import org.jboss.arquillian.container.test.api.RunAsClient;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** What somebody looks for is found with the word that she uses, and nobody finds what is not hers to see. */
@RunAsClient
class SearchIT extends ServerTest {
    private static final String ASKER = "hr.duinrand";
    private static final String OTHER = "hr.hoogveen";
    private static String solved;
    private static String circle;
    private static String reply;

    @BeforeAll
    static void whatIsThere() {
        Truth.forgetCalls();
        solved = ask("network", "Vervanging bij zeepkistrennen", "Onze *zeepkistbestuurders* hebben <b>oproepkrachten</b> nodig bij de Nieuwe Meer.");
        circle = ask("circle", "Zeepkistrennen alleen voor onze kring", "Dit blijft in de zeepkistregio.");
        Api.Answer answer = Api.as(OTHER).post("/topics/" + solved + "/posts", Map.of("body", "Wij vroegen het aan de **knikkerkampioen** van het dorp."));
        reply = answer.json().get("id").asText();
        assertThat(Api.as(ASKER).post("/posts/" + answer.json().get("id").asText() + ":like", null).status()).isEqualTo(200);
    }

    private static String ask(String where, String title, String body) {
        Api.Answer answer = Api.as(ASKER).post("/spaces/" + GoodCalls.space(Side.DUINRAND, where) + "/topics",
            Map.of("kind", "QUESTION", "title", title, "body", body, "tags", List.of("zeepkist"), "anonymous", false));
        assertThat(answer.status()).as(answer.body()).isEqualTo(201);
        return answer.json().get("id").asText();
    }

    private static JsonNode find(String account, String q, String... more) {
        Api.Answer answer = Api.as(account).get("/search?q=" + URLEncoder.encode(q, StandardCharsets.UTF_8) + String.join("", more));
        assertThat(answer.status()).as(answer.body()).isEqualTo(200);
        return answer.json();
    }

    private static boolean finds(String account, String id, String q, String... more) {
        return find(account, q, more).findValuesAsText("id").contains(id);
    }

    @Test
    void aQuestionIsFoundByStemByOtherWordsInSpiteOfTypingErrorsAndByItsReplies() {
        for (String q : List.of("zeepkistrennen vervangingen", "inval zeepkistrennen", "invallers zeepkistrennen", "zeepkistrenen vervanging", "ZEEPKISTBESTUURDER", "\"Nieuwe Meer\"",
            "zeepkist", "knikkerkampioenen", "oproepkracht zeepkistbestuurders")) {
            assertThat(finds(OTHER, solved, q)).as(q).isTrue();
        }
        JsonNode item = find(OTHER, "knikkerkampioen").at("/items/0");
        assertThat(item.get("snippet").asText()).contains("<mark>knikkerkampioen</mark>").doesNotContain("**");
        assertThat(item.get("url").asText()).contains("post=" + reply);
        assertThat(item.get("kind").asText()).isEqualTo("TOPIC");
        assertThat(find(OTHER, "oproepkrachten zeepkistbestuurders").at("/items/0/snippet").asText()).contains("<mark>").doesNotContain("<b>");
    }

    @Test
    void whatIsNotHersToSeeIsNotFoundNorCounted() {
        assertThat(finds(ASKER, circle, "zeepkistrennen")).isTrue();
        assertThat(finds(OTHER, circle, "zeepkistrennen")).isFalse();
        assertThat(finds("moderator.poi", circle, "zeepkistregio")).isTrue();
        for (String word : List.of("zeepkistregio", "zeepkistregios")) {
            assertThat(find(OTHER, word).get("items").findValuesAsText("title")).as(word).noneMatch(title -> title.contains("kring"));
        }
        assertThat(new Visitor().get("/search?q=zeepkistregio").status()).as("nobody without signing in").isEqualTo(302);
        try (Desk desk = Desk.of(OTHER)) {
            assertThat(desk.open("/search?q=zeepkistregio&space=" + GoodCalls.space(Side.DUINRAND, "circle"))).isEqualTo(200);
            assertThat(desk.page().content()).doesNotContain("onze kring");
        }
        String name = Truth.texts("select given_name || ' ' || family_name from person where id = ?::uuid", Truth.person("carla.hoogveen")).get(0);
        assertThat(find(OTHER, name).get("items").findValuesAsText("title")).contains(name);
        assertThat(find(ASKER, name, "&kind=PERSON").get("items")).as("people of another library").isEmpty();
        assertThat(find("anna.duinrand", "Marijke Zandstra", "&kind=PERSON").get("items")).as("an employee finds no colleagues").isEmpty();
        assertThat(find("anna.duinrand", "Anna Kuiper").at("/items").findValuesAsText("url")).contains("/person/profile");
    }

    @Test
    void aRequestIsFoundByWhoMayReadIt() {
        String draft = Api.as(ASKER).post("/requests", requestCalled("Zeepkistendag aan de balie")).json().get("id").asText();
        assertThat(finds(ASKER, draft, "zeepkistendagen")).isTrue();
        assertThat(finds(OTHER, draft, "zeepkistendagen")).isFalse();
        assertThat(finds(ASKER, draft, "zeepkistendagen", "&kind=TOPIC")).isFalse();
        assertThat(finds(ASKER, draft, "zeepkistendagen", "&solved=true")).as("a request is not solved").isFalse();
    }

    private static Map<String, Object> requestCalled(String title) {
        var day = Loans.day(java.time.DayOfWeek.TUESDAY, 60);
        Map<String, Object> body = new java.util.LinkedHashMap<>(Loans.body(title, Loans.shift(Loans.at(day, 10, 0), Loans.at(day, 15, 0))));
        body.put("title", title);
        return body;
    }

    @Test
    void filtersNarrowAndACursorGoesOn() {
        assertThat(finds(OTHER, solved, "zeepkistrennen", "&solved=true")).isFalse();
        assertThat(finds(OTHER, solved, "zeepkistrennen", "&solved=false&tag=zeepkist&since=2020-01-01&space=" + GoodCalls.space(Side.DUINRAND, "network"))).isTrue();
        assertThat(finds(OTHER, solved, "zeepkistrennen", "&since=2199-01-01")).isFalse();
        JsonNode first = find(ASKER, "zeepkistrennen", "&limit=1");
        JsonNode second = find(ASKER, "zeepkistrennen", "&limit=1&after=" + first.get("next").asText());
        assertThat(second.at("/items/0/id").asText()).isNotEqualTo(first.at("/items/0/id").asText());
    }

    @Test
    void noInputIsAFault() {
        for (String q : List.of("", " ", "'", "\"", "&|!():*<->", "\u0000", "\ud83d\ude00", "%", "_", "de het een", "a".repeat(5000), "\\", "'); drop table topic; --", "\u202e")) {
            assertThat(Api.as(OTHER).get("/search?q=" + URLEncoder.encode(q, StandardCharsets.UTF_8)).status()).as(q).isEqualTo(200);
        }
        assertThat(find(OTHER, "zeepkist", "&kind=PROJECT").get("items")).as("nothing of that kind yet").isEmpty();
        for (String wrong : List.of("kind=X", "space=x", "solved=maybe", "since=ooit", "since=9999-01-01", "limit=0", "after=x", "after=czk5OQ")) {
            assertThat(Api.as(OTHER).get("/search?q=zeepkist&" + wrong).status()).as(wrong).isEqualTo(400);
        }
    }

    @Test
    void administratorsKeepTheWordsThatMeanTheSame() {
        assertThat(finds(OTHER, solved, "glijplankrennen")).isFalse();
        Api.Answer made = Api.as("beheer").post("/synonyms", Map.of("words", List.of("glijplankrennen", "zeepkistrennen")));
        assertThat(finds(OTHER, solved, "glijplankrennen")).isTrue();
        assertThat(Api.as("beheer").delete("/synonyms/" + made.json().get("id").asText(), "If-Match", made.etag()).status()).isEqualTo(204);
        assertThat(finds(OTHER, solved, "glijplankrennen")).isFalse();
        assertThat(Api.as("beheer").post("/synonyms", Map.of("words", List.of("een"))).status()).isEqualTo(422);
    }
}
