package nl.vliegwiel.flexpool.persistence;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jdbi.v3.core.Jdbi;

/** Hands over what goes on at a library that went up in another; what is over stays where it was. */
@ApplicationScoped
public class MergerQueries {
    private static final String REQUESTS = """
        update staff_request set organisation_id = :into, changed_at = :at, version = version + 1
         where organisation_id = :from and status not in ('DONE','WITHDRAWN','EXPIRED')
        returning id""";

    /** One statement for both sides, since both libraries of a loan may be among the two. */
    private static final String PLACEMENTS = """
        update placement set lender_id = case lender_id when :from then :into else lender_id end,
               borrower_id = case borrower_id when :from then :into else borrower_id end, changed_at = :at, version = version + 1
         where (lender_id = :from or borrower_id = :from) and state in ('APPLIED','PROPOSED','STANDBY','CONFIRMED','RUNNING','HOURS_CLOSED')
        returning id""";

    /** What the successor set stands; only where it has none it takes that of the other over. */
    private static final List<String> REST = List.of("""
        update timesheet set waits_for = :into where waits_for = :from""", """
        update favourite f set organisation_id = :into, version = version + 1
         where f.organisation_id = :from and f.state in ('ASKED','AGREED') and not exists (select from favourite own
           where own.organisation_id = :into and own.person_id = f.person_id and own.state in ('ASKED','AGREED'))""", """
        insert into match_weights (organisation_id, version, skill_fit, travel, hours_balance, fair_spread, knows_place)
        select :into, 1, skill_fit, travel, hours_balance, fair_spread, knows_place from match_weights where organisation_id = :from
        on conflict do nothing""", """
        insert into rate (organisation_id, kind, scale, figure, wage_cents, charges_cents, admin_cents, unit, source, demo, valid_from, valid_to)
        select :into, r.kind, r.scale, r.figure, r.wage_cents, r.charges_cents, r.admin_cents, r.unit, r.source, r.demo, r.valid_from, r.valid_to from rate r
         where r.organisation_id = :from and (r.valid_to is null or r.valid_to > cast(:at as timestamptz)::date)
           and not exists (select from rate own where own.organisation_id = :into and own.kind = r.kind)""", """
        insert into irregular_hours (organisation_id, weekday, from_minute, to_minute, per_mille, source, demo, valid_from, valid_to)
        select :into, weekday, from_minute, to_minute, per_mille, source, demo, valid_from, valid_to from irregular_hours
         where organisation_id = :from and not exists (select from irregular_hours own where own.organisation_id = :into)""", """
        insert into pay_scale (employee_id, organisation_id, scale) select employee_id, :into, scale from pay_scale where organisation_id = :from
        on conflict do nothing""", """
        delete from settlement_line where settlement_id in (select id from settlement where state = 'DRAFT' and (one_id = :from or other_id = :from))""");

    @Inject
    private Jdbi jdbi;

    /** What went over. */
    public record Moved(List<UUID> requests, List<UUID> placements) {
    }

    public Moved move(UUID from, UUID into, Instant at) {
        return jdbi.withHandle(handle -> {
            List<List<UUID>> moved = new ArrayList<>();
            for (String statement : List.of(REQUESTS, PLACEMENTS)) {
                moved.add(handle.createQuery(statement).bind("from", from).bind("into", into).bind("at", at.atOffset(ZoneOffset.UTC))
                    .mapTo(UUID.class).list());
            }
            for (String statement : REST) {
                var update = handle.createUpdate(statement).bind("from", from).bind("into", into);
                (statement.contains(":at") ? update.bind("at", at.atOffset(ZoneOffset.UTC)) : update).execute();
            }
            return new Moved(moved.get(0), moved.get(1));
        });
    }
}
