package nl.vliegwiel.it;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.UncheckedIOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import nl.vliegwiel.run.DevelopmentServers;
import org.jboss.arquillian.container.test.api.RunAsClient;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * A server that dies in the middle of consents: what was acknowledged is kept, what was not is there wholly or not at all,
 * and who sends again under the same key has the effect once.
 *
 * <p>Besides loans that run freely there are two that meet the death at the worst moments: one stands in its commit, the
 * other waits in its transaction, after its key was claimed.
 */
@RunAsClient
class CrashIT extends ServerTest {
    private static final int LOANS = 10;
    private static final int CLIENTS = 5;
    /** Acknowledged before the death: enough to lose some, few enough to be in the middle. */
    private static final int BEFORE = 6;
    private static final Duration SOON = Duration.ofSeconds(60);
    private static final String OTHER_EMPLOYEE = "carla.hoogveen";
    private static final String OTHER_LENDER = "hr.hoogveen";
    private static final int GATE = 20_261_122;
    private static final String UNREACHABLE = "Vliegwiel is even niet bereikbaar";

    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final Queue<Said> said = new ConcurrentLinkedQueue<>();
    private final Queue<Api.Answer> refused = new ConcurrentLinkedQueue<>();
    private final CountDownLatch acknowledged = new CountDownLatch(BEFORE);

    /** A placement whose third yes is still to come, as it was last read. */
    private record Open(String id, String etag, int textVersion) {
    }

    /** A yes as it was sent, and what came back; null when the line broke. */
    private record Said(Open open, String account, String party, Api.Answer answer) {
        boolean isAcknowledged() {
            return answer != null && answer.status() == 200;
        }

        Api.Answer again() {
            return send(open, account, party);
        }
    }

    @BeforeEach
    void asManyCallsAsNeeded() {
        Truth.forgetCalls();
    }

    @AfterEach
    void endThreads() {
        threads.shutdownNow();
        Truth.change("drop trigger if exists crash_gate on placement_consent");
        Truth.change("drop function if exists crash_gate()");
    }

    private static DevelopmentServers servers() {
        return TestServers.get().servers();
    }

    private static Api.Answer send(Open open, String account, String party) {
        return Api.as(account).post("/placements/" + open.id() + "/consents", Map.of("party", party, "decision", "YES", "textVersion", open.textVersion()),
            "If-Match", open.etag(), "Idempotency-Key", "crash-" + open.id() + "-" + party);
    }

    private Said say(Open open, String account, String party) {
        Api.Answer answer;
        try {
            answer = send(open, account, party);
        } catch (UncheckedIOException lineBroke) {
            answer = null;
        }
        Said done = new Said(open, account, party, answer);
        said.add(done);
        if (done.isAcknowledged()) {
            acknowledged.countDown();
        } else if (answer != null) {
            refused.add(answer);
        }
        return done;
    }

    private static Open read(String account, String id) {
        Api.Answer seen = Api.as(account).get("/placements/" + id);
        assertThat(seen.status()).as(seen.body()).isEqualTo(200);
        return new Open(id, seen.etag(), seen.json().get("textVersion").asInt());
    }

    /** The two yeses that the employee's own waits for, until one of them is not acknowledged. */
    private void walk(String id) {
        for (Map.Entry<String, String> step : List.of(Map.entry(Loans.LENDER, "LENDER"), Map.entry(Loans.BORROWER, "BORROWER"))) {
            Api.Answer seen;
            try {
                seen = Api.as(step.getKey()).get("/placements/" + id);
            } catch (UncheckedIOException e) {
                return;
            }
            if (seen.status() != 200) {
                refused.add(seen);
                return;
            }
            if (!say(new Open(id, seen.etag(), seen.json().get("textVersion").asInt()), step.getKey(), step.getValue()).isAcknowledged()) {
                return;
            }
        }
    }

    /** Applied for by this employee: a loan a day, on two days of each week. */
    private static String applied(String title, String employee, int firstWeek, int number) {
        ZonedDateTime start = Loans.at(Loans.day(number % 2 == 0 ? DayOfWeek.TUESDAY : DayOfWeek.THURSDAY, firstWeek + number / 2), 10, 0);
        Loans.Asked asked = Loans.published(Loans.body(title + " " + number, Loans.shift(start, start.plusHours(4))));
        Api.Answer answer = Loans.apply(employee, asked);
        assertThat(answer.status()).as(answer.body()).isEqualTo(201);
        return answer.json().at("/placements/0/id").asText();
    }

    private static Open almost(String title, int firstWeek, int number) {
        String id = applied(title, OTHER_EMPLOYEE, firstWeek, number);
        Loans.agreed(OTHER_LENDER, id, "LENDER");
        return read(Loans.BORROWER, id);
    }

