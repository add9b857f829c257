package nl.vliegwiel.it;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeType;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import nl.vliegwiel.it.ApiDescription.Operation;
import nl.vliegwiel.it.GoodCalls.Call;
import nl.vliegwiel.it.GoodCalls.Side;
import org.jboss.arquillian.container.test.api.RunAsClient;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Every operation that the server describes, called as it should be but for one fault: never a 5xx, a refusal says in the
 * language asked for what is wrong and where, and nothing is half stored.
 */
@RunAsClient
class BadInputIT extends ServerTest {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final int CALLS_OF_A_MINUTE = 1000;
    private static final String NOBODY = "01a00000-0000-7000-8000-000000000000";
    /** By the kind of the field: much that looks like its kind, one of each other kind. */
    private static final Map<JsonNodeType, List<String>> RUBBISH = Map.of(
        JsonNodeType.STRING, List.of("null", "true", "-1", "[]", "\"\"", "\"   \"", "\"\\u0000\"", "\"a\\u0000b\"", "\"\\ud800\"", "\"" + "x".repeat(100_000) + "\""),
        JsonNodeType.NUMBER, List.of("null", "true", "[]", "\"\"", "\"x\"", "-1", "0.5", "1e400", "9223372036854775808"),
        JsonNodeType.BOOLEAN, List.of("null", "-1", "[]", "\"\"", "\"x\""),
        JsonNodeType.ARRAY, List.of("null", "true", "-1", "\"\"", "[]", "[[]]", "[null]"),
        JsonNodeType.OBJECT, List.of("null", "true", "-1", "\"\"", "[]", "[[]]", "{}"));
    /** What a text may be, and an id, a date or a choice may not. */
    /** As JSON. What may be any text keeps them, so other tests meet them on pages. */
    static final List<String> ODD_TEXTS = List.of("\"" + NOBODY + "\"", "\"2027-02-30\"", "\"99999-01-01\"", "\"-5000-01-01\"", "\"2027-13-01T25:61:00Z\"",
        "\"+999999999-12-31T23:59:59Z\"", "\"24:01\"", "\"\\u202e\"", "\"<script>alert(1)</script>\"", "\"'; drop table person; --\"");
    private static final List<String> ODD_IDS = List.of("geen-id", NOBODY, "%2e%2e%2f", "%00", "%ED%A0%80", "a".repeat(300));
    private static final List<String> ODD_PARAMETERS = List.of("", "%20", "-1", "x", "1e9", "%00", "2027-02-30", "99999-01-01T00:00:00Z", "-5000-01-01", NOBODY, "%F0%9F%90%98",
        "a".repeat(3000), "%27%3B--");

    private static final List<Runnable> AS_BEFORE = new ArrayList<>();
    private static final Map<String, Properties> TITLES = Map.of("nl", texts(""), "en", texts("_en"));

