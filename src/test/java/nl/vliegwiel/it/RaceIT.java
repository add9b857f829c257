package nl.vliegwiel.it;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import org.jboss.arquillian.container.test.api.RunAsClient;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Many at the same moment for what only one can have (D4). */
@RunAsClient
class RaceIT extends ServerTest {
    private static final int CLIENTS = 64;
    private static final int PREPARING = 6;

    private final ExecutorService threads = Executors.newFixedThreadPool(CLIENTS);

    @BeforeEach
    void asManyCallsAsNeeded() {
        Truth.forgetCalls();
    }

    @AfterEach
    void endThreads() {
        threads.shutdownNow();
    }

    /** All at once: nobody starts before everybody is ready. */
    private <T> List<T> race(IntFunction<T> call) {
        CyclicBarrier start = new CyclicBarrier(CLIENTS);
        return all(threads, IntStream.range(0, CLIENTS).mapToObj(i -> (Callable<T>) () -> {
            start.await();
            return call.apply(i);
        }).toList());
    }

    private static <T> List<T> all(ExecutorService threads, List<Callable<T>> calls) {
        try {
            List<T> results = new ArrayList<>();
            for (Future<T> result : threads.invokeAll(calls)) {
                results.add(result.get());
            }
            return results;
        } catch (ExecutionException e) {
            throw new IllegalStateException(e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private static <T> List<T> prepared(IntFunction<T> step) {
        ExecutorService few = Executors.newFixedThreadPool(PREPARING);
        try {
            return all(few, IntStream.range(0, CLIENTS).mapToObj(i -> (Callable<T>) () -> step.apply(i)).toList());
        } finally {
            few.shutdownNow();
        }
    }

    /** A placement that only its last yes keeps from being definite. */
    private record Almost(String id, String etag, int textVersion) {
    }

    private static Almost almost(String title, ZonedDateTime start) {
        Loans.Asked asked = Loans.published(Loans.body(title, Loans.shift(start, start.plusHours(4))));
        String id = Loans.applied(asked);
        Loans.agreed(Loans.LENDER, id, "LENDER");
        Api.Answer seen = Api.as(Loans.BORROWER).get("/placements/" + id);
        return new Almost(id, seen.etag(), seen.json().get("textVersion").asInt());
    }

    @Test
    void ofSixtyFourThirdYesesForOnePersonAndHourOneBecomesDefinite() {
        LocalDate day = Loans.day(DayOfWeek.TUESDAY, 1);
        // Each begins a minute later: all overlap, none is equal
        List<Almost> open = prepared(i -> almost("Wedloop " + i, Loans.at(day, 10, i % 60)));

        List<Api.Answer> answers = race(i -> Loans.consent(Loans.BORROWER, open.get(i).id(), "BORROWER", open.get(i).etag(), open.get(i).textVersion()));

        assertThat(answers.stream().filter(answer -> answer.status() == 200)).hasSize(1);
        assertThat(answers.stream().filter(answer -> answer.status() != 200)).allSatisfy(loser -> {
            assertThat(loser.status()).as(loser.body()).isEqualTo(409);
            assertThat(loser.key()).isEqualTo("constraint.placement_no_overlap");
            assertThat(loser.json().get("detail").asText()).hasSizeGreaterThan(20).doesNotContain("constraint", "placement_");
        });
        String ids = String.join(",", open.stream().map(Almost::id).toList());
        assertThat(Truth.number("select count(*) from placement where state = 'CONFIRMED' and id = any (string_to_array(?, ',')::uuid[])", ids)).isEqualTo(1);
        assertThat(Truth.number("select count(*) from placement_consent where party = 'BORROWER' and placement_id = any (string_to_array(?, ',')::uuid[])", ids))
            .as("a yes that was refused is not kept").isEqualTo(1);
        assertThat(overlapping()).isZero();
    }

    @Test
    void aSingleSeatGoesToOneOfTwoPeople() {
        ZonedDateTime start = Loans.at(Loans.day(DayOfWeek.WEDNESDAY, 1), 10, 0);
        Loans.Asked asked = Loans.published(Loans.body("Een plek", Loans.shift(start, start.plusHours(4))));
        String bram = Loans.applied(asked);
        String carla = Loans.apply("carla.hoogveen", asked).json().at("/placements/0/id").asText();
        Loans.agreed(Loans.LENDER, bram, "LENDER");
        Loans.agreed("hr.hoogveen", carla, "LENDER");
        Api.Answer seenBram = Api.as(Loans.BORROWER).get("/placements/" + bram);
        Api.Answer seenCarla = Api.as(Loans.BORROWER).get("/placements/" + carla);

        List<Api.Answer> answers = race(i -> i % 2 == 0 ? Loans.consent(Loans.BORROWER, bram, "BORROWER", seenBram.etag(), 1)
            : Loans.consent(Loans.BORROWER, carla, "BORROWER", seenCarla.etag(), 1));

        assertThat(answers).allSatisfy(answer -> assertThat(answer.status()).as(answer.body()).isIn(200, 409, 412));
        assertThat(answers.stream().anyMatch(answer -> answer.status() == 200)).isTrue();
        assertThat(Truth.texts("select state from placement where id in (?::uuid, ?::uuid) order by state", bram, carla)).containsExactly("APPLIED", "CONFIRMED");
        assertThat(Api.as(Loans.BORROWER).get("/requests/" + asked.id()).json().at("/shifts/0/filled").asInt()).isEqualTo(1);
    }

    @Test
    void theSameYesSentByManyTabsIsKeptOnce() {
        Almost open = almost("Dubbel geklikt", Loans.at(Loans.day(DayOfWeek.THURSDAY, 1), 10, 0));

        List<Api.Answer> answers = race(i -> Loans.consent(Loans.BORROWER, open.id(), "BORROWER", open.etag(), open.textVersion()));

        assertThat(answers).allSatisfy(answer -> assertThat(answer.status()).as(answer.body()).isIn(200, 412));
        assertThat(answers.stream().anyMatch(answer -> answer.status() == 200)).isTrue();
        assertThat(Truth.number("select count(*) from placement_consent where party = 'BORROWER' and placement_id = ?::uuid", open.id())).isEqualTo(1);
        assertThat(Truth.number("select count(*) from audit_entry where action = 'confirmed' and entity_id = ?::uuid", open.id())).isEqualTo(1);
    }

    @Test
    void theSameApplicationSentByManyTabsIsOnePlacement() {
        ZonedDateTime start = Loans.at(Loans.day(DayOfWeek.FRIDAY, 1), 10, 0);
        Loans.Asked asked = Loans.published(Loans.body("Veel tabbladen", Loans.shift(start, start.plusHours(4))));

        List<Api.Answer> answers = race(i -> Loans.apply(Loans.EMPLOYEE, asked));

        assertThat(answers.stream().filter(answer -> answer.status() == 201)).hasSize(1);
        assertThat(answers.stream().filter(answer -> answer.status() != 201))
            .allSatisfy(loser -> assertThat(loser.status()).as(loser.body()).isEqualTo(409));
        assertThat(Truth.number("select count(*) from placement where request_id = ?::uuid", asked.id())).isEqualTo(1);
    }

    @Test
    void aRequestSentAgainUnderTheSameKeyIsOneRequest() {
        ZonedDateTime start = Loans.at(Loans.day(DayOfWeek.MONDAY, 1), 10, 0);
        Map<String, Object> body = Loans.body("Onder dezelfde sleutel", Loans.shift(start, start.plusHours(4)));
        Api borrower = Api.as(Loans.BORROWER);

        List<Api.Answer> answers = race(i -> borrower.post("/requests", body, "Idempotency-Key", "wedloop-1"));

        assertThat(answers).allSatisfy(answer -> assertThat(answer.status()).as(answer.body()).isIn(201, 409));
        assertThat(answers.stream().filter(answer -> answer.status() == 201).map(answer -> answer.json().get("id").asText()).distinct()).hasSize(1);
        assertThat(Truth.number("select count(*) from staff_request where title = 'Onder dezelfde sleutel'")).isEqualTo(1);
        Api.Answer again = borrower.post("/requests", body, "Idempotency-Key", "wedloop-1");
        Api.Answer first = answers.stream().filter(answer -> answer.status() == 201).findFirst().orElseThrow();
        assertThat(again.status()).isEqualTo(201);
        assertThat(again.json()).isEqualTo(first.json());
        assertThat(again.etag()).isEqualTo(first.etag());
        assertThat(again.header("Location")).isEqualTo(first.header("Location"));
        Api.Answer other = borrower.post("/requests", Loans.body("Iets anders", Loans.shift(start, start.plusHours(3))), "Idempotency-Key", "wedloop-1");
        assertThat(other.status()).isEqualTo(422);
        assertThat(other.key()).isEqualTo("repeat.other");
    }

    private static long overlapping() {
        return Truth.number("""
            select count(*) from placement a join placement b on a.employee_id = b.employee_id and a.id < b.id and a.during && b.during
             where a.state in ('CONFIRMED','RUNNING','HOURS_CLOSED','SETTLED') and b.state in ('CONFIRMED','RUNNING','HOURS_CLOSED','SETTLED')""");
    }
}
