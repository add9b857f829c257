package nl.vliegwiel.it;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.FilePayload;
import java.io.IOException;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DayOfWeek;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jboss.arquillian.container.test.api.RunAsClient;
import org.junit.jupiter.api.Test;

/**
 * Walks through every page with things that are really there, as each kind of user, in Dutch and English, light and dark, on
 * a phone, at a desk and at 200 %: it can be read by all, nothing breaks, nothing sticks out, nothing goes to strangers.
 */
@RunAsClient
class EveryPageIT extends ServerTest {
    private static final Path PROJECT = Path.of(System.getProperty("project.directory", ""));
    private static final Path PAGES = PROJECT.resolve("src/main/webapp");
    private static final Path TEXTS = PROJECT.resolve("src/main/resources/nl/vliegwiel");
    private static final Pattern MACHINE_DATE = Pattern.compile("\\b20\\d\\d-\\d\\d-\\d\\d\\b|T\\d\\d:\\d\\d:\\d\\d|\\bnull\\b|\\?\\?\\?|#\\{");

    /** A page as somebody walks to it, and what she does there before it is looked at. */
    private record Stop(String address, Consumer<Page> doing) {
        /** The view that is shown there, as its file is called. */
        String view() {
            String path = address.replaceAll("[?#].*", "");
            return "/".equals(path) ? "/index" : path;
        }
    }

    private static Stop at(String address) {
        return new Stop(address, page -> { });
    }

    private static Stop at(String address, Consumer<Page> doing) {
        return new Stop(address, doing);
    }

    private static String id(String query, Object... values) {
        List<String> found = Truth.texts(query + " limit 1", values);
        assertThat(found).as("the demo data has no: " + query).isNotEmpty();
        return found.get(0);
    }

    private static void submit(Page page, String button) {
        Desk.follow(page, () -> page.click("[id$='" + button + "']"));
    }

    private static String placement(String states, String party, String organisation) {
        return id("select p.id from placement p where p.state in (" + states + ") and p." + party + "_id = ?::uuid order by p.id desc", organisation);
    }

