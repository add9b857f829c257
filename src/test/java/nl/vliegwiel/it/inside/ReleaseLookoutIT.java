package nl.vliegwiel.it.inside;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedExecutorService;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Future;
import nl.vliegwiel.flexpool.boundary.ReleaseLookout;
import nl.vliegwiel.it.ServerTest;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.Test;

/** A lender that takes longer than it promised is told of once per step, however many look at the same moment; nothing is decided. */
class ReleaseLookoutIT extends ServerTest {
    private static final int LOOKERS = 6;

    @Inject
    Jdbi jdbi;

    @Inject
    ReleaseLookout lookout;

    @Resource
    ManagedExecutorService threads;

    private void together(Callable<Integer> look) throws Exception {
        List<Future<Integer>> all = new ArrayList<>();
        for (int i = 0; i < LOOKERS; i++) {
            all.add(threads.submit(look));
        }
        for (Future<Integer> one : all) {
            one.get();
        }
    }

    private long count(String query, UUID id) {
        return jdbi.withHandle(handle -> handle.createQuery(query).bind("id", id).mapTo(Long.class).one());
    }

    @Test
    void eachStepIsToldOnce() throws Exception {
        UUID placement = jdbi.withHandle(handle -> handle.createQuery("""
                select p.id from placement p where p.state in ('APPLIED','PROPOSED') and p.lender_id <> p.borrower_id and p.starts_at > now() + interval '1 day'
                   and not exists (select from placement_consent c where c.placement_id = p.id and c.party = 'LENDER') order by p.id limit 1""").mapTo(UUID.class).one());
        UUID lender = jdbi.withHandle(handle -> handle.createQuery("select lender_id from placement where id = :id").bind("id", placement).mapTo(UUID.class).one());
        jdbi.useHandle(handle -> handle.execute("insert into release_policy (organisation_id, version, reaction_hours, changed_at) values (?, 1, 8, now())"
            + " on conflict (organisation_id) do update set reaction_hours = 8", lender));
        String told = "select count(*) from audit_entry where entity_id = :id and action like 'release_waits_%'";
        long before = count(told, placement);

        together(lookout::note);
        assertThat(count("select count(*) from release_escalation where placement_id = :id", placement)).isEqualTo(2);
        together(lookout::tell);
        assertThat(count(told, placement)).as("not late yet").isEqualTo(before);

        jdbi.useHandle(handle -> handle.execute("update release_escalation set due_at = now() - interval '1 minute' where placement_id = ? and step = 'DEPUTY'", placement));
        together(lookout::tell);
        assertThat(count(told, placement)).isEqualTo(before + 1);
        jdbi.useHandle(handle -> handle.execute("update release_escalation set due_at = now() - interval '1 minute' where placement_id = ?", placement));
        together(lookout::tell);
        together(lookout::tell);
        assertThat(count(told, placement)).isEqualTo(before + 2);
        assertThat(count("select count(*) from outbox where kind = 'RELEASE_WAITS_REGION' and payload ->> 'placements' like '%' || :id || '%'", placement)).isPositive();
        assertThat(count("select count(*) from placement where id = :id and state in ('APPLIED','PROPOSED')", placement)).as("it never decides").isEqualTo(1);
    }
}