    private static Properties texts(String suffix) {
        Properties texts = new Properties();
        try (Reader in = new InputStreamReader(BadInputIT.class.getResourceAsStream("/nl/vliegwiel/platform/messages" + suffix + ".properties"), StandardCharsets.UTF_8)) {
            texts.load(in);
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
        return texts;
    }

    @BeforeAll
    static void rememberSettings() {
        List.of("match_weights", "reach_pace", "release_policy").forEach(table -> AS_BEFORE.add(Truth.settings(table, Side.DUINRAND.organisation())));
    }

    @AfterAll
    static void itsOwnThingsAreAsBefore() {
        Truth.change("update person set given_name = 'Rutger', family_name = 'Olthof', language = 'nl' where email = 'begeleider@vliegwiel.example'");
        AS_BEFORE.forEach(Runnable::run);
        AS_BEFORE.clear();
        Truth.change("update pool_member set participating = false where person_id = ?::uuid", Truth.person("begeleider"));
    }

    static List<Operation> operations() {
        return ApiDescription.operations();
    }

    static List<Operation> withBody() {
        return operations().stream().filter(operation -> operation.takes("application/json")).toList();
    }

    static List<Operation> changing() {
        return operations().stream().filter(operation -> !operation.parameters("header").stream().filter(one -> one.path("name").asText().equals("If-Match")).toList().isEmpty()
            && !operation.name().endsWith("availability:import")).toList();
    }

    /** Without feeds: their address is told once, so the same answer is not given again (CalendarFeedIT, ForumIT). */
    static List<Operation> creating() {
        return operations().stream().filter(operation -> operation.name().startsWith("POST") && operation.description().path("responses").has("201")
            && !operation.name().matches("POST /me/(forum-)?feed")).toList();
    }

    /** Tries faults on one operation, with a fresh good call whenever the last one was used up. */
    private static final class Bench {
        private final Operation operation;
        private final AccessIT.Line line;
        private final String account;
        private final List<String> faults = new ArrayList<>();
        private Call good;
        private final List<Runnable> refused = new ArrayList<>();
        private Map<String, Long> before;
        private String last;
        private int calls;

        Bench(Operation operation) {
            Truth.forgetCalls();
            this.operation = operation;
            line = AccessIT.table().stream().filter(one -> one.operation().equals(operation.name()) && one.expected().stream().anyMatch(cell -> cell.get(0) < 300)).findFirst()
                .orElseThrow(() -> new IllegalStateException("Nobody may do " + operation.name() + " according to access/operations.csv"));
            int column = 0;
            while (line.expected().get(column).get(0) >= 300) {
                column++;
            }
            // Her own things get odd values here; nobody else's test looks at hers
            account = line.thing().equals("own") ? "begeleider" : AccessIT.ACCOUNTS.get(column);
            renew();
        }

        final void renew() {
            good = GoodCalls.of(operation.name(), line.thing(), Side.DUINRAND, account);
            before = Truth.rows();
            refused.clear();
            last = "nothing";
        }

        Call good() {
            return good;
        }

        /** @param allowed statuses; none for any below 500 */
        Api.Answer call(String what, Call call, Integer... allowed) {
            if (++calls % CALLS_OF_A_MINUTE == 0) {
                Truth.forgetCalls();
            }
            String language = calls % 2 == 0 ? "nl" : "en";
            Api.Answer answer = (call.headers().containsKey("Accept-Language") ? call : call.with("Accept-Language", language)).by(Api.as(account));
            String where = what + " → " + answer.status() + " ";
            if (answer.status() >= 500 || allowed.length > 0 && !List.of(allowed).contains(answer.status())) {
                faults.add(where + "instead of " + List.of(allowed) + " " + shortly(answer.body()));
            }
            if (answer.status() >= 400 && answer.status() < 500) {
                // What the server itself cannot read in an address it refuses without a word
                if (answer.header("Content-Type") != null || !call.path().matches(".*%(00|ED).*")) {
                    whatIsWrong(answer, language).forEach(fault -> faults.add(where + fault + " " + shortly(answer.body())));
                }
                last = what;
                refused.add(() -> call.by(Api.as(account)));
            } else if (answer.status() < 300 && !operation.name().startsWith("GET")) {
                renew();
            }
            return answer;
        }

        /** All calls since the last good one were refused, so that no table may have grown. */
        void nothingStored() {
            if (!operation.name().startsWith("GET")) {
                Map<String, Long> after = Truth.rows();
                if (after.entrySet().stream().anyMatch(table -> !table.getKey().equals("outbox") && !table.getValue().equals(before.get(table.getKey()))) || messagesComeAgain(after)) {
                    faults.add("something was stored by a refused call, up to: " + last + " " + difference(before, after));
                }
                before = Truth.rows();
                refused.clear();
            }
        }

        /** Jobs send messages too, at any time; those of a refused call would come again when it is called again. */
        private boolean messagesComeAgain(Map<String, Long> after) {
            Long now = after.get("outbox");
            if (now.equals(before.get("outbox"))) {
                return false;
            }
            refused.forEach(Runnable::run);
            return Truth.rows().get("outbox") - now >= now - before.get("outbox");
        }

        void done() {
            nothingStored();
            assertThat(faults).as(operation.name() + " as " + account).isEmpty();
        }
    }

    private static String difference(Map<String, Long> before, Map<String, Long> after) {
        Map<String, String> found = new TreeMap<>();
        after.forEach((table, rows) -> {
            if (!rows.equals(before.get(table))) {
                found.put(table, before.get(table) + " → " + rows);
            }
        });
        return found.toString();
    }

    private static String shortly(String text) {
        return text.length() > 250 ? text.substring(0, 250) + "…" : text;
    }

    /** What a problem document of RFC 9457 lacks. */
    private static List<String> whatIsWrong(Api.Answer answer, String language) {
        if (!String.valueOf(answer.header("Content-Type")).startsWith("application/problem+json")) {
            return List.of("is no problem document but " + answer.header("Content-Type"));
        }
        List<String> wrong = new ArrayList<>();
        JsonNode problem = answer.json();
        if (problem.path("status").asInt() != answer.status() || problem.path("key").asText().isEmpty()) {
            wrong.add("lacks status or key");
        }
        if (problem.path("detail").asText().isBlank() || answer.body().contains("???")) {
            wrong.add("has no sentence");
        }
        String title = TITLES.get(language).getProperty("problem." + answer.status());
        if (title == null || !title.equals(problem.path("title").asText())) {
            wrong.add("has a title in another language than " + language + ": " + problem.path("title").asText());
        }
        for (JsonNode violation : problem.path("violations")) {
            if (violation.path("message").asText().isBlank() || violation.path("key").asText().isBlank() || !violation.has("field")) {
                wrong.add("has a violation without field, key or message");
            }
        }
        return wrong;
    }

    private static List<String> fields(Api.Answer answer) {
        return answer.status() < 400 ? List.of() : answer.json().path("violations").findValuesAsText("field");
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("withBody")
    void theDescriptionNamesTheFieldsThatABodyHas(Operation operation) {
        JsonNode schema = operation.description().at("/requestBody/content/application~1json/schema");
        JsonNode body = tree(new Bench(operation).good());
        if (body.isArray()) {
            schema = schema.path("items");
            body = body.get(0);
        }
        JsonNode described = ApiDescription.read().at(schema.path("$ref").asText().substring(1)).path("properties");
        assertThat(described.fieldNames()).toIterable().as(schema.toString()).containsAll(fieldNames(body));
    }

    private static List<String> fieldNames(JsonNode body) {
        List<String> names = new ArrayList<>();
        body.fieldNames().forEachRemaining(names::add);
        return names;
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("withBody")
    void everyFieldOfABodyMayHoldRubbish(Operation operation) throws IOException {
        Bench bench = new Bench(operation);
        for (String path : paths(tree(bench.good()), "", new ArrayList<>())) {
            JsonNodeType kind = at(tree(bench.good()), path).getNodeType();
            boolean holder = at(tree(bench.good()), path).isContainerNode();
            for (String rubbish : RUBBISH.getOrDefault(kind, RUBBISH.get(JsonNodeType.STRING))) {
                bench.call(path + " = " + shortly(rubbish), bench.good().withBody(changed(bench.good(), path, rubbish)));
            }
            bench.nothingStored();
            for (String rubbish : kind == JsonNodeType.STRING ? ODD_TEXTS : List.<String>of()) {
                bench.call(path + " = " + rubbish, bench.good().withBody(changed(bench.good(), path, rubbish)));
            }
            Api.Answer answer = bench.call(path + " of another kind", bench.good().withBody(changed(bench.good(), path, holder ? "12" : "{\"a\":1}")), 400);
            if (!fields(answer).contains(dotted(path))) {
                bench.faults.add(path + " of another kind is not told at the field but at " + fields(answer));
            }
        }
        bench.done();
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("withBody")
    void aBodyThatIsNoneIsRefused(Operation operation) throws IOException {
        Bench bench = new Bench(operation);
        String good = JSON.writeValueAsString(tree(bench.good()));
        boolean list = good.startsWith("[");
        Map<String, String> bodies = new TreeMap<>(Map.of("empty", "", "null", "null", "a list for an object or the other way round", list ? "{}" : "[]", "cut off", good.substring(0, good.length() - 1),
            "a text", "\"x\"", "a number", "12", "more than one", good + good, "deep lists", "[".repeat(50_000), "deep objects", "{\"a\":".repeat(50_000),
            "an unknown field", good.equals("{}") ? "{\"geenVeld\":1}" : good.replaceFirst("\\{", "{\"geenVeld\":1,")));
        bodies.forEach((what, body) -> {
            Api.Answer answer = bench.call(what, bench.good().withBody(body), 400);
            if (what.equals("an unknown field") && fields(answer).stream().noneMatch(field -> field.endsWith("geenVeld"))) {
                bench.faults.add("an unknown field is not named: " + shortly(answer.body()));
            }
        });
        bench.call("no UTF-8", bench.good().withBody(new byte[] {'{', '"', (byte) 0xC3, (byte) 0x28, '"', ':', '1', '}'}), 400);
        bench.call("2 MB", bench.good().withBody(" ".repeat(2 << 20) + good), 413);
        for (String type : new String[] {"text/plain", "application/xml", "application/x-www-form-urlencoded", "multipart/form-data"}) {
            Call call = bench.good();
            bench.call(type, new Call(call.operation(), call.path(), good, type, call.headers()), 415);
        }
        bench.call("no type", new Call(bench.good().operation(), bench.good().path(), null, null, bench.good().headers()), 400, 415);
        bench.call("a type that is none", new Call(bench.good().operation(), bench.good().path(), good, "geen type", bench.good().headers()), 400, 415);
        bench.done();
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("operations")
    void idsAndParametersMayHoldRubbish(Operation operation) {
        Bench bench = new Bench(operation);
        String template = operation.name().substring(operation.name().indexOf(' ') + 1);
        Matcher names = Pattern.compile("\\{(\\w+)}").matcher(template);
        for (int group = 1; names.find(); group++) {
            for (String id : ODD_IDS) {
                bench.call(names.group(1) + " = " + shortly(id), bench.good().withPath(withId(template, bench.good().path(), group, id)),
                    id.matches("[a-z0-9-]+") ? new Integer[] {404} : new Integer[] {400, 404, 405});
            }
        }
        for (JsonNode parameter : operation.parameters("query")) {
            String name = parameter.path("name").asText();
            for (String value : ODD_PARAMETERS) {
                String path = bench.good().path().replaceAll("([?&])" + name + "=[^&]*&?", "$1");
                Integer[] allowed = name.equals("limit") && List.of("-1", "x", "1e9").contains(value) || List.of("from", "to").contains(name) && List.of("x", "2027-02-30", "-5000-01-01").contains(value) ? new Integer[] {400}
                    : name.equals("after") && value.equals("x") ? new Integer[] {400, 422} : new Integer[0];
                bench.call(name + " = " + shortly(value), bench.good().withPath(path + (path.contains("?") ? "&" : "?") + name + "=" + value), allowed);
            }
        }
        if (operation.name().startsWith("GET")) {
            for (String language : new String[] {"geen taal;q=x", "*", "xx-YY", "de", ",,,;"}) {
                Api.Answer answer = bench.good().with("Accept-Language", language).by(Api.as(bench.account));
                if (answer.status() >= 500) {
                    bench.faults.add("Accept-Language " + language + " → " + answer.status());
                }
            }
        }
        bench.done();
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("changing")
    void aChangeNeedsTheVersionThatWasSeen(Operation operation) {
        Bench bench = new Bench(operation);
        bench.call("none", bench.good().with("If-Match", null), 428);
        bench.call("stale", bench.good().with("If-Match", "\"987654321\""), 412);
        for (String tag : new String[] {"12", "\"x\"", "\"-1\"", "\"99999999999999999999\"", "*", "\"1\", \"2\"", "W/", "\""}) {
            bench.call("If-Match " + tag, bench.good().with("If-Match", tag), 400);
        }
        bench.done();
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("creating")
    void theSameKeyCreatesOnceAndIsRefusedForSomethingElse(Operation operation) throws IOException {
        Bench bench = new Bench(operation);
        String key = "toets " + System.nanoTime();
        Call call = bench.good().with("Idempotency-Key", key);
        bench.call("a key that is too long", bench.good().with("Idempotency-Key", "k".repeat(201)), 400);
        bench.done();
        Api.Answer first = call.by(Api.as(bench.account));
        assertThat(first.status()).as(first.body()).isEqualTo(201);
        Map<String, Long> after = Truth.rows();
        Api.Answer again = call.by(Api.as(bench.account));
        assertThat(again.status()).as(again.body()).isEqualTo(201);
        assertThat(again.json()).isEqualTo(first.json());
        assertThat(again.header("Location")).isEqualTo(first.header("Location"));
        Api.Answer other = call.withBody(JSON.writeValueAsString(tree(call)) + " ").by(Api.as(bench.account));
        assertThat(other.status()).as(other.body()).isEqualTo(422);
        assertThat(other.key()).isEqualTo("repeat.other");
        assertThat(Truth.rows()).isEqualTo(after);
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', value = {
        "nothing long              | 2027-04-05T09:00:00+02:00 | 2027-04-05T09:00:00+02:00 | 422",
        "30 hours                  | 2027-04-05T09:00:00+02:00 | 2027-04-06T15:00:00+02:00 | 422",
        "ended before it starts    | 2027-04-05T09:00:00+02:00 | 2027-04-05T08:00:00+02:00 | 422",
        "in the year 9999          | 9999-04-05T09:00:00+02:00 | 9999-04-05T12:00:00+02:00 | 422",
        "without an offset         | 2027-04-05T09:00:00       | 2027-04-05T12:00:00       | 400",
        "on a day that is not      | 2027-02-30T09:00:00+01:00 | 2027-02-30T12:00:00+01:00 | 400",
        "over the hour that is not | 2027-03-28T01:00:00+01:00 | 2027-03-28T05:00:00+02:00 | 201",
        "in the hour that is twice | 2027-10-31T02:00:00+02:00 | 2027-10-31T02:00:00+01:00 | 201"})
    void aShiftIsAPeriodOfRealTime(String what, String start, String end, int status) {
        Truth.forgetCalls();
        Map<String, Object> body = GoodCalls.request(Side.DUINRAND, "COUNTRY");
        body.remove("deadline");
        body.put("shifts", List.of(Map.of("start", start, "end", end, "headcount", 1, "breakMinutes", 0)));
        Map<String, Long> rows = Truth.rows();
        Api.Answer answer = Api.as("hr.duinrand").post("/requests", body, "Accept-Language", "en");
        assertThat(answer.status()).as(answer.body()).isEqualTo(status);
        if (status == 201) {
            assertThat(java.time.OffsetDateTime.parse(answer.json().at("/shifts/0/start").asText())).isEqualTo(java.time.OffsetDateTime.parse(start));
            assertThat(java.time.OffsetDateTime.parse(answer.json().at("/shifts/0/end").asText())).isEqualTo(java.time.OffsetDateTime.parse(end));
        } else {
            assertThat(fields(answer)).anyMatch(field -> field.startsWith("shifts[0]"));
            assertThat(Truth.rows()).isEqualTo(rows);
        }
    }

    @Test
    void aShiftThatHasBegunIsNotPublished() {
        Map<String, Object> body = GoodCalls.request(Side.DUINRAND, "COUNTRY");
        body.remove("deadline");
        body.put("shifts", List.of(Map.of("start", "2020-04-06T09:00:00+02:00", "end", "2020-04-06T12:00:00+02:00", "headcount", 1, "breakMinutes", 0)));
        Api.Answer draft = Api.as("hr.duinrand").post("/requests", body);
        if (draft.status() == 201) {
            Api.Answer open = Api.as("hr.duinrand").post("/requests/" + draft.json().get("id").asText() + ":publish", "", "If-Match", draft.etag());
            assertThat(open.status()).as(open.body()).isIn(409, 422);
        } else {
            assertThat(draft.status()).isEqualTo(422);
        }
    }

    @Test
    void whatIsNoAddressOfTheApiIsAProblemDocumentToo() {
        for (String path : new String[] {"/nothing", "/requests/x/y/z", "/../../etc/passwd", "/requests;a=b/x", "/%c0%af", "/me/"}) {
            Api.Answer answer = Api.as("hr.duinrand").get(path, "Accept-Language", "en");
            assertThat(answer.status()).as(path).isLessThan(500);
        }
        Api.Answer method = Api.as("hr.duinrand").call("PATCH", "/me", "application/json", "{}");
        assertThat(method.status()).isEqualTo(405);
        assertThat(whatIsWrong(method, "nl")).isEmpty();
    }

    private static JsonNode tree(Call call) {
        return JSON.valueToTree(call.body());
    }

    /** Pointers to every field and first entry of a tree. */
    private static List<String> paths(JsonNode node, String path, List<String> found) {
        if (!path.isEmpty()) {
            found.add(path);
        }
        if (node.isObject()) {
            node.fieldNames().forEachRemaining(name -> paths(node.get(name), path + "/" + name, found));
        } else if (node.isArray() && !node.isEmpty()) {
            paths(node.get(0), path + "/0", found);
        }
        return found;
    }

    private static JsonNode at(JsonNode tree, String path) {
        return tree.at(path);
    }

    /** As violations name it: {@code shifts[0].start}. */
    private static String dotted(String path) {
        return path.substring(1).replaceAll("(?:^|/)(\\d+)(?=/|$)", "[$1]").replace('/', '.').replaceFirst("^\\.", "");
    }

    private static String changed(Call good, String path, String rubbish) throws IOException {
        JsonNode tree = tree(good);
        JsonNode parent = tree.at(path.substring(0, path.lastIndexOf('/')));
        String name = path.substring(path.lastIndexOf('/') + 1);
        String mark = "~~rubbish~~";
        if (parent instanceof ArrayNode list) {
            list.set(Integer.parseInt(name), mark);
        } else {
            ((ObjectNode) parent).put(name, mark);
        }
        return JSON.writeValueAsString(tree).replace("\"" + mark + "\"", rubbish);
    }

    private static String withId(String template, String path, int group, String id) {
        Matcher real = Pattern.compile(template.replaceAll("\\{\\w+}", "([^/:?]+)") + "(\\?.*)?").matcher(path);
        assertThat(real.matches()).as(path + " as " + template).isTrue();
        return path.substring(0, real.start(group)) + id + path.substring(real.end(group));
    }
}
