package nl.vliegwiel.it;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import nl.vliegwiel.it.GoodCalls.Side;
import org.jboss.arquillian.container.test.api.RunAsClient;
import org.junit.jupiter.api.Test;

/** A question finds its answer, who asked namelessly stays nameless, and nothing that somebody writes does anything but be read. */
@RunAsClient
class ForumIT extends ServerTest {
    private static final String ASKER = "hr.duinrand";
    private static final String HELPER = "hr.hoogveen";
    /** Ways in which Markdown and HTML have run scripts elsewhere. */
    private static final List<String> ATTACKS = List.of("<script>window.attacked = true</script>", "<img src=x onerror='window.attacked = true'>", "<svg onload=window.attacked=true>",
        "[klik](javascript:window.attacked=true)", "[klik](JaVaScRiPt&#58;window.attacked=true)", "[klik](&#x6A;avascript:window.attacked=true)", "![x](javascript:window.attacked=true)",
        "[x](data:text/html;base64,PHNjcmlwdD5hbGVydCgxKTwvc2NyaXB0Pg==)", "<javascript:window.attacked=true>", "![a](x\"onerror=\"window.attacked=true)", "<a href=\"javascript:window.attacked=true\" autofocus onfocus=window.attacked=true>x</a>",
        "<iframe srcdoc=\"<script>parent.attacked=true</script>\"></iframe>", "<details open ontoggle=window.attacked=true>", "<math><mtext></table><mglyph><style><img src=x onerror=window.attacked=true>",
        "```html\n</code></pre><script>window.attacked=true</script>\n```", "[a]: javascript:window.attacked=true\n\n[a]", "| a |\n|---|\n| <img src=x onerror=window.attacked=true> |", "<style>*{display:none}</style>",
        "<form action=//evil.example><button>x</button></form>", "<base href=//evil.example>", "<meta http-equiv=refresh content=0;url=//evil.example>", "- [ ] <input onfocus=window.attacked=true autofocus>",
        "![spion](https://evil.example/pixel.png)", "\u202Etxt.exe <b onmouseover=window.attacked=true>x");

    private static Api.Answer ask(String account, String where, String title, String body, boolean anonymous) {
        return Api.as(account).post("/spaces/" + GoodCalls.space(Side.DUINRAND, where) + "/topics",
            Map.of("kind", "QUESTION", "title", title, "body", body, "tags", List.of("Toets"), "anonymous", anonymous));
    }

    private static String id(Api.Answer answer) {
        assertThat(answer.status()).as(answer.body()).isEqualTo(201);
        return answer.json().get("id").asText();
    }

    private static Api.Answer reply(String account, String topic, String body) {
        return Api.as(account).post("/topics/" + topic + "/posts", Map.of("body", body));
    }

    private static JsonNode posts(String account, String topic) {
        return Api.as(account).get("/topics/" + topic + "/posts").json().get("items");
    }

    @Test
    void anAnswerIsAcceptedByWhoAskedAndTheFollowersAreToldOnce() {
        String topic = id(ask(ASKER, "network", "Wie kent een goed kinderboekenrooster?", "Graag *kort*.", false));
        Api.Answer answer = reply(HELPER, topic, "Ja: **dit**.");
        id(answer);
        id(reply(HELPER, topic, "En nog iets."));
        assertThat(Truth.number("select count(*) from outbox where kind = 'FORUM_REPLY' and person_id = ?::uuid and payload->>'post' in (select id::text from post where topic_id = ?::uuid)",
            Truth.person(ASKER), topic)).as("one message until she reads").isEqualTo(1);
        assertThat(Truth.number("select count(*) from outbox where kind = 'FORUM_REPLY' and person_id = ?::uuid and payload->>'post' in (select id::text from post where topic_id = ?::uuid)",
            Truth.person(HELPER), topic)).as("the author never gets her own").isZero();
        assertThat(Api.as(ASKER).get("/topics/" + topic).json().get("unread").asInt()).isEqualTo(2);
        assertThat(posts(ASKER, topic)).hasSize(3);
        assertThat(Api.as(ASKER).get("/topics/" + topic).json().get("unread").asInt()).as("read on every device").isZero();
        String post = answer.json().get("id").asText();
        assertThat(Api.as("anna.duinrand").post("/posts/" + post + ":accept", null, "If-Match", answer.etag()).status()).isEqualTo(403);
        assertThat(Api.as(ASKER).post("/posts/" + post + ":accept", null, "If-Match", "\"7\"").status()).isEqualTo(412);
        assertThat(Api.as(ASKER).post("/posts/" + post + ":accept", null, "If-Match", answer.etag()).status()).isEqualTo(200);
        JsonNode solved = Api.as(HELPER).get("/topics/" + topic).json();
        assertThat(solved.get("solved").asBoolean()).isTrue();
        assertThat(solved.get("acceptedPostId").asText()).isEqualTo(post);
        assertThat(Api.as(HELPER).get("/topics:similar?q=kinderboekenroosters").body()).as("found by its Dutch stem").contains(topic);
        assertThat(Api.as(HELPER).get("/topics:similar?q=goed+kinderboekenrostr").body()).as("found in spite of a typing error").contains(topic);
    }

