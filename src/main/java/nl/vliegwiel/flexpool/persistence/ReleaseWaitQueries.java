package nl.vliegwiel.flexpool.persistence;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import nl.vliegwiel.flexpool.ReleaseWaits.Step;
import org.jdbi.v3.core.Jdbi;

/** Releases that wait for a lender, and who was told. Each statement takes its own rows, so two nodes never tell the same. */
@ApplicationScoped
public class ReleaseWaitQueries {
    private static final String WAITING = """
        p.state in ('APPLIED','PROPOSED') and p.lender_id <> p.borrower_id and p.starts_at > :now
           and not exists (select from placement_consent c where c.placement_id = p.id and c.party = 'LENDER' and c.text_version = p.text_version
                              and c.decision = 'YES' and (p.lender_asked_at is null or c.at > p.lender_asked_at))""";

    /** A new text or a new finding asks anew. */
    private static final String ASKED = "greatest(p.created_at, (select a.created_at from agreement a where a.placement_id = p.id and a.text_version = p.text_version), p.lender_asked_at)";

    private static final String NEW = "select p.id, p.lender_id, k.reaction_hours, " + ASKED + " as asked_at from placement p"
        + " join release_policy k on k.organisation_id = p.lender_id and k.reaction_hours is not null where " + WAITING
        + " and not exists (select from release_escalation e where e.placement_id = p.id and e.asked_at = " + ASKED + ")"
        + " order by p.id limit :most for no key update of p skip locked";

    private static final String CLAIM = """
        with due as materialized (
          select e.placement_id, e.asked_at, e.step from release_escalation e where e.done_at is null and e.due_at <= :now
           order by e.due_at, e.placement_id limit :most for update skip locked)
        update release_escalation e set done_at = :now from due
         where e.placement_id = due.placement_id and e.asked_at = due.asked_at and e.step = due.step
        returning e.placement_id, e.asked_at, e.step""";

    private static final String LONG = "select p.id, r.title, borrower.name as borrower, lender.name as lender, p.starts_at, p.ends_at, " + ASKED + " as asked_at"
        + " from placement p join staff_request r on r.id = p.request_id join organisation borrower on borrower.id = p.borrower_id"
        + " join organisation lender on lender.id = p.lender_id where p.lender_id = any(:libraries) and " + WAITING
        + " and exists (select from release_escalation e where e.placement_id = p.id and e.step = 'REGION' and e.done_at is not null and e.asked_at = " + ASKED + ")"
        + " order by p.starts_at, p.id limit :most";

    @Inject
    private Jdbi jdbi;

    /** A question to a lender that nobody counts the hours of yet. */
    public record Question(UUID placementId, UUID lenderId, int reactionHours, Instant askedAt) {
    }

    /** A step that this node takes. */
    public record Due(UUID placementId, Instant askedAt, Step step) {
    }

    /** A release that waits long; without the employee. */
    public record LongWait(UUID placementId, String title, String borrower, String lender, Instant start, Instant end, Instant askedAt) {
    }

    public List<Question> unnoted(Instant now, int most) {
        return jdbi.withHandle(handle -> handle.createQuery(NEW).bind("now", at(now)).bind("most", most)
            .map((row, context) -> new Question(row.getObject("id", UUID.class), row.getObject("lender_id", UUID.class), row.getInt("reaction_hours"),
                row.getTimestamp("asked_at").toInstant())).list());
    }

    public void note(UUID placementId, Instant askedAt, Step step, Instant dueAt) {
        jdbi.useHandle(handle -> handle.createUpdate("""
                insert into release_escalation (placement_id, asked_at, step, due_at) values (:placement, :asked, :step, :due) on conflict do nothing""")
            .bind("placement", placementId).bind("asked", at(askedAt)).bind("step", step.name()).bind("due", at(dueAt)).execute());
    }

    public List<Due> claim(Instant now, int most) {
        return jdbi.withHandle(handle -> handle.createQuery(CLAIM).bind("now", at(now)).bind("most", most)
            .map((row, context) -> new Due(row.getObject("placement_id", UUID.class), row.getTimestamp("asked_at").toInstant(), Step.valueOf(row.getString("step")))).list());
    }

    /** @return the lender, when the same question still waits; null when it was answered, or asked anew */
    public UUID stillAsked(UUID placementId, Instant askedAt, Instant now) {
        return jdbi.withHandle(handle -> handle.createQuery("select p.lender_id from placement p where p.id = :id and " + WAITING + " and " + ASKED + " = :asked")
            .bind("id", placementId).bind("asked", at(askedAt)).bind("now", at(now)).mapTo(UUID.class).findOne().orElse(null));
    }

    /** Of these lenders, by begin of the work. */
    public List<LongWait> longWaits(Set<UUID> lenders, Instant now, int most) {
        return jdbi.withHandle(handle -> handle.createQuery(LONG).bindArray("libraries", UUID.class, lenders.toArray()).bind("now", at(now)).bind("most", most)
            .map((row, context) -> new LongWait(row.getObject("id", UUID.class), row.getString("title"), row.getString("borrower"), row.getString("lender"),
                row.getTimestamp("starts_at").toInstant(), row.getTimestamp("ends_at").toInstant(), row.getTimestamp("asked_at").toInstant())).list());
    }

    private static OffsetDateTime at(Instant moment) {
        return moment.atOffset(ZoneOffset.UTC);
    }
}
