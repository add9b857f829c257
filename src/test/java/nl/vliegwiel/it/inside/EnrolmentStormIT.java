package nl.vliegwiel.it.inside;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.inject.Inject;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import nl.vliegwiel.it.ServerTest;
import nl.vliegwiel.learning.boundary.Enrolling;
import nl.vliegwiel.learning.boundary.Enrolment;
import nl.vliegwiel.learning.boundary.LearningClock;
import nl.vliegwiel.learning.domain.EnrolmentState;
import nl.vliegwiel.platform.actor.Actor;
import nl.vliegwiel.platform.actor.Grant;
import nl.vliegwiel.platform.actor.Role;
import nl.vliegwiel.platform.persistence.Ids;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** R17 under load: 500 people come for 20 places at once, and two nodes let the same offers lapse. */
class EnrolmentStormIT extends ServerTest {
    private static final int PEOPLE = 500;
    private static final int PLACES = 20;
    private static final int THREADS = 16;

    @Inject
    Enrolling enrolling;

    @Inject
    LearningClock clock;

    @Inject
    Jdbi jdbi;

    private final UUID cohort = Ids.next();

    private void change(String statement, Object... values) {
        jdbi.useHandle(handle -> handle.execute(statement, values));
    }

    private long number(String query, Object... values) {
        return jdbi.withHandle(handle -> handle.select(query, values).mapTo(Long.class).one());
    }

    private List<Actor> people() {
        UUID employer = jdbi.withHandle(handle -> handle.select("select id from organisation where kind = 'LIBRARY' order by id limit 1").mapTo(UUID.class).one());
        change("insert into person (id, email, given_name, family_name, language, created_at) select gen_random_uuid(), 'storm-' || n || '@vliegwiel.example', 'Storm', 'Nummer ' || n, 'nl', now()"
            + " from generate_series(1, " + PEOPLE + ") n");
        return jdbi.withHandle(handle -> handle.select("select id from person where email like 'storm-%@vliegwiel.example'").mapTo(UUID.class).list()).stream()
            .map(id -> new Actor(id, "Storm", Locale.forLanguageTag("nl"), Set.of(new Grant(Role.EMPLOYEE, employer)), Set.of(), null)).toList();
    }

    private void open(int capacity) {
        change("insert into cohort (id, programme_id, title, state, starts_on, ends_on, enrol_from, enrol_until, capacity, spread, language, place, employer_decides, created_by, created_at, changed_at)"
            + " select ?, p.id, 'Stormlichting', 'OPEN', '2080-04-10', '2080-09-10', '2020-01-01', '2080-04-01', ?, 'NONE', 'nl', 'Zwolle', false, p.created_by, now(), now() from learning_programme p limit 1",
            cohort, capacity);
    }

    @AfterEach
    void nothingIsLeft() {
        change("delete from outbox where person_id in (select id from person where email like 'storm-%@vliegwiel.example')");
        change("delete from enrolment where cohort_id = ?", cohort);
        change("delete from cohort where id = ?", cohort);
        change("delete from person where email like 'storm-%@vliegwiel.example'");
    }

    private static <T> List<T> all(List<Callable<T>> calls) throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(THREADS);
        try {
            List<T> results = new ArrayList<>();
            for (Future<T> result : threads.invokeAll(calls)) {
                results.add(result.get());
            }
            return results;
        } finally {
            threads.shutdownNow();
        }
    }

    @Test
    void fiveHundredComeForTwentyPlaces() throws Exception {
        List<Actor> people = people();
        open(PLACES);
        ConcurrentLinkedQueue<Enrolment> answers = new ConcurrentLinkedQueue<>();
        long start = System.nanoTime();
        all(people.stream().map(who -> (Callable<Boolean>) () -> answers.add(enrolling.enrol(who, cohort, null))).toList());
        Duration took = Duration.ofNanos(System.nanoTime() - start);

        assertThat(answers).hasSize(PEOPLE);
        assertThat(answers.stream().filter(one -> one.state() == EnrolmentState.ENROLLED)).hasSize(PLACES);
        assertThat(answers.stream().filter(one -> one.state() == EnrolmentState.WAITING).map(Enrolment::position).sorted()).as("each has a number of her own")
            .containsExactlyElementsOf(java.util.stream.IntStream.rangeClosed(1, PEOPLE - PLACES).boxed().toList());
        assertThat(number("select count(distinct person_id) from enrolment where cohort_id = ?", cohort)).as("none twice, none lost").isEqualTo(PEOPLE);
        assertThat(number("select count(*) from enrolment where cohort_id = ? and state = 'ENROLLED' and line > ?", cohort, PLACES)).as("who came first").isZero();
        assertThat(number("select seats_taken * 1000 + waiting from cohort where id = ?", cohort)).isEqualTo(PLACES * 1000L + PEOPLE - PLACES);
        assertThat(number("select count(*) from (select person_id from outbox where kind like 'LEARNING_%' and payload->>'enrolment' in (select id::text from enrolment where cohort_id = ?)"
            + " group by person_id having count(*) = 1) one", cohort)).as("each is told once").isEqualTo(PEOPLE);
        assertThat(took).as("served").isLessThan(Duration.ofSeconds(10));
    }

    @Test
    void twoNodesLetAnOfferLapseOnceAndGiveThePlaceToOne() throws Exception {
        List<Actor> people = people().subList(0, 4);
        open(1);
        for (Actor who : people) {
            enrolling.enrol(who, cohort, null);
        }
        change("update enrolment set state = 'OFFERED', until = now() - interval '1 minute' where cohort_id = ? and line = 1", cohort);
        change("delete from outbox where person_id in (select id from person where email like 'storm-%@vliegwiel.example')");
        all(java.util.stream.IntStream.range(0, 4).mapToObj(i -> (Callable<Integer>) () -> clock.run()).toList());

        assertThat(number("select count(*) from enrolment where cohort_id = ? and state = 'LAPSED'", cohort)).isEqualTo(1);
        assertThat(number("select count(*) from enrolment where cohort_id = ? and state = 'OFFERED' and line = 2", cohort)).isEqualTo(1);
        assertThat(number("select count(*) from outbox where kind in ('LEARNING_LAPSED', 'LEARNING_OFFERED') and payload->>'enrolment' in (select id::text from enrolment where cohort_id = ?)", cohort)).isEqualTo(2);
    }
}