    @Test
    void aNamelessQuestionIsNamelessEverywhereButForModerators() {
        String topic = id(ask(ASKER, "network", "Naamloos: hoe vraag je om minder uren?", "Liever zonder naam.", true));
        id(reply(HELPER, topic, "Gewoon vragen."));
        id(reply(ASKER, topic, "Dank je."));
        String name = "Marijke Zandstra";
        for (String path : List.of("/topics/" + topic, "/topics/" + topic + "/posts", "/topics:similar?q=naamloos+minder+uren")) {
            assertThat(Api.as(HELPER).get(path).body()).as(path).doesNotContain(name).doesNotContain(Truth.person(ASKER));
        }
        JsonNode listed = Api.as(HELPER).get("/spaces/" + GoodCalls.space(Side.DUINRAND, "network") + "/topics").json().get("items");
        for (JsonNode one : listed) {
            assertThat(!one.get("id").asText().equals(topic) || !one.has("author")).isTrue();
        }
        assertThat(Api.as("moderator.poi").get("/topics/" + topic + "/posts").body()).contains(name);
        assertThat(Truth.texts("select distinct actor_name from audit_entry where entity in ('topic', 'post') and (entity_id = ?::uuid or entity_id in (select id from post where topic_id = ?::uuid))", topic, topic))
            .doesNotContain(name);
        try (Desk desk = Desk.of(HELPER)) {
            assertThat(desk.open("/forum/topic?id=" + topic)).isEqualTo(200);
            assertThat(desk.page().content()).doesNotContain(name);
        }
    }

    @Test
    void aKringIsThereForItsRegionAlone() {
        String topic = id(ask(ASKER, "circle", "Alleen voor onze regio", "Zullen we samen opleiden?", false));
        String post = posts(ASKER, topic).get(0).get("id").asText();
        assertThat(Api.as("moderator.poi").get("/topics/" + topic).status()).isEqualTo(200);
        for (String path : List.of("/topics/" + topic, "/topics/" + topic + "/posts", "/posts/" + post, "/posts/" + post + "/revisions")) {
            assertThat(Api.as(HELPER).get(path).status()).as(path).isEqualTo(404);
        }
        assertThat(Api.as(HELPER).get("/topics:similar?q=Alleen+voor+onze+regio").body()).doesNotContain(topic);
        assertThat(reply(HELPER, topic, "Mag ik mee?").status()).isEqualTo(404);
    }

    @Test
    void whatWasThereBeforeIsKeptAndTheSecondOfTwoIsTold() {
        String topic = id(ask(ASKER, "network", "Twee tegelijk aan één bericht", "Eerst dit.", false));
        JsonNode first = posts(ASKER, topic).get(0);
        String path = "/posts/" + first.get("id").asText();
        String seen = Api.as(ASKER).get(path).etag();
        assertThat(Api.as(ASKER).put(path, Map.of("body", "Toen dat."), "If-Match", seen).status()).isEqualTo(200);
        assertThat(Api.as("moderator.poi").put(path, Map.of("body", "Of anders."), "If-Match", seen).status()).isEqualTo(412);
        assertThat(Api.as(HELPER).get(path + "/revisions").json().at("/items/0/body").asText()).isEqualTo("Eerst dit.");
        id(reply(HELPER, topic, "Ik reageer."));
        assertThat(Api.as(ASKER).delete(path, "If-Match", Api.as(ASKER).get(path).etag()).status()).as("somebody replied").isEqualTo(409);
    }

