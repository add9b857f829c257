package nl.vliegwiel.it;

import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jwt.JWTClaimsSet;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.util.Date;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import java.util.stream.Stream;
import nl.vliegwiel.run.KeycloakServer;
import nl.vliegwiel.run.PostgresServer;
import org.jboss.arquillian.container.test.api.RunAsClient;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * A connection to the database that breaks in the middle of a question, wherever in the application it is asked: the answer
 * is a clear 503, never a 500. A lock holds the question up, so that it breaks there and nowhere else.
 */
@RunAsClient
class BrokenConnectionIT extends ServerTest {
    private static final Duration SOON = Duration.ofSeconds(30);
    private static final int IN_A_ROW = 5;
    private static final String UNREACHABLE = "Vliegwiel is even niet bereikbaar";

    private final ExecutorService threads = Executors.newCachedThreadPool();

    @BeforeEach
    void asManyCallsAsNeeded() {
        Truth.forgetCalls();
        recovered();
    }

    /** For a moment the server's pool may still hand out a connection that it has not noticed to be broken. */
    private static void recovered() {
        AtomicInteger inARow = new AtomicInteger();
        Truth.eventually("it recovers by itself", SOON,
            () -> (Api.as(Loans.BORROWER).get("/requests?limit=1").status() == 200 ? inARow.incrementAndGet() : inARow.getAndSet(0)) >= IN_A_ROW);
    }

    @AfterEach
    void endThreads() {
        threads.shutdownNow();
    }

    /** @return what the call answers when the connection breaks that waits for this table */
    private <T> T brokenAt(String table, Supplier<T> call) throws Exception {
        PostgresServer postgres = TestServers.get().servers().postgres();
        try (Connection lock = TestServers.get().servers().connectAsOwner(); Connection breaker = postgres.connect(PostgresServer.DATABASE, "postgres")) {
            lock.setAutoCommit(false);
            lock.createStatement().execute("lock table " + table + " in access exclusive mode");
            Future<T> answer = threads.submit(call::get);
            // until the call has its answer: what asks by itself, such as the mail job, may wait there too
            Truth.eventually("broken and answered", SOON, () -> {
                try {
                    breaker.createStatement().execute("select pg_terminate_backend(pid) from pg_locks where not granted");
                    return answer.isDone();
                } catch (SQLException e) {
                    throw new IllegalStateException(e);
                }
            });
            lock.rollback();
            recovered();
            return answer.get();
        }
    }

    static Stream<Arguments> calls() {
        return Stream.of(
            Arguments.of("sign-on", "role_grant", (Supplier<Api.Answer>) () -> Api.as(Loans.BORROWER).get("/me")),
            Arguments.of("call limit", "call_count", (Supplier<Api.Answer>) () -> Api.as(Loans.BORROWER).get("/me")),
            Arguments.of("use case", "staff_request", (Supplier<Api.Answer>) () -> Api.as(Loans.BORROWER).get("/requests")),
            Arguments.of("call under a key", "idempotent_answer",
                (Supplier<Api.Answer>) () -> Api.as(Loans.BORROWER).post("/requests", request(), "Idempotency-Key", UUID.randomUUID().toString())),
            Arguments.of("write", "audit_entry", (Supplier<Api.Answer>) () -> Api.as(Loans.BORROWER).post("/requests", request())));
    }

    private static Map<String, Object> request() {
        ZonedDateTime start = Loans.at(Loans.day(DayOfWeek.MONDAY, 3), 10, 0);
        return Loans.body("Lijn verbroken", Loans.shift(start, start.plusHours(4)));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("calls")
    void aCallSaysComeBackLaterAndKeepsNothing(String what, String table, Supplier<Api.Answer> call) throws Exception {
        Api.Answer answer = brokenAt(table, call);
        assertThat(answer.status()).as(answer.body()).isEqualTo(503);
        assertThat(answer.header("Content-Type")).startsWith("application/problem+json");
        assertThat(Integer.parseInt(answer.header("Retry-After"))).isPositive();
        assertThat(answer.key()).isEqualTo("unavailable");
        assertThat(answer.json().get("detail").asText()).startsWith(UNREACHABLE);
        assertThat(Truth.number("select count(*) from staff_request where title = 'Lijn verbroken'")).isZero();
    }

    static Stream<Arguments> pages() {
        return Stream.of(
            Arguments.of("sign-on", "sign_in", "/"),
            Arguments.of("start page", "placement", "/"),
            Arguments.of("list", "staff_request", "/flexpool/requests"),
            Arguments.of("register", "organisation", "/organisation/register"),
            Arguments.of("file", "agreement", "/flexpool/agreement?id=" + someAgreement()));
    }

    private static String someAgreement() {
        return Truth.texts("select p.id from placement p join agreement a on a.placement_id = p.id where p.borrower_id = ?::uuid order by p.id limit 1",
            Loans.organisation(Loans.BORROWER)).get(0);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("pages")
    void aPageSaysSoInPlainDutch(String what, String table, String path) throws Exception {
        Visitor inside = new Visitor();
        inside.signIn(Loans.BORROWER);
        assertThat(inside.get(path).status()).as("what is asked is there").isEqualTo(200);
        saysSo(brokenAt(table, () -> inside.get(path)));
        assertThat(inside.get(path).status()).as("and the next time it is there again").isEqualTo(200);
    }

    @ParameterizedTest
    @MethodSource("signOns")
    void whoIsSigningInReadsThatToo(String table, Supplier<Visitor.Page> step) throws Exception {
        saysSo(brokenAt(table, step));
    }

    static Stream<Arguments> signOns() {
        return Stream.of(
            Arguments.of("sign_in_attempt", (Supplier<Visitor.Page>) () -> new Visitor().get("/")),
            Arguments.of("sign_in", (Supplier<Visitor.Page>) () -> new Visitor().signIn(Loans.BORROWER)));
    }

    @Test
    void aLogoutThatCouldNotBeKeptIsNotAcknowledged() throws Exception {
        Instant now = Instant.now();
        String token = TestServers.get().provider().logoutToken(new JWTClaimsSet.Builder()
            .issuer(TestServers.get().servers().keycloak().issuer().toString()).audience(KeycloakServer.CLIENT)
            .subject(UUID.randomUUID().toString()).jwtID(UUID.randomUUID().toString()).issueTime(Date.from(now)).expirationTime(Date.from(now.plusSeconds(120)))
            .claim("events", Map.of("http://schemas.openid.net/event/backchannel-logout", Map.of())).build());
        assertThat(brokenAt("logout_token_seen", () -> new Visitor().post("/backchannel-logout", "logout_token=" + token)).status()).isEqualTo(503);
    }

    private static void saysSo(Visitor.Page page) {
        assertThat(page.status()).as(page.body()).isEqualTo(503);
        assertThat(page.body()).contains(UNREACHABLE, "</html>").doesNotContain("Exception", "PSQL", "nl.vliegwiel.");
        assertThat(page.response().headers().firstValue("Retry-After")).isPresent();
    }
}
