package nl.vliegwiel.it.inside;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedExecutorService;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Future;
import nl.vliegwiel.flexpool.boundary.InductionReminder;
import nl.vliegwiel.it.ServerTest;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.Test;

/** Who begins soon without having accepted the instruction is reminded once, however many look at the same moment. */
class InductionReminderIT extends ServerTest {
    private static final int LOOKERS = 6;

    @Inject
    Jdbi jdbi;

    @Inject
    InductionReminder reminder;

    @Resource
    ManagedExecutorService threads;

    private long count(String query, UUID id) {
        return jdbi.withHandle(handle -> handle.createQuery(query).bind("id", id).mapTo(Long.class).one());
    }

    @Test
    void oneReminderPerPlacementAndVersion() throws Exception {
        UUID placement = jdbi.withHandle(handle -> handle.createQuery("select id from placement where state = 'CONFIRMED' and starts_at > now() + interval '1 day' order by starts_at, id limit 1")
            .mapTo(UUID.class).one());
        jdbi.useHandle(handle -> handle.execute("""
            insert into induction_sheet (branch_id, version, report_to, contact, safety, published_by, published_at)
            select r.branch_id, 1 + coalesce((select max(version) from induction_sheet i where i.branch_id = r.branch_id), 0), 'Balie', 'Teamleider', 'Bij alarm naar buiten',
                   p.created_by, now() from placement p join staff_request r on r.id = p.request_id where p.id = ?""", placement));
        String mails = "select count(*) from outbox where kind = 'INDUCTION_DUE' and payload ->> 'placement' = cast(:id as text)";
        long before = count(mails, placement);
        jdbi.useHandle(handle -> handle.execute("update placement set starts_at = now() + interval '50 hours', ends_at = now() + interval '50 hours 10 minutes', break_minutes = 0 where id = ?", placement));
        List<Future<Integer>> looks = new ArrayList<>();
        for (int i = 0; i < LOOKERS; i++) {
            looks.add(threads.submit(reminder::remind));
        }
        for (Future<Integer> look : looks) {
            look.get();
        }
        assertThat(count(mails, placement)).isEqualTo(before + 1);
        reminder.remind();
        assertThat(count(mails, placement)).isEqualTo(before + 1);
    }
}