    @Test
    void aCallThatIsSentAgainRepliesOnce() {
        String topic = id(ask(ASKER, "network", "Dubbel verstuurd", "Komt dit twee keer?", false));
        for (int i = 0; i < 2; i++) {
            assertThat(Api.as(HELPER).post("/topics/" + topic + "/posts", Map.of("body", "Eén keer."), "Idempotency-Key", "forum-" + topic).status()).isEqualTo(201);
        }
        assertThat(posts(ASKER, topic)).hasSize(2);
    }

    @Test
    void aFeedTellsItsOwnerWhatSheMayReadAndEndsAtOnce() {
        String topic = id(ask(ASKER, "circle", "Feed & <kring> alleen voor ons", "Met *nadruk*.", true));
        String address = Api.as("anna.duinrand").post("/me/forum-feed", null).json().get("address").asText();
        String path = address.replaceFirst("^https?://[^/]+", "");
        Visitor program = new Visitor();
        Visitor.Page all = program.get(path);
        assertThat(all.status()).isEqualTo(200);
        assertThat(all.response().headers().firstValue("Content-Type").orElse("")).startsWith("application/atom+xml");
        assertThat(all.body()).contains(topic).contains("Feed &amp; &lt;kring&gt; alleen voor ons").contains("&lt;em&gt;nadruk");
        String entry = Stream.of(all.body().split("<entry>")).filter(one -> one.contains("topic?id=" + topic)).findFirst().orElseThrow();
        assertThat(entry).contains("Naamloos gevraagd").doesNotContain("Marijke Zandstra");
        assertThat(program.get(path + "?tag=toets").body()).contains(topic);
        assertThat(program.get(path + "?tag=bestaatniet").body()).doesNotContain(topic);
        assertThat(program.get(path + "?space=" + GoodCalls.space(Side.HOOGVEEN, "circle")).status()).as("a group that is not hers").isEqualTo(404);
        String others = Api.as("carla.hoogveen").post("/me/forum-feed", null).json().get("address").asText().replaceFirst("^https?://[^/]+", "");
        assertThat(program.get(others).body()).doesNotContain(topic);
        assertThat(Api.as("anna.duinrand").delete("/me/forum-feed").status()).isEqualTo(204);
        assertThat(program.get(path).status()).isEqualTo(404);
        assertThat(program.get("/feed/forum/guess.atom").status()).isEqualTo(404);
    }

    @Test
    void whoWantsRestIsNotToldForAWhile() {
        String topic = id(ask(ASKER, "network", "Even geen berichten hierover", "Dank je.", false));
        assertThat(Api.as(ASKER).post("/topics/" + topic + ":mute?days=7", null).status()).isEqualTo(200);
        id(reply(HELPER, topic, "Dit hoort ze later."));
        assertThat(Truth.number("select count(*) from outbox where kind = 'FORUM_REPLY' and person_id = ?::uuid and payload->>'post' in (select id::text from post where topic_id = ?::uuid)",
            Truth.person(ASKER), topic)).isZero();
        Truth.change("update topic_reader set quiet_until = now() - interval '1 minute' where topic_id = ?::uuid", topic);
        id(reply(HELPER, topic, "Dit hoort ze nu."));
        assertThat(Truth.number("select count(*) from outbox where kind = 'FORUM_REPLY' and person_id = ?::uuid and payload->>'post' in (select id::text from post where topic_id = ?::uuid)",
            Truth.person(ASKER), topic)).isEqualTo(1);
        for (String wrong : List.of("days=0", "days=366", "days=9999")) {
            assertThat(Api.as(ASKER).post("/topics/" + topic + ":mute?" + wrong, null).status()).as(wrong).isEqualTo(422);
        }
        assertThat(Api.as(ASKER).post("/topics/" + topic + ":mute?days=x", null).status()).isEqualTo(400);
    }