    /** Two third yeses that get no further: the first stands in its commit, the second waits for the person's row. */
    private List<Future<Said>> heldAtTheWorstMoments(List<Open> two) {
        Truth.change("create function crash_gate() returns trigger language plpgsql as 'begin perform pg_advisory_xact_lock(" + GATE + "); return null; end'");
        Truth.change("create constraint trigger crash_gate after insert on placement_consent deferrable initially deferred for each row when (new.placement_id = '"
            + two.get(0).id() + "') execute function crash_gate()");
        List<Future<Said>> held = new ArrayList<>();
        for (Open open : two) {
            held.add(threads.submit(() -> say(open, Loans.BORROWER, "BORROWER")));
            Truth.eventually("it waits", SOON, () -> Truth.number("select count(*) from pg_locks where not granted") >= held.size());
        }
        return held;
    }

    private List<Future<?>> walking(List<String> ids) throws InterruptedException {
        ExecutorService clients = Executors.newFixedThreadPool(CLIENTS);
        List<Future<?>> walks = new ArrayList<>();
        ids.forEach(id -> walks.add(clients.submit(() -> walk(id))));
        clients.shutdown();
        assertThat(acknowledged.await(SOON.toSeconds(), TimeUnit.SECONDS)).as("consents before the death").isTrue();
        return walks;
    }

    private static Connection closedGate() throws SQLException {
        Connection gate = servers().connectAsOwner();
        gate.createStatement().execute("select pg_advisory_lock(" + GATE + ")");
        return gate;
    }

    @Test
    void aKilledApplicationLosesNoYesAndDoesNoneTwice() throws Exception {
        List<String> free = IntStream.range(0, LOANS).mapToObj(i -> applied("Applicatie weg", Loans.EMPLOYEE, 4, i)).toList();
        List<Open> held = List.of(almost("Applicatie weg, gast", 4, 0), almost("Applicatie weg, gast", 4, 1));
        Visitor inside = new Visitor();
        inside.signIn("hr.duinrand");
        List<Future<Said>> stuck;
        List<Future<?>> walks;
        try (Connection gate = closedGate()) {
            stuck = heldAtTheWorstMoments(held);
            walks = walking(free);
            servers().application().process().kill();
        }
        await(walks);
        for (Future<Said> one : stuck) {
            assertThat(one.get().answer()).as("nobody was there to answer").isNull();
        }
        assertThat(refused).as("a dead application refuses nothing").isEmpty();
        Truth.eventually("the database notices that nobody is there", SOON,
            () -> Truth.number("select count(*) from pg_stat_activity where usename = 'vliegwiel_app'") == 0);
        everyAcknowledgedYesIsThereOnce();
        everythingIsWhole(all(free, held));
        assertThat(Truth.texts("select state from placement where id = ?::uuid", held.get(0).id())).as("committed, though nobody heard").containsExactly("CONFIRMED");
        assertThat(Truth.texts("select state from placement where id = ?::uuid", held.get(1).id())).as("claimed, and undone").containsExactly("APPLIED");

        servers().application().start();

        assertThat(inside.isSignedIn()).as("a login lives in the database (D2)").isTrue();
        sentAgainEverythingIsDefiniteOnce(free, held);
    }

    @Test
    void aKilledDatabaseLosesNoYesAndTheApplicationRecoversByItself() throws Exception {
        List<String> free = IntStream.range(0, LOANS).mapToObj(i -> applied("Database weg", Loans.EMPLOYEE, 10, i)).toList();
        List<Open> held = List.of(almost("Database weg, gast", 10, 0), almost("Database weg, gast", 10, 1));
        Visitor inside = new Visitor();
        inside.signIn("hr.duinrand");
        long application = servers().application().process().pid();
        Connection gate = closedGate();
        List<Future<Said>> stuck = heldAtTheWorstMoments(held);
        List<Future<?>> walks = walking(free);

        servers().postgres().process().kill();

        try {
            await(walks);
            for (Future<Said> one : stuck) {
                assertThat(one.get().answer()).as("the application lives and answers").isNotNull();
            }
            assertThat(refused).hasSizeGreaterThanOrEqualTo(held.size()).allSatisfy(CrashIT::saysComeBackLater);
            whoComesNowReadsThat(inside, held.get(0));
        } finally {
            servers().postgres().start();
        }
        assertThat(gate.isValid(1)).isFalse();
        Truth.eventually("ready again", SOON, () -> servers().application().isReady());
        assertThat(servers().application().process().pid()).as("nobody started it again").isEqualTo(application);
        Truth.change("drop trigger crash_gate on placement_consent");
        assertThat(inside.isSignedIn()).isTrue();
        everyAcknowledgedYesIsThereOnce();
        everythingIsWhole(all(free, held));
        sentAgainEverythingIsDefiniteOnce(free, held);
    }

    private static void saysComeBackLater(Api.Answer answer) {
        assertThat(answer.status()).as(answer.body()).isEqualTo(503);
        assertThat(answer.header("Content-Type")).startsWith("application/problem+json");
        assertThat(Integer.parseInt(answer.header("Retry-After"))).isPositive();
        assertThat(answer.key()).isEqualTo("unavailable");
        assertThat(answer.json().get("detail").asText()).startsWith(UNREACHABLE);
    }

