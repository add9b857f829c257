package nl.vliegwiel.it.inside;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedExecutorService;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Future;
import nl.vliegwiel.flexpool.boundary.SwapExpiry;
import nl.vliegwiel.it.ServerTest;
import nl.vliegwiel.platform.persistence.Ids;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.Test;

/** A swap that is not agreed on when the work begins is over: once, however many look, and both people are told. */
class SwapExpiryIT extends ServerTest {
    private static final int LOOKERS = 6;

    @Inject
    Jdbi jdbi;

    @Inject
    SwapExpiry expiry;

    @Resource
    ManagedExecutorService threads;

    private long count(String query, UUID id) {
        return jdbi.withHandle(handle -> handle.createQuery(query).bind("id", id).mapTo(Long.class).one());
    }

    /** An open swap of some placement of the demo data. */
    private UUID asked(String when) {
        UUID id = Ids.next();
        jdbi.useHandle(handle -> handle.createUpdate("""
                insert into swap (id, kind, given_id, asker_id, colleague_id, state, asked_at, changed_at)
                select :id, 'HANDOVER', p.id, p.employee_id, (select m.person_id from pool_member m where m.person_id <> p.employee_id order by m.person_id limit 1), 'ASKED',
                       p.starts_at - interval '3 days', p.starts_at - interval '3 days'
                  from placement p where p.state in ('CONFIRMED','RUNNING','HOURS_CLOSED','SETTLED') and p.starts_at %s
                   and not exists (select from swap w where w.given_id = p.id and w.state in ('ASKED','ACCEPTED')) order by p.id limit 1""".formatted(when))
            .bind("id", id).execute());
        return id;
    }

    @Test
    void whatIsNotAgreedOnWhenTheWorkBeginsIsOver() throws Exception {
        UUID late = asked("< now() - interval '1 hour'");
        UUID ahead = asked("> now() + interval '5 days'");
        List<Future<Integer>> all = new ArrayList<>();
        for (int i = 0; i < LOOKERS; i++) {
            all.add(threads.submit(expiry::byTime));
        }
        for (Future<Integer> one : all) {
            one.get();
        }
        assertThat(count("select count(*) from swap where id = :id and state = 'EXPIRED'", late)).isEqualTo(1);
        assertThat(count("select count(*) from audit_entry where entity_id = :id and action = 'expired'", late)).as("once").isEqualTo(1);
        assertThat(count("select count(*) from outbox where kind = 'SWAP_EXPIRED' and payload ->> 'swap' = cast(:id as text)", late)).as("both are told, once").isEqualTo(2);
        assertThat(count("select count(*) from placement p join swap w on w.given_id = p.id where w.id = :id and p.state in ('CONFIRMED','RUNNING','HOURS_CLOSED','SETTLED')", late))
            .as("who was to work works").isEqualTo(1);
        assertThat(count("select count(*) from swap where id = :id and state = 'ASKED'", ahead)).isEqualTo(1);
        jdbi.useHandle(handle -> handle.execute("update swap set state = 'WITHDRAWN' where id = ?", ahead));
    }
}