    @Test
    void aFlaggedPostWaitsForItsModeratorAndNobodyElse() {
        String topic = id(ask(ASKER, "network", "Reclame onder een vraag", "Kijk maar.", false));
        Api.Answer bad = reply(HELPER, topic, "Koop dit.");
        String post = id(bad);
        assertThat(Api.as(ASKER).post("/posts/" + post + ":flag", Map.of("reason", "Dit is reclame")).status()).isEqualTo(204);
        assertThat(Api.as("moderator.poi").get("/inbox").body()).contains("POST_FLAGGED").contains(post);
        assertThat(Api.as(HELPER).get("/inbox").body()).doesNotContain(post);
        assertThat(Api.as("moderator.poi").post("/posts/" + post + ":hide", Map.of("reason", "Reclame"), "If-Match", bad.etag()).status()).isEqualTo(200);
        assertThat(Api.as("moderator.poi").get("/inbox").body()).doesNotContain(post);
        JsonNode hidden = posts(ASKER, topic).get(1);
        assertThat(hidden.get("hidden").asBoolean()).isTrue();
        assertThat(hidden.has("body")).isFalse();
        assertThat(Api.as(ASKER).get("/topics/" + topic).json().get("postCount").asInt()).isEqualTo(1);
    }

    @Test
    void noNumbersOfPersonsNoIllnessOfAnybodyAndNoEmptyWords() {
        Map<String, String> wrong = new HashMap<>(Map.of("Mijn collega is ziek", "health", "Haar nummer is 111222333", "bsn", "\u200B \u2060", "missing", "x".repeat(50_001), "long"));
        wrong.forEach((body, why) -> {
            Api.Answer answer = ask(ASKER, "network", "Een gewone titel", body, false);
            assertThat(answer.status()).as(why).isEqualTo(422);
            assertThat(answer.json().at("/violations/0/field").asText()).isEqualTo("body");
        });
        assertThat(ask(ASKER, "network", "ab", "Kort", false).status()).isEqualTo(422);
        Map<String, Object> theme = Map.of("kind", "QUESTION", "title", "Hoe begeleiden jullie re-integratie?", "body", "Het gaat om de aanpak.", "aboutNobody", true);
        assertThat(Api.as(ASKER).post("/spaces/" + GoodCalls.space(Side.DUINRAND, "network") + "/topics", theme).status()).as("a theme of HR, about nobody").isEqualTo(201);
    }

    @Test
    void anAnswerWhoseGroundEndedWaitsForItsWriterAndForWhoKnowsTheTheme() {
        String tag = "verouderen" + System.nanoTime() % 1_000_000;
        Api.Answer asked = Api.as(ASKER).post("/spaces/" + GoodCalls.space(Side.DUINRAND, "network") + "/topics",
            Map.of("kind", "QUESTION", "title", "Hoeveel toeslag geldt op zondag?", "body", "Graag met bron.", "tags", List.of(tag)));
        String topic = id(asked);
        Api.Answer answer = reply(HELPER, topic, "Zoals in de cao.");
        String post = id(answer);
        String source = Truth.texts("select id from dated_source where valid_until = '2026-03-31' order by id").get(0);
        Map<String, Object> basis = Map.of("sourceIds", List.of(source), "summary", "Betaal de toeslag uit de cao.");
        assertThat(Api.as("hr.vennenland").put("/posts/" + post + "/basis", basis, "If-Match", answer.etag()).status()).isEqualTo(403);
        Api.Answer based = Api.as(HELPER).put("/posts/" + post + "/basis", basis, "If-Match", answer.etag());
        assertThat(based.json().at("/answer/state").asText()).isEqualTo("CHECK");
        assertThat(Api.as(HELPER).get("/inbox").body()).contains("ANSWER_DUE").contains(post);
        assertThat(Api.as("hr.vennenland").get("/inbox").body()).doesNotContain(post);
        String expert = Api.as("hr.vennenland").post("/tag-experts", Map.of("tag", tag)).json().get("id").asText();
        assertThat(Api.as("hr.vennenland").get("/inbox").body()).as("who knows the theme").contains(post);
        assertThat(Api.as(ASKER).post("/posts/" + post + ":accept", null, "If-Match", based.etag()).status()).isEqualTo(200);
        assertThat(Api.as(ASKER).get("/topics/" + topic).json().get("doubtful").asBoolean()).isTrue();
        Api.Answer verified = Api.as("hr.vennenland").post("/posts/" + post + ":verify", null, "If-Match", based.etag());
        assertThat(verified.json().at("/answer/state").asText()).isEqualTo("CURRENT");
        assertThat(Api.as(ASKER).get("/topics/" + topic).json().get("doubtful").asBoolean()).isFalse();
        assertThat(Api.as(HELPER).get("/inbox").body()).doesNotContain(post);
        assertThat(Api.as(HELPER).post("/posts/" + post + ":outdate", Map.of("reason", "Er is een nieuwe cao"), "If-Match", based.etag()).status()).isEqualTo(412);
        assertThat(Api.as(HELPER).post("/posts/" + post + ":outdate", Map.of("reason", "Er is een nieuwe cao"), "If-Match", verified.etag()).json().at("/answer/state").asText()).isEqualTo("OUTDATED");
        assertThat(Api.as("hr.vennenland").delete("/tag-experts/" + expert).status()).isEqualTo(204);
        assertThat(Api.as(ASKER).get("/topics/" + topic + "/route").json().get("steps")).as("somebody answered").isEmpty();
    }