    private static void whoComesNowReadsThat(Visitor inside, Open placement) {
        Truth.eventually("not ready", SOON, () -> !servers().application().isReady());
        saysComeBackLater(Api.as(Loans.BORROWER).get("/requests"));
        saysComeBackLater(send(placement, Loans.BORROWER, "BORROWER"));
        for (Visitor.Page page : List.of(inside.get("/"), inside.get("/flexpool/placement?id=" + placement.id()), new Visitor().get("/"),
                inside.post("/flexpool/availability", "x=y"), inside.get("/callback?state=a&code=b"))) {
            assertThat(page.status()).as(page.body()).isIn(503, 400);
            assertThat(page.body()).contains("</html>").doesNotContain("Exception", "PSQL", "nl.vliegwiel.");
        }
        Visitor.Page page = inside.get("/");
        assertThat(page.status()).isEqualTo(503);
        assertThat(page.body()).contains(UNREACHABLE);
        assertThat(page.response().headers().firstValue("Retry-After")).isPresent();
        assertThat(new Visitor().get("/health/live").status()).as("no reason to start it anew").isEqualTo(200);
        assertThat(new Visitor().get("/health/ready").status()).isEqualTo(503);
    }

    private static void await(List<Future<?>> walks) throws InterruptedException, ExecutionException {
        for (Future<?> walk : walks) {
            walk.get();
        }
    }

    private static List<String> all(List<String> free, List<Open> held) {
        List<String> ids = new ArrayList<>(free);
        held.forEach(open -> ids.add(open.id()));
        return ids;
    }

    private void everyAcknowledgedYesIsThereOnce() {
        assertThat(said.stream().filter(Said::isAcknowledged)).hasSizeGreaterThanOrEqualTo(BEFORE).allSatisfy(one ->
            assertThat(Truth.number("select count(*) from placement_consent where placement_id = ?::uuid and party = ? and decision = 'YES'",
                one.open().id(), one.party())).as(one.toString()).isEqualTo(1));
    }

    private void sentAgainEverythingIsDefiniteOnce(List<String> free, List<Open> held) {
        Truth.forgetCalls();
        for (Said one : List.copyOf(said)) {
            Api.Answer again = one.again();
            assertThat(again.status()).as(again.body()).isEqualTo(200);
            if (one.isAcknowledged()) {
                assertThat(again.json()).as("the first answer again").isEqualTo(one.answer().json());
            }
        }
        for (String id : free) {
            if (isUnsaid(id, "LENDER")) {
                say(read(Loans.LENDER, id), Loans.LENDER, "LENDER");
            }
            if (isUnsaid(id, "BORROWER")) {
                say(read(Loans.BORROWER, id), Loans.BORROWER, "BORROWER");
            }
        }
        List<String> ids = all(free, held);
        everythingIsWhole(ids);
        assertThat(Truth.number("select count(*) from placement where state = 'CONFIRMED' and id = any (string_to_array(?, ',')::uuid[])", String.join(",", ids)))
            .isEqualTo(ids.size());
    }

    private boolean isUnsaid(String id, String party) {
        return said.stream().noneMatch(one -> one.open().id().equals(id) && one.party().equals(party));
    }

    /** Nothing is half: the state, what it follows from, and what follows from it. */
    private static void everythingIsWhole(List<String> ids) {
        assertThat(ids).allSatisfy(id -> {
            boolean definite = Truth.texts("select state from placement where id = ?::uuid", id).get(0).equals("CONFIRMED");
            long yeses = Truth.number("""
                select count(*) from placement p join placement_consent c on c.placement_id = p.id and c.text_version = p.text_version and c.decision = 'YES'
                 where p.id = ?::uuid""", id);
            assertThat(definite).as("three yeses or not definite (R1): " + yeses).isEqualTo(yeses == 3);
            assertThat(Truth.number("select count(*) from agreement where placement_id = ?::uuid", id)).isEqualTo(1);
            assertThat(Truth.number("select count(*) from placement_check where placement_id = ?::uuid", id)).isEqualTo(definite ? 1 : 0);
            assertThat(Truth.number("select count(*) from audit_entry where entity_id = ?::uuid and action in ('applied', 'consented', 'confirmed')", id))
                .as("a line of audit for each yes").isEqualTo(yeses);
            assertThat(Truth.number("select count(*) from audit_entry where entity_id = ?::uuid and action = 'confirmed'", id)).isEqualTo(definite ? 1 : 0);
            assertThat(Truth.texts("select r.status from staff_request r join placement p on p.request_id = r.id where p.id = ?::uuid", id).get(0).equals("FILLED"))
                .as("the request is filled when its only place is").isEqualTo(definite);
            List<String> readers = Truth.texts("select person_id from outbox where kind = 'PLACEMENT_CONFIRMED' and payload ->> 'placements' like '%' || ? || '%'", id);
            assertThat(readers).as("everybody concerned is told once").doesNotHaveDuplicates();
            assertThat(readers.size()).isGreaterThanOrEqualTo(definite ? 3 : 0).isLessThanOrEqualTo(definite ? Integer.MAX_VALUE : 0);
        });
    }
}