    private static Map<String, List<Stop>> walks() {
        String duinrand = Loans.organisation(Loans.BORROWER);
        String vennenland = Loans.organisation(Loans.LENDER);
        String anna = Truth.person("anna.duinrand");
        String employment = id("select id from employment where person_id = ?::uuid", anna);
        String branch = id("select id from branch where organisation_id = ?::uuid", duinrand);
        String skill = id("select public_id from skill where not retired");
        var day = Loans.day(DayOfWeek.THURSDAY, 38);
        Map<String, Object> body = new LinkedHashMap<>(Loans.body("Bekijk elke pagina", Loans.shift(Loans.at(day, 10, 0), Loans.at(day, 15, 0))));
        String draft = Api.as(Loans.BORROWER).post("/requests", body).json().get("id").asText();
        body.put("title", "Bekijk elke pagina, met iemand die wil komen");
        Loans.Asked asked = Loans.published(body);
        String applied = Loans.applied(asked);
        String request = "/flexpool/request?id=" + asked.id();

        String frame = GoodCalls.of("GET /frame-agreements/{id}", "library", GoodCalls.Side.DUINRAND, Loans.BORROWER).path().split("/")[2];
        String swap = Api.as(Loans.EMPLOYEE).post("/placements/" + swappable() + "/swaps", Map.of("email", "carla.hoogveen@vliegwiel.example", "kind", "EXCHANGE")).json().get("id").asText();

        String went = GoodCalls.of("PUT /placements/{id}/evaluation", "borrowed", GoodCalls.Side.DUINRAND, Loans.BORROWER).path().split("/")[2];
        String read = GoodCalls.of("POST /placements/{id}/evaluation:reply", "borrowed", GoodCalls.Side.DUINRAND, Loans.BORROWER).path().split("/")[2];

        return Map.of(
            Loans.BORROWER, List.of(at("/"), at("/inbox"), at("/flexpool/index"), at("/flexpool/requests"), at("/flexpool/requests?side=help&from=2090-01-01"),
                at(request, EveryPageIT::openAll), at(request + "&shift=" + asked.shiftId() + "&why=" + anna, EveryPageIT::openAll), at("/flexpool/request?id=" + draft, EveryPageIT::openAll),
                at("/flexpool/request-edit", page -> submit(page, ":save")), at("/flexpool/request-edit?id=" + draft, EveryPageIT::openAll), at("/flexpool/request-edit?copy=" + asked.id()),
                at("/flexpool/request-publish?id=" + draft), at("/flexpool/placements"), at("/flexpool/placement?id=" + applied, EveryPageIT::openAll),
                at("/flexpool/placement?id=" + placement("'CONFIRMED'", "borrower", duinrand), EveryPageIT::openAll),
                at("/flexpool/weights?organisation=" + duinrand), at("/flexpool/pace?organisation=" + duinrand), at("/flexpool/rankings?id=" + asked.id()), at("/flexpool/favourites"), at("/flexpool/lending", EveryPageIT::openAll), at("/flexpool/hours"), at("/flexpool/planning"),
                at("/flexpool/inductions"), at("/flexpool/frames"), at("/flexpool/frame", EveryPageIT::openAll), at("/flexpool/frame?id=" + frame, EveryPageIT::openAll), at("/flexpool/induction?branch=" + branch, EveryPageIT::openAll), at("/flexpool/plan?id=" + Plans.ready(Loans.BORROWER, day), EveryPageIT::openAll),
                at("/flexpool/evaluation?id=" + went, EveryPageIT::openAll), at("/flexpool/evaluation-consent", EveryPageIT::openAll), at("/organisation/retention", EveryPageIT::openAll), at("/flexpool/settlements", EveryPageIT::openAll), at("/flexpool/rates", EveryPageIT::openAll),
                at("/flexpool/health", EveryPageIT::openAll), at("/flexpool/health?scope=LIBRARY", EveryPageIT::openAll),
                at("/flexpool/settlement?id=" + id("select id from settlement where ?::uuid in (one_id, other_id) order by created_at", duinrand), EveryPageIT::openAll),
                at("/flexpool/timesheet?id=" + placement("'RUNNING', 'HOURS_CLOSED', 'SETTLED'", "borrower", duinrand), EveryPageIT::openAll), at("/organisation/released-numbers"), at("/organisation/index"), at("/organisation/employees"), at("/organisation/employee?id=" + employment, EveryPageIT::openAll),
                at("/organisation/employee-edit"), at("/organisation/employee-edit?id=" + employment), at("/organisation/import"), at("/organisation/import", EveryPageIT::checkFile),
                at("/organisation/roles", EveryPageIT::openAll), at("/organisation/library?id=" + vennenland), at("/organisation/register"),
                at("/organisation/confirm-skills"), at("/organisation/confirm-skills?person=" + anna), at("/person/profile"), at("/signed-out"),
                at("/search?q=zondag+rooster"), at("/search?q=vervanging&kind=TOPIC"), at("/search?q=bestaatnietxyz"), at("/forum/index"), at("/forum/index?sort=unanswered&q=bestaatnietxyz"), at("/forum/ask", page -> submit(page, ":send")), at("/forum/topic?id=" + solved()), at("/forum/quiet?id=" + solved()), at("/forum/feed", EveryPageIT::openAll), at("/forum/experts"),
                at("/forum/topic?id=" + id("select id from topic where kind = 'LETTER' order by created_at")), at("/forum/topic?id=" + id("select id from topic where kind = 'ARTICLE' order by created_at")),
                at("/forum/person"), at("/forum/person?id=" + Truth.person(Loans.LENDER)),
                at("/forum/post?id=" + id("select p.id from post p join topic t on t.id = p.topic_id where t.author_id = ?::uuid and p.position = 1", Truth.person(Loans.BORROWER)), EveryPageIT::openAll)),
            Loans.EMPLOYEE, List.of(at("/"), at("/inbox"), at("/notification-settings"), at("/unsubscribe?t=" + unsubscribing()), at("/flexpool/index"), at("/flexpool/requests"), at("/flexpool/request?id=" + openFor(), EveryPageIT::openAll),
                at("/flexpool/evaluation?id=" + went, EveryPageIT::openAll), at("/flexpool/evaluation?id=" + read, EveryPageIT::openAll),
                at("/flexpool/availability", EveryPageIT::openAll), at("/flexpool/calendar"), at("/flexpool/placements"), at("/flexpool/placement?id=" + applied, EveryPageIT::openAll), at("/person/profile"),
                at("/person/skills"), at("/person/skill-edit"), at("/person/skill-edit?id=" + skill), at("/flexpool/favourites"), at("/organisation/index"), at("/skill/catalogue"), at("/learning/cohort?id=" + id("select id from cohort where state = 'OPEN' and title like 'Gesprekken%'"), EveryPageIT::openAll)),
            Loans.LENDER, List.of(at("/flexpool/lending", EveryPageIT::openAll), at("/flexpool/hours"), at("/flexpool/timesheet?id=" + placement("'RUNNING', 'HOURS_CLOSED', 'SETTLED'", "lender", vennenland), EveryPageIT::openAll),
                at("/flexpool/placement?id=" + applied, EveryPageIT::openAll), at("/flexpool/placement?id=" + placement("'SETTLED', 'HOURS_CLOSED', 'CANCELLED', 'DECLINED'", "lender", vennenland))),
            "carla.hoogveen", List.of(at("/flexpool/swap?id=" + swap, EveryPageIT::openAll)),
            "beheer", List.of(at("/"), at("/search/synonyms"), at("/search/synonyms?id=" + id("select id from search_synonym order by id"), EveryPageIT::openAll), at("/person/retention"), at("/organisation/index"), at("/organisation/register"), at("/organisation/library?id=" + duinrand, EveryPageIT::openAll), at("/organisation/library-edit"),
                at("/organisation/library-edit?id=" + duinrand), at("/organisation/branch-edit?id=" + duinrand), at("/organisation/branch-edit?id=" + duinrand + "&branch=" + branch),
                at("/organisation/roles", EveryPageIT::openAll), at("/skill/catalogue"), at("/skill/catalogue-edit"), at("/skill/catalogue-edit?id=" + skill, EveryPageIT::openAll)),
            "moderator.poi", List.of(at("/"), at("/inbox"), at("/flexpool/index"), at("/flexpool/requests?side=all"), at("/flexpool/waits"), at("/flexpool/planning"), at("/organisation/roles"),
                at("/forum/tidy?id=" + solved()), at("/forum/experts"), at("/forum/sources", EveryPageIT::openAll), at("/forum/topic?id=" + aged()), at("/forum/post?id=" + id("select post_id from answer where check_from <= current_date"), EveryPageIT::openAll)),
            "begeleider", List.of(at("/learning/index"), at("/learning/cohort?id=" + id("select id from cohort where state = 'FULL'"), EveryPageIT::openAll), at("/learning/cohort-edit", page -> submit(page, ":save")),
                at("/learning/cohort-edit?id=" + id("select id from cohort where state = 'FULL'")), at("/learning/programme-edit", page -> submit(page, ":save")),
                at("/learning/session?id=" + id("select s.id from session s join cohort c on c.id = s.group_id where c.state = 'RUNNING' and s.ends_at < now()"), EveryPageIT::openAll),
                at("/learning/session-edit?cohort=" + id("select id from cohort where state = 'FULL'"), page -> submit(page, ":save")),
                at("/learning/certificates?id=" + id("select id from cohort where state = 'FINISHED' and title like 'Digitale%'"), EveryPageIT::openAll),
                at("/certificate?code=" + id("select code from certificate where revoked_at is null"))),
            "hr.hoogveen", List.of(at("/learning/consent?id=" + GoodCalls.of("GET /enrolments/{id}", "asked", GoodCalls.Side.HOOGVEEN, "hr.hoogveen").path().split("/")[2])),
            "dubbel", List.of(at("/choose-organisation")));
    }