    private static byte[] png() {
        try {
            java.io.ByteArrayOutputStream out = new java.io.ByteArrayOutputStream();
            javax.imageio.ImageIO.write(new java.awt.image.BufferedImage(8, 8, java.awt.image.BufferedImage.TYPE_INT_RGB), "png", out);
            return out.toByteArray();
        } catch (java.io.IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    private static Api.Answer upload(String account, String name, byte[] content) {
        return Api.as(account).call("POST", "/attachments?name=" + java.net.URLEncoder.encode(name, java.nio.charset.StandardCharsets.UTF_8), "application/octet-stream", content);
    }

    @Test
    void aFileIsItsOwnersUntilAPostNamesItAndThenItsReaders() {
        String file = id(upload(ASKER, "../rooster 2027.png", png()));
        assertThat(Api.as(ASKER).get("/attachments/" + file).status()).isEqualTo(200);
        assertThat(Api.as("anna.duinrand").get("/attachments/" + file).status()).as("nobody else's yet").isEqualTo(404);
        String topic = id(ask(ASKER, "circle", "Met een plaatje erbij", "Kijk: ![rooster](/forum/file/" + file + ")", false));
        assertThat(posts(ASKER, topic).get(0).get("html").asText()).contains("<img").contains("/forum/file/" + file);
        assertThat(Api.as("anna.duinrand").get("/attachments/" + file).status()).isEqualTo(200);
        assertThat(Api.as(HELPER).get("/attachments/" + file).status()).as("of another region").isEqualTo(404);
        assertThat(upload(ASKER, "111222333.png", png()).body()).contains("text.bsn.found");
        assertThat(upload(ASKER, "ziekmelding.png", png()).body()).contains("file.name.health");
        assertThat(upload(ASKER, "plan.pdf", "<script>".getBytes(java.nio.charset.StandardCharsets.US_ASCII)).body()).contains("file.kind");
        try (Desk desk = Desk.of("anna.duinrand")) {
            assertThat(desk.open("/forum/topic?id=" + topic)).isEqualTo(200);
            assertThat(desk.page().evaluate("(async () => { const i = document.querySelector('.written img'); i.loading = 'eager'; await i.decode(); return i.naturalWidth; })()")).isEqualTo(8);
            assertThat(desk.complaints()).isEmpty();
            com.microsoft.playwright.APIResponse fetched = desk.page().request().get(TestServers.get().applicationUrl().resolve("/forum/file/" + file).toString());
            assertThat(fetched.headers()).containsEntry("x-content-type-options", "nosniff").containsEntry("content-security-policy", "default-src 'none'; sandbox");
            assertThat(fetched.headers().get("content-disposition")).startsWith("inline").contains("rooster%202027.png");
        }
    }

    @Test
    void whoIsNamedIsToldOnceAndOnlyWhereSheTakesPart() {
        String carla = Truth.person("carla.hoogveen");
        String anna = Truth.person("anna.duinrand");
        String topic = id(ask(ASKER, "circle", "Twee collega’s genoemd", "Vraag [@Anna](/forum/person?id=" + anna + ") of [@Carla](/forum/person?id=" + carla + ").", false));
        String post = posts(ASKER, topic).get(0).get("id").asText();
        String told = "select count(*) from outbox where kind = 'FORUM_MENTION' and payload->>'post' = ? and person_id = ?::uuid";
        assertThat(Truth.number(told, post, anna)).isEqualTo(1);
        assertThat(Truth.number(told, post, carla)).as("she does not take part there").isZero();
        Api.as(ASKER).put("/posts/" + post, Map.of("body", "Nog eens [@Anna](/forum/person?id=" + anna + ")."), "If-Match", Api.as(ASKER).get("/posts/" + post).etag());
        assertThat(Truth.number(told, post, anna)).as("once").isEqualTo(1);
    }

    @Test
    void namesAreCompletedByKeyboardAndFilesArriveWhereSheTypes() {
        try (Desk desk = Desk.of(ASKER)) {
            desk.open("/forum/ask");
            com.microsoft.playwright.Locator area = desk.page().locator("textarea[id$=':body']");
            area.click();
            area.pressSequentially("Vraag het @anna ku");
            desk.page().waitForSelector(".names [aria-selected=true]");
            area.press("Enter");
            assertThat(area.inputValue()).contains("[@Anna Kuiper](/forum/person?id=" + Truth.person("anna.duinrand") + ")");
            desk.page().setInputFiles(".write input[type=file]", new com.microsoft.playwright.options.FilePayload("foto.png", "image/png", png()));
            desk.page().waitForCondition(() -> area.inputValue().contains("](/forum/file/"));
            assertThat(area.inputValue()).contains("![foto.png](/forum/file/");
            assertThat(desk.complaints()).isEmpty();
        }
    }

    @Test
    void aSlipIsGoneFromEverythingThatIsKept() {
        String slip = "Pietje Puk" + System.nanoTime();
        String topic = id(ask(ASKER, "network", "Over " + slip + " gesproken", "Vraag het aan " + slip + ".", false));
        String post = posts(ASKER, topic).get(0).get("id").asText();
        Api.as(ASKER).put("/posts/" + post, Map.of("body", "Vraag het maar niet."), "If-Match", Api.as(ASKER).get("/posts/" + post).etag());
        Api.Answer quoted = Api.as(HELPER).post("/topics/" + topic + "/posts", Map.of("body", "> " + slip.toUpperCase(java.util.Locale.ROOT)), "Idempotency-Key", "slip-" + topic);
        id(quoted);
        assertThat(Api.as(ASKER).post("/topics/" + topic + ":redact", Map.of("text", slip)).status()).isEqualTo(403);
        assertThat(Api.as("moderator.poi").post("/topics/" + topic + ":redact", Map.of("text", slip)).status()).isEqualTo(204);
        for (String kept : List.of("topic|title", "post|body", "post|html", "post_revision|body", "topic_words|title", "topic_words|words::text", "forum_draft|body")) {
            String[] parts = kept.split("\\|");
            assertThat(Truth.number("select count(*) from " + parts[0] + " where " + parts[1] + " ilike ?", "%" + slip.split(" ")[1] + "%")).as(kept).isZero();
        }
        assertThat(Truth.number("select count(*) from audit_entry where detail::text ilike ?", "%" + slip + "%")).isZero();
        assertThat(Api.as("moderator.poi").post("/topics/" + topic + ":redact", Map.of("text", slip)).status()).as("nowhere any more").isEqualTo(422);
    }

    @Test
    void twoTopicsBecomeOneAndNothingLeavesAClosedSpace() {
        String one = id(ask(ASKER, "network", "Waar koop je stoelen?", "Wij zoeken stoelen.", false));
        id(reply(HELPER, one, "Bij de stoelenman."));
        String two = id(ask(HELPER, "network", "Stoelen, waar vandaan?", "Ook wij.", false));
        String nameless = id(ask(HELPER, "network", "Naamloos over stoelen", "Ook wij.", true));
        Api moderator = Api.as("moderator.poi");
        assertThat(moderator.post("/topics/" + two + ":merge", Map.of("intoId", nameless), "If-Match", moderator.get("/topics/" + two).etag()).status()).isEqualTo(422);
        String seen = moderator.get("/topics/" + two).etag();
        assertThat(moderator.post("/topics/" + two + ":merge", Map.of("intoId", one), "If-Match", seen).json().get("postCount").asInt()).isEqualTo(3);
        assertThat(posts(ASKER, one)).hasSize(3);
        assertThat(Api.as(HELPER).get("/topics/" + two).status()).isEqualTo(404);
        try (Desk desk = Desk.of(HELPER)) {
            assertThat(desk.open("/forum/topic?id=" + two)).isEqualTo(200);
            assertThat(desk.page().content()).contains("Waar koop je stoelen?");
        }
        String circle = id(ask(ASKER, "circle", "Blijft in de kring", "Onder ons.", false));
        assertThat(moderator.post("/topics/" + circle + ":move", Map.of("spaceId", GoodCalls.space(Side.DUINRAND, "network")), "If-Match", moderator.get("/topics/" + circle).etag()).status())
            .isEqualTo(422);
        assertThat(moderator.post("/topics/" + one + ":move", Map.of("spaceId", GoodCalls.space(Side.DUINRAND, "circle")), "If-Match", moderator.get("/topics/" + one).etag()).status())
            .isEqualTo(200);
        assertThat(Api.as(HELPER).get("/topics/" + one).status()).isEqualTo(404);
    }

    @Test
    void anArticleThanksWhoseWordsWentInButNeverWhoAskedNamelessly() {
        String topic = id(ask(ASKER, "network", "Naamloos: hoe begin je met zelfroosteren?", "Wij willen beginnen.", true));
        Api.Answer answer = reply(HELPER, topic, "Begin met één team.");
        String post = id(answer);
        assertThat(Api.as(HELPER).post("/topics/" + topic + "/article", null).status()).as("nothing accepted yet").isEqualTo(409);
        Api.as(ASKER).post("/posts/" + post + ":accept", null, "If-Match", answer.etag());
        assertThat(Api.as("anna.duinrand").post("/topics/" + topic + "/article", null).status()).isEqualTo(403);
        String article = id(Api.as(HELPER).post("/topics/" + topic + "/article", null));
        assertThat(Api.as(HELPER).post("/topics/" + topic + "/article", null).status()).as("once").isEqualTo(409);
        assertThat(posts("anna.duinrand", article).get(0).get("body").asText()).contains("Wij willen beginnen.", "Begin met één team.");
        String beside = Api.as("anna.duinrand").get("/topics/" + article + "/beside").body();
        assertThat(beside).contains("Geertje Wolting").contains(topic).doesNotContain("Marijke Zandstra");
    }

    @Test
    void aLetterIsUsedByLibrariesInTheVersionThatTheyTook() {
        String letter = id(Api.as(ASKER).post("/spaces/" + GoodCalls.space(Side.DUINRAND, "network") + "/topics",
            Map.of("kind", "LETTER", "title", "Brief voor wie gaat uitlenen", "body", "Beste collega,")));
        String use = "/topics/" + letter + "/uses/" + Loans.organisation(HELPER);
        assertThat(Api.as(ASKER).put(use, Map.of()).status()).as("of another library").isEqualTo(403);
        assertThat(Api.as(HELPER).call("PUT", use, null, null).json().at("/uses/0/edition").asInt()).isEqualTo(1);
        String post = posts(ASKER, letter).get(0).get("id").asText();
        Api.as(ASKER).put("/posts/" + post, Map.of("body", "Beste collega’s,"), "If-Match", Api.as(ASKER).get("/posts/" + post).etag());
        JsonNode beside = Api.as(HELPER).get("/topics/" + letter + "/beside").json();
        assertThat(beside.get("edition").asInt()).isEqualTo(2);
        assertThat(beside.at("/uses/0/edition").asInt()).isEqualTo(1);
        assertThat(Api.as(ASKER).get("/topics/" + letter).json().get("usedBy").asInt()).isEqualTo(1);
    }

    @Test
    void anExistingForumComesInWholeOrNotAtAllAndGoesOutWithoutTheNameless() {
        String circle = GoodCalls.space(Side.DUINRAND, "circle");
        String head = "topic,kind,title,tags,author,createdAt,body\n";
        String good = "a,QUESTION,Oude vraag over ruilen,oud;ruilen,hr.duinrand@vliegwiel.example,2025-03-01T09:00:00+01:00,Hoe ruilen jullie?\na,,,,anna.duinrand@vliegwiel.example,2025-03-02T09:00:00+01:00,\"Zo, en *niet* anders.\"\n";
        String bad = "b,QUESTION,Nog een,,niemand@nergens.example,2099-01-01T00:00:00Z,\n";
        Api moderator = Api.as("moderator.poi");
        byte[] both = (head + good + bad).getBytes(java.nio.charset.StandardCharsets.UTF_8);
        Api.Answer refused = moderator.call("POST", "/spaces/" + circle + ":import", "text/csv", both);
        assertThat(refused.json().get("applied").asBoolean()).isFalse();
        assertThat(refused.json().get("faults").findValuesAsText("field")).contains("author", "createdAt", "body");
        assertThat(Truth.number("select count(*) from topic where title = 'Oude vraag over ruilen'")).isZero();
        Api.Answer taken = moderator.call("POST", "/spaces/" + circle + ":import", "text/csv", (head + good).getBytes(java.nio.charset.StandardCharsets.UTF_8));
        assertThat(taken.json().get("applied").asBoolean()).as(taken.body()).isTrue();
        assertThat(Api.as(ASKER).get("/topics:similar?q=oude+vraag+ruilen").body()).contains("Oude vraag over ruilen");
        id(ask(ASKER, "circle", "Naamloos in de kring", "Zonder naam.", true));
        String text = moderator.get("/spaces/" + circle + "/export").body();
        assertThat(text).contains("## Oude vraag over ruilen").contains("Zo, en *niet* anders.").contains("## Naamloos in de kring");
        assertThat(text.substring(text.indexOf("## Naamloos in de kring"), text.indexOf("Zonder naam."))).doesNotContain("Marijke");
    }

    @Test
    void whoWasSecondKeepsWhatSheTypedAndSeesWhatStandsThereNow() {
        String topic = id(ask(ASKER, "network", "Twee vensters open", "Het begin.", false));
        String post = posts(ASKER, topic).get(0).get("id").asText();
        try (Desk desk = Desk.of(ASKER)) {
            desk.open("/forum/post?id=" + post);
            desk.page().fill("textarea[id$=':body']", "Wat ik in mijn venster typte.");
            assertThat(Api.as("moderator.poi").put("/posts/" + post, Map.of("body", "Wat de moderator intussen schreef."), "If-Match", Api.as(ASKER).get("/posts/" + post).etag()).status()).isEqualTo(200);
            Desk.follow(desk.page(), () -> desk.page().click("[id$=':save']"));
            assertThat(desk.page().inputValue("textarea[id$=':body']")).isEqualTo("Wat ik in mijn venster typte.");
            assertThat(desk.page().innerText("main")).contains("Wat de moderator intussen schreef.");
            Desk.follow(desk.page(), () -> desk.page().click("[id$=':save']"));
            assertThat(posts(ASKER, topic).get(0).get("body").asText()).isEqualTo("Wat ik in mijn venster typte.");
        }
    }

    @Test
    void aNewReplyAppearsOnAnOpenPageAndIsSaid() {
        String topic = id(ask(ASKER, "network", "Blijft open staan", "Wie weet het?", false));
        try (Desk desk = Desk.of(ASKER)) {
            desk.open("/forum/topic?id=" + topic);
            id(reply(HELPER, topic, "Ik weet **het**."));
            desk.page().evaluate("document.querySelector('[data-live]').dispatchEvent(new Event('vw-look'))");
            desk.page().waitForSelector(".live-posts .post strong");
            assertThat(desk.page().innerText(".live [role=status]")).isEqualTo("1 nieuwe reactie");
            assertThat(desk.complaints()).isEmpty();
        }
    }

    @Test
    void nothingThatSomebodyWritesRuns() {
        String topic = id(ask(ASKER, "network", "<script>window.attacked=true</script> in een titel", String.join("\n\n", ATTACKS), false));
        ATTACKS.stream().limit(18).forEach(attack -> id(reply(HELPER, topic, attack)));
        try (Desk desk = Desk.of(HELPER)) {
            desk.page().onDialog(dialog -> {
                desk.page().evaluate("window.attacked = true");
                dialog.dismiss();
            });
            for (String page : List.of("/forum/topic?id=" + topic, "/forum/post?id=" + posts(HELPER, topic).get(0).get("id").asText(), "/forum/index")) {
                assertThat(desk.open(page)).isEqualTo(200);
                assertThat(desk.page().evaluate("Boolean(window.attacked)")).as(page).isEqualTo(false);
                assertThat(desk.page().evaluate("document.querySelectorAll('.written :is(script, style, iframe, img, svg, form, input, base, meta, object, [onerror], [onload], [onfocus])').length"))
                    .as(page).isEqualTo(0);
                assertThat(desk.page().evaluate("[...document.querySelectorAll('.written a')].filter(a => !/^(https?|mailto):/.test(a.protocol)).length")).as(page).isEqualTo(0);
                assertThat(desk.complaints()).as(page).isEmpty();
            }
        }
    }
}
