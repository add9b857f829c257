package nl.vliegwiel.it;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import nl.vliegwiel.it.GoodCalls.Call;
import nl.vliegwiel.it.GoodCalls.Side;
import org.jboss.arquillian.container.test.api.RunAsClient;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Who may do what over the API: the table in access.csv, each operation by each kind of user for own and for foreign things. */
@RunAsClient
class AccessIT extends ServerTest {
    static final List<String> ACCOUNTS = List.of("anna.duinrand", "hr.duinrand", "moderator.poi", "begeleider", "beheer");

    private static final List<Runnable> AS_BEFORE = new ArrayList<>();

    @BeforeEach
    void callsAreNotCounted() {
        Truth.forgetCalls();
    }

    @BeforeAll
    static void rememberSettings() {
        List.of("match_weights", "reach_pace", "release_policy").forEach(table -> AS_BEFORE.add(Truth.settings(table, Side.DUINRAND.organisation())));
    }

    @AfterAll
    static void settingsAreAsBefore() {
        AS_BEFORE.forEach(Runnable::run);
        AS_BEFORE.clear();
    }

    /** @param expected per account: the status for a thing of Duinrand, and for one of Hoogveen */
    record Line(String operation, String thing, List<List<Integer>> expected) {
        boolean reads() {
            return operation.startsWith("GET");
        }

        @Override
        public String toString() {
            return operation + ", " + thing;
        }
    }

    static List<Line> table() {
        return lines("/access/operations.csv").map(cells -> new Line(cells.get(0), cells.get(1), cells.subList(2, cells.size()).stream()
            .map(cell -> Arrays.stream(cell.split("/")).map(Integer::valueOf).toList()).toList())).toList();
    }