    /** A definite placement of Bram that is still to come. */
    private static String swappable() {
        var day = Loans.day(DayOfWeek.WEDNESDAY, 62);
        String placement = Loans.applied(Loans.published(Loans.body("Bekijk elke pagina, om te ruilen", Loans.shift(Loans.at(day, 10, 0), Loans.at(day, 15, 0)))));
        Loans.agreed(Loans.LENDER, placement, "LENDER");
        Loans.agreed(Loans.BORROWER, placement, "BORROWER");
        return placement;
    }

    /** A question whose answer rests on something that has ended. */
    private static String aged() {
        return id("select id from topic where doubtful_from <= current_date order by id");
    }

    private static String solved() {
        return id("select id from topic where accepted_post_id is not null and hidden_at is null order by created_at");
    }

    /** An open request of another library to which Bram did not react yet. */
    private static String openFor() {
        var day = Loans.day(DayOfWeek.FRIDAY, 60);
        return Loans.published(Loans.body("Bekijk elke pagina, nog zonder iemand", Loans.shift(Loans.at(day, 10, 0), Loans.at(day, 15, 0)))).id();
    }

    /** The secret of a mail that somebody else got. */
    private static String unsubscribing() {
        Truth.change("insert into unsubscribe_link (token, person_id, topic) values ('walks', ?::uuid, 'HOURS') on conflict do nothing", Truth.person("beheer"));
        return "walks";
    }

