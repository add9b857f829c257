package nl.vliegwiel.it.inside;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedExecutorService;
import jakarta.inject.Inject;
import jakarta.transaction.UserTransaction;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Future;
import nl.vliegwiel.flexpool.boundary.Escalation;
import nl.vliegwiel.flexpool.boundary.Ranking;
import nl.vliegwiel.it.ServerTest;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.Test;

/** Two nodes on one database, one of them killed in the middle: every notice once, and none lost. The timer of this server is a third. */
class EscalationIT extends ServerTest {
    private static final int REQUESTS = 12;

    @Inject
    Escalation escalation;

    @Inject
    Ranking ranking;

    @Inject
    Jdbi jdbi;

    @Resource
    UserTransaction transaction;

    @Resource
    ManagedExecutorService threads;

    @Test
    void whatAKilledNodeToldIsToldByTheOtherAndOnlyOnce() throws Exception {
        List<UUID> requests = due();
        ranking.warmUp();
        transaction.begin();
        int claimed = escalation.portion();
        // While the first holds its portion, the second takes nothing of it
        int second = threads.submit(() -> escalation.portion()).get();
        assertThat(claimed + second).as("claimed by one of them or by the timer").isBetween(0, REQUESTS * 2);
        transaction.rollback();

        for (int round = 0; round < 3; round++) {
            escalation.portion();
        }
        requireEachOnce(requests);
    }

    @Test
    void twoNodesAtTheSameTimeTellEverybodyOnce() throws Exception {
        List<UUID> requests = due();
        ranking.warmUp();
        List<Future<Integer>> nodes = new ArrayList<>();
        for (int node = 0; node < 4; node++) {
            nodes.add(threads.submit(() -> escalation.portion()));
        }
        for (Future<Integer> node : nodes) {
            node.get();
        }
        escalation.portion();
        requireEachOnce(requests);
    }

    private void requireEachOnce(List<UUID> requests) {
        List<String> told = texts("select request_id || ' ' || person_id from request_notice where request_id = any(:requests) order by 1", requests);
        List<String> sent = texts("select (payload ->> 'call') || ' ' || person_id from outbox where kind = 'REQUEST_FITS' and cast(payload ->> 'call' as uuid) = any(:requests) order by 1",
            requests);
        assertThat(told).as("somebody fits").isNotEmpty().doesNotHaveDuplicates();
        assertThat(sent).as("a message for each notice, and no more").isEqualTo(told);
        assertThat(texts("select cast(count(*) as text) from request_circle where request_id = any(:requests) and circle = 'COUNTRY' and opened_at is not null", requests))
            .containsExactly(String.valueOf(REQUESTS));
        assertThat(texts("select cast(count(*) as text) from audit_entry where entity_id = any(:requests) and action = 'circle_opened'", requests))
            .as("each opening is on record once").containsExactly(String.valueOf(REQUESTS));
        assertThat(texts("select cast(count(*) as text) from (select person_id from request_notice where request_id = any(:requests) group by person_id, cast(at at time zone 'Europe/Amsterdam' as date) having count(*) > 3) too_many",
            requests)).as("nobody drowns").containsExactly("0");
        assertThat(texts("select cast(count(*) as text) from request_reach where request_id = any(:requests) and next_at > now()", requests))
            .as("looked at again later").containsExactly(String.valueOf(REQUESTS));
    }

    private List<String> texts(String query, List<UUID> requests) {
        return jdbi.withHandle(handle -> handle.createQuery(query).bindArray("requests", UUID.class, requests.toArray()).mapTo(String.class).list());
    }

    /** Requests whose second circle is due, as they are a day after publication. */
    private List<UUID> due() throws Exception {
        List<UUID> ids = new ArrayList<>();
        transaction.begin();
        jdbi.useHandle(handle -> {
            // Other tests publish so much that everybody has had her messages of the day
            handle.execute("delete from notice_day");
            for (int i = 0; i < REQUESTS; i++) {
                UUID id = UUID.randomUUID();
                handle.createUpdate("""
                        insert into staff_request (id, organisation_id, branch_id, title, description, purpose, status, circles, opened, created_by, created_at, published_at)
                        select :id, organisation_id, branch_id, 'Hulp op de markt', '', 'CAPACITY', 'PUBLISHED', '{OWN,COUNTRY}', '{OWN}', created_by, now() - interval '2 days', now() - interval '2 days'
                          from staff_request where published_at is not null order by id limit 1""").bind("id", id).execute();
                handle.createUpdate("""
                        insert into shift (id, request_id, starts_at, ends_at, headcount, break_minutes)
                        values (gen_random_uuid(), :id, date_trunc('week', now()) + :days * interval '1 day' + interval '9 hours', date_trunc('week', now()) + :days * interval '1 day' + interval '12 hours', 2, 0)""")
                    .bind("id", id).bind("days", 28 + i % 5).execute();
                handle.createUpdate("insert into request_circle (request_id, circle, position, opens_at, opened_at) values (:id, 'OWN', 0, now() - interval '2 days', now() - interval '2 days'), (:id, 'COUNTRY', 1, now(), null)")
                    .bind("id", id).execute();
                handle.createUpdate("insert into request_reach (request_id, next_at, batch_at) values (:id, :now, :now)").bind("id", id).bind("now", OffsetDateTime.now()).execute();
                ids.add(id);
            }
        });
        transaction.commit();
        return ids;
    }
}
