package nl.vliegwiel.it;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DayOfWeek;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import nl.vliegwiel.it.GoodCalls.Side;
import org.jboss.arquillian.container.test.api.RunAsClient;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Which page each kind of user sees, for own and foreign things, and that no page shows names that are not for her. */
@RunAsClient
class PageAccessIT extends ServerTest {
    private static final Path PAGES = Path.of(System.getProperty("project.directory", ""), "src/main/webapp");
    private static final List<String> ACCOUNTS = AccessIT.ACCOUNTS;
    private static final Map<Side, Map<String, String>> IDS = new TreeMap<>();

    private record Line(String page, List<List<Integer>> expected) {
        int expected(String account, Side side) {
            List<Integer> statuses = expected.get(ACCOUNTS.indexOf(account));
            return statuses.get(side.ordinal() % statuses.size());
        }

        String path(Side side) {
            String path = page;
            for (Map.Entry<String, String> id : IDS.get(side).entrySet()) {
                path = path.replace("{" + id.getKey() + "}", id.getValue());
            }
            return path;
        }
    }

    private static List<Line> table() {
        return AccessIT.lines("/access/pages.csv").map(cells -> new Line(cells.get(0), cells.subList(1, cells.size()).stream()
            .map(cell -> Arrays.stream(cell.split("/")).map(Integer::valueOf).toList()).toList())).toList();
    }

    @BeforeAll
    static void thingsOfBothLibraries() {
        for (Side side : Side.values()) {
            IDS.put(side, ids(side));
        }
    }

    /** One thing of each kind, by the name that the table gives it. */
    static Map<String, String> ids(Side side) {
        Truth.forgetCalls();
        Map<String, String> ids = new TreeMap<>();
        ids.put("library", side.organisation());
        ids.put("branch", Loans.branch(side.organisation()));
        String sheet = GoodCalls.of("GET /branches/{id}/induction", "library", side, side.hr).path();
        ids.put("frame", id(GoodCalls.of("GET /frame-agreements/{id}", "library", side, side.hr).path()));
        ids.put("new branch", sheet.split("/")[2]);
        ids.put("person", Truth.person(side.employee));
        ids.put("employee", Truth.texts("select id from employment where person_id = ?::uuid", Truth.person(side.employee)).get(0));
        ids.put("skill", Truth.texts("select public_id from skill where not retired order by id").get(0));
        ids.put("plan", Plans.ready(side.hr, Loans.day(DayOfWeek.MONDAY, 39)));
        for (String request : new String[] {"draft", "own people", "published"}) {
            ids.put(request, id(GoodCalls.of("GET /requests/{id}", request, side, side.hr).path()));
        }
        for (String placement : new String[] {"lent", "borrowed"}) {
            ids.put(placement, id(GoodCalls.of("GET /placements/{id}", placement, side, side.hr).path()));
        }
        ids.put("swap", id(GoodCalls.of("GET /swaps/{id}", "asked", side, side.employee).path()));
        String enrolment = id(GoodCalls.of("GET /enrolments/{id}", "asked", side, side.hr).path());
        ids.put("enrolment", enrolment);
        ids.put("session", id(GoodCalls.of("GET /sessions/{id}", "planned", side, side.hr).path()));
        ids.put("cohort", Truth.texts("select cohort_id from enrolment where id = ?::uuid", enrolment).get(0));
        ids.put("circle", GoodCalls.space(side, "circle"));
        ids.put("topic", id(GoodCalls.of("GET /topics/{id}", "network", side, side.hr).path()));
        ids.put("circle topic", id(GoodCalls.of("GET /topics/{id}", "circle", side, side.hr).path()));
        ids.put("circle post", id(GoodCalls.of("GET /posts/{id}", "circle", side, side.hr).path()));
        String worked = GoodCalls.of("GET /placements/{id}/hours", "lent", side, side.hr).path();
        ids.put("worked", id(worked.substring(0, worked.lastIndexOf('/'))));
        ids.put("settlement", id(GoodCalls.of("GET /settlements/{id}", "library", side, side.hr).path()));
        return ids;
    }

    private static String id(String path) {
        return path.substring(path.lastIndexOf('/') + 1);
    }

    @Test
    void everyPageStandsInTheTable() throws IOException {
        List<String> pages = table().stream().map(line -> line.page().replaceFirst("\\?.*", "")).toList();
        try (Stream<Path> files = Files.walk(PAGES)) {
            assertThat(files.filter(file -> file.toString().endsWith(".xhtml") && !file.toString().contains("WEB-INF"))
                .map(file -> "/" + PAGES.relativize(file).toString().replace('\\', '/').replace(".xhtml", "")).toList())
                .as("pages without a line in access/pages.csv").isSubsetOf(pages);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"anna.duinrand", "hr.duinrand", "moderator.poi", "begeleider", "beheer"})
    void eachKindOfUserSeesHerPagesAndNobodysNameWhoIsNoneOfHers(String account) {
        Visitor visitor = new Visitor();
        visitor.signIn(account);
        actForTheFirst(visitor);
        List<String> names = AccessIT.namesNotFor(account);
        List<String> differences = new ArrayList<>();
        for (Line line : table()) {
            for (Side side : Side.values()) {
                Visitor.Page page = visitor.get(line.path(side));
                if (page.status() != line.expected(account, side)) {
                    differences.add("%s of %s: %d instead of %d".formatted(line.page(), side, page.status(), line.expected(account, side)));
                }
                if (!line.page().startsWith("/flexpool/agreement") && !line.page().startsWith("/person/export") && !line.page().startsWith("/flexpool/plan-progress")) {
                    if (!page.body().contains("</html>")) {
                        differences.add(line.page() + " of " + side + " is no whole page");
                    }
                    // Who writes in the forum does so under her name, to all who take part
                    names.stream().filter(name -> !line.page().startsWith("/forum/")).filter(page.body()::contains).forEach(name -> differences.add(line.page() + " of " + side + " shows " + name));
                }
            }
        }
        assertThat(differences).isEmpty();
    }

    /** Who works for several organisations chooses one before anything else. */
    static void actForTheFirst(Visitor visitor) {
        Visitor.Page start = visitor.get("/");
        if (start.status() == 302) {
            assertThat(start.location()).contains("/choose-organisation");
            String choice = visitor.get("/choose-organisation").body();
            assertThat(visitor.post("/choose-organisation", WebForm.of(choice, "choiceForm").with(WebForm.firstButton(choice, "choiceForm"), "x").encoded()).status()).isEqualTo(302);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "onbekend"})
    void whoIsNotKnownSeesNoPage(String account) {
        Visitor visitor = new Visitor();
        if (!account.isEmpty()) {
            visitor.signIn(account);
        }
        List<String> differences = new ArrayList<>();
        for (Line line : table()) {
            Visitor.Page page = visitor.get(line.path(Side.DUINRAND));
            // Who ends mail from the mail itself has no need to sign in; this one holds no secret of a mail. Anybody checks a certificate
            if (page.status() != (line.page().equals("/signed-out") || line.page().startsWith("/certificate?") ? 200 : line.page().startsWith("/unsubscribe") ? 404 : 302)) {
                differences.add(line.page() + ": " + page.status());
            }
        }
        assertThat(differences).isEmpty();
    }
}