    private static void openAll(Page page) {
        page.evaluate("document.querySelectorAll('main details').forEach(part => { part.open = true; })");
    }

    private static void checkFile(Page page) {
        String rows = "email,givenName,familyName,function,hoursPerWeek,place,startDate,endDate\nnieuw@duinrand.vliegwiel.example,Nina,Nieuw,Baliemedewerker,24,Hilversum,2027-01-01,\n"
            + "kapot,,Kapot,,99,Nergens,gisteren,\n";
        page.setInputFiles("input[type=file]", new FilePayload("medewerkers.csv", "text/csv", rows.getBytes(StandardCharsets.UTF_8)));
        submit(page, ":check");
    }

    /** Tests of bad input leave names that only look like a fault, where any text may be a name. */
    private static String withoutOddTexts(String page) {
        String text = page;
        for (String odd : Stream.concat(BadInputIT.ODD_TEXTS.stream().map(json -> json.substring(1, json.length() - 1)), FormsIT.RUBBISH.stream())
            .filter(one -> MACHINE_DATE.matcher(one).find()).toList()) {
            text = text.replace(odd, "");
        }
        return text;
    }

    /** What one look at a page finds; in Dutch axe looks at the light desk, in English, once for each view, at the dark phone. */
    private static List<String> look(Desk desk, Stop stop, String language, Set<String> otherWords) {
        List<String> faults = new ArrayList<>();
        desk.look(Desk.Width.DESK, ColorScheme.LIGHT);
        int status = desk.open(stop.address());
        if (status != 200) {
            return List.of("answers " + status);
        }
        stop.doing().accept(desk.page());
        String text = desk.page().innerText("body");
        if (!language.equals(desk.page().getAttribute("html", "lang"))) {
            faults.add("is not in " + language);
        }
        otherWords.stream().filter(text::contains).forEach(words -> faults.add("is not translated: " + words));
        // The page about files says how a date stands in a file
        if (!"/organisation/import".equals(stop.view())) {
            MACHINE_DATE.matcher(withoutOddTexts(text)).results().forEach(found -> faults.add("is not for people: " + found.group()));
        }
        if (desk.page().querySelector("main h1") == null) {
            faults.add("has no heading");
        }
        if ("nl".equals(language)) {
            desk.barriers().forEach(faults::add);
        }
        if (!desk.fits()) {
            faults.add("is wider than the desk");
        }
        desk.look(Desk.Width.ZOOMED, ColorScheme.DARK);
        if (!desk.fits()) {
            faults.add("is wider than the screen at 200 %");
        }
        desk.look(Desk.Width.PHONE, ColorScheme.DARK);
        if (!desk.fits()) {
            faults.add("is wider than a phone");
        }
        if ("en".equals(language)) {
            desk.barriers().forEach(barrier -> faults.add("on a dark phone: " + barrier));
        }
        faults.addAll(desk.complaints());
        return faults;
    }