    static Stream<List<String>> lines(String resource) {
        try (BufferedReader in = new BufferedReader(new InputStreamReader(AccessIT.class.getResourceAsStream(resource), StandardCharsets.UTF_8))) {
            return in.lines().filter(line -> !line.isBlank() && !line.startsWith("#")).map(line -> Arrays.stream(line.split("\\|")).map(String::strip).toList()).toList()
                .stream();
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    @Test
    void everyOperationOfTheServerStandsInTheTable() {
        Set<String> inTable = table().stream().map(Line::operation).collect(Collectors.toSet());
        Set<String> atServer = ApiDescription.operations().stream().map(ApiDescription.Operation::name).collect(Collectors.toSet());
        assertThat(atServer).as("operations without a line in access/operations.csv, or the other way round").containsExactlyInAnyOrderElementsOf(inTable);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("table")
    void eachKindOfUserDoesWhatIsHersAndNothingElse(Line line) {
        assertThat(line.expected()).as("columns of the table").hasSameSizeAs(ACCOUNTS);
        List<String> differences = new ArrayList<>();
        Map<Side, Call> made = new EnumMap<>(Side.class);
        for (String nobody : new String[] {"anonymous", "onbekend"}) {
            Api caller = nobody.equals("anonymous") ? Api.anonymous() : Api.as(nobody);
            compare(differences, nobody, Side.DUINRAND, line.thing().equals("public") ? 200 : 401, call(made, line, Side.DUINRAND, "anna.duinrand").by(caller));
        }
        for (int i = 0; i < ACCOUNTS.size(); i++) {
            String account = ACCOUNTS.get(i);
            for (Side side : Side.values()) {
                List<Integer> expected = line.expected().get(i);
                // What is only read stays as it was for the next reader
                boolean hers = "own".equals(line.thing()) || account.equals("beheer") && !line.reads();
                if (hers) {
                    made.clear();
                }
                Api.Answer answer = call(made, line, side, account).by(Api.as(account));
                compare(differences, account, side, expected.get(side.ordinal() % expected.size()), answer);
                if (answer.status() < 300 && !line.reads() || hers) {
                    made.clear();
                }
            }
        }
        assertThat(differences).as(line.toString()).isEmpty();
    }

    /** The same thing until somebody could change it. */
    private static Call call(Map<Side, Call> made, Line line, Side side, String account) {
        return made.computeIfAbsent(side, whose -> GoodCalls.of(line.operation(), line.thing(), whose, account));
    }

    private static void compare(List<String> differences, String who, Side side, int expected, Api.Answer answer) {
        if (answer.status() != expected) {
            differences.add("%s on a thing of %s: %d instead of %d %s".formatted(who, side, answer.status(), expected,
                answer.body().length() > 300 ? answer.body().substring(0, 300) : answer.body()));
        }
        if (expected >= 400 && !String.valueOf(answer.header("Content-Type")).startsWith("application/problem+json")) {
            differences.add(who + " on a thing of " + side + ": a refusal that is no problem document");
        }
    }

    @Test
    void whatIsNotYoursToSeeIsRefusedLikeWhatIsNotThere() {
        String nothing = "01a00000-0000-7000-8000-000000000000";
        List<String> told = new ArrayList<>();
        for (Line line : table()) {
            if (line.operation().contains("/placements/{id}") || line.operation().startsWith("GET /requests/{id}") && line.thing().equals("draft")) {
                Call call = GoodCalls.of(line.operation(), line.thing(), Side.HOOGVEEN, "hr.duinrand");
                Api.Answer foreign = call.by(Api.as("hr.duinrand"));
                String id = call.path().split("[/:?]")[2];
                Api.Answer absent = call.withPath(call.path().replace(id, nothing)).by(Api.as("hr.duinrand"));
                if (!foreign.body().replace(id, nothing).equals(absent.body()) || foreign.status() != absent.status()) {
                    told.add(line + ": " + foreign.body() + " but " + absent.body());
                }
            }
        }
        assertThat(told).isEmpty();
    }

    /** Names that no answer may show an account: people of other libraries who never had to do with hers, learn in no cohort of hers and carry no role. */
    static List<String> namesNotFor(String account) {
        return Truth.texts("""
            with me as (select ?::uuid as id), mine as (select organisation_id from employment where person_id = (select id from me)),
              hers as (select e.person_id from enrolment e where e.cohort_id in (select cohort_id from cohort_facilitator where person_id = (select id from me))
                union select person_id from employment where organisation_id in (select organisation_id from mine)
                union select employee_id from placement where borrower_id in (select organisation_id from mine)
                union select person_id from role_grant)
            select given_name || ' ' || family_name from person where id not in (select person_id from hers)
            except select given_name || ' ' || family_name from person where id in (select person_id from hers)""", Truth.person(account));
    }

    @Test
    void noListTellsNamesOfPeopleWhoAreNoneOfYours() {
        List<String> told = new ArrayList<>();
        Map<String, Call> calls = new TreeMap<>();
        // Who writes in the forum does so under her name, to all who take part; who shows her certificate shows her name
        table().stream().filter(line -> line.operation().startsWith("GET") && !line.operation().endsWith("agreement") && !line.operation().matches("GET /(spaces|topics|posts|tag-experts|certificates).*")).forEach(line -> {
            for (Side side : Side.values()) {
                calls.put(line + " of " + side, GoodCalls.of(line.operation(), line.thing(), side, "anna.duinrand"));
            }
        });
        for (String account : ACCOUNTS) {
            List<String> names = namesNotFor(account);
            assertThat(names).as("names that " + account + " may not read").hasSizeGreaterThan(50);
            calls.forEach((what, call) -> {
                // Administrators read in the audit who did what (R15)
                if (!account.equals("beheer") || !what.startsWith("GET /audit")) {
                    String body = call.by(Api.as(account)).body();
                    names.stream().filter(body::contains).forEach(name -> told.add(account + " reads " + name + " at " + what));
                }
            });
        }
        assertThat(told).isEmpty();
    }
}