    @Test
    void everyPageCanBeReadByAllInBothLanguagesAndOnEveryScreen() throws IOException {
        List<String> faults = new ArrayList<>();
        Set<String> walked = new TreeSet<>();
        Set<String> english = new HashSet<>();
        Truth.forgetCalls();
        for (Map.Entry<String, List<Stop>> walk : walks().entrySet()) {
            try (Desk desk = Desk.of(walk.getKey())) {
                for (String language : List.of("nl", "en")) {
                    desk.speak(language);
                    Set<String> other = wordsOnlyIn("nl".equals(language) ? "messages_en" : "messages", "nl".equals(language) ? "messages" : "messages_en");
                    for (Stop stop : walk.getValue()) {
                        if ("en".equals(language) && !english.add(stop.view())) {
                            continue;
                        }
                        List<String> found = look(desk, stop, language, other);
                        found.forEach(fault -> faults.add(walk.getKey() + ", " + language + ", " + stop.address() + " " + fault));
                        walked.add(stop.view());
                    }
                }
            }
        }
        assertThat(faults).isEmpty();
        assertThat(walked).as("every view has somebody who walks to it").containsAll(views());
    }

    @Test
    void whatWentWrongCanBeReadByAllToo() {
        List<String> faults = new ArrayList<>();
        try (Desk desk = Desk.of(Loans.EMPLOYEE)) {
            Map<String, Integer> addresses = Map.of("/nowhere/at-all", 404, "/organisation/employees", 403, "/flexpool/request?id=1", 404, "/callback?error=access_denied", 400);
            addresses.forEach((address, status) -> {
                for (Desk.Width width : List.of(Desk.Width.DESK, Desk.Width.PHONE)) {
                    desk.look(width, width == Desk.Width.PHONE ? ColorScheme.DARK : ColorScheme.LIGHT);
                    int answered = desk.open(address);
                    if (answered != status) {
                        faults.add(address + " answers " + answered);
                    }
                    desk.barriers().forEach(barrier -> faults.add(address + " " + barrier));
                    if (!desk.fits()) {
                        faults.add(address + " is wider than the screen");
                    }
                }
            });
        }
        assertThat(faults).isEmpty();
    }

    private static Set<String> views() throws IOException {
        try (Stream<Path> files = Files.walk(PAGES)) {
            return files.filter(file -> file.toString().endsWith(".xhtml")).map(file -> "/" + PAGES.relativize(file).toString().replace('\\', '/').replace(".xhtml", ""))
                .filter(view -> !view.startsWith("/WEB-INF")).collect(Collectors.toCollection(TreeSet::new));
        }
    }

    /** Whole sentences of one language that mean nothing in the other: on a page in the other they are a text somebody forgot. */
    private static Set<String> wordsOnlyIn(String bundle, String otherBundle) throws IOException {
        Set<String> words = values(bundle);
        words.removeAll(values(otherBundle));
        return words;
    }

    private static Set<String> values(String bundle) throws IOException {
        Set<String> values = new HashSet<>();
        try (Stream<Path> files = Files.walk(TEXTS)) {
            for (Path file : files.filter(one -> one.endsWith(bundle + ".properties")).toList()) {
                Properties texts = new Properties();
                try (Reader in = Files.newBufferedReader(file, StandardCharsets.UTF_8)) {
                    texts.load(in);
                }
                texts.forEach((key, text) -> {
                    if (!String.valueOf(key).contains(".example.")) {
                        values.add(String.valueOf(text));
                    }
                });
            }
        }
        values.removeIf(text -> text.length() <= 15 || !text.contains(" ") || text.contains("{"));
        return values;
    }
}
