package nl.vliegwiel.flexpool.persistence;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.statement.SqlStatement;

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
         where (lender_id = :from or borrower_id = :from) and (state in ('APPLIED','PROPOSED','STANDBY','CONFIRMED','RUNNING','HOURS_CLOSED')
            or state = 'CANCELLED' and exists (select from timesheet t where t.placement_id = placement.id)
               and not exists (select from settlement_line l join settlement s on s.id = l.settlement_id where l.placement_id = placement.id and s.state <> 'DRAFT'))
        returning id""";

    private static final String HOLDS = "(state in ('PROPOSED','AGREED') and (valid_to is null or valid_to >= cast(:at as timestamptz)::date) and (one_id = :from or other_id = :from))";

    /** What the two agreed with each other has become void, and where the successor has a frame agreement with the same library, that one stands. */
    private static final String FRAMES_END = """
        update frame_agreement f set state = case state when 'PROPOSED' then 'REFUSED' else state end, version = version + 1,
               valid_to = case state when 'AGREED' then greatest(valid_from, cast(:at as timestamptz)::date) else valid_to end,
               terminated_by = case state when 'AGREED' then coalesce(terminated_by, cast(:by as uuid)) end,
               terminated_at = case state when 'AGREED' then coalesce(terminated_at, cast(:at as timestamptz)) end
         where %s and (:into in (one_id, other_id) or exists (select from frame_agreement own
           where own.state in ('PROPOSED','AGREED') and own.one_id = least(:into, case f.one_id when :from then f.other_id else f.one_id end)
             and own.other_id = greatest(:into, case f.one_id when :from then f.other_id else f.one_id end)
             and daterange(own.valid_from, own.valid_to, '[]') && daterange(f.valid_from, f.valid_to, '[]')))
        returning id""".formatted(HOLDS);

    /** Text and yeses stay as they were given, under the name of then; a proposal waits for the successor's own yes. */
    private static final String FRAMES = """
        update frame_agreement set one_id = least(:into, case one_id when :from then other_id else one_id end),
               other_id = greatest(:into, case one_id when :from then other_id else one_id end), version = version + 1
         where %s and not id = any(:ended) returning id""".formatted(HOLDS);

    /** A row is only ever revoked, so that the yes is given again in the same words; one for all people of a library would become one for many more. */
    private static final String STANDING = """
        insert into standing_release (id, organisation_id, borrower_id, region_id, employee_id, minutes_per_week, max_shift_minutes, valid_from, valid_to, clause_version,
               given_by, given_at)
        select uuidv7(), case organisation_id when :from then :into else organisation_id end, case borrower_id when :from then :into else borrower_id end,
               case region_id when :from then :into else region_id end, employee_id, minutes_per_week, max_shift_minutes, valid_from, valid_to, clause_version, given_by, given_at
          from standing_release
         where %s and (organisation_id <> :from or employee_id is not null)
           and case organisation_id when :from then :into else organisation_id end is distinct from case borrower_id when :from then :into else borrower_id end
        returning id""";

    private static final String STANDS = "revoked_at is null and valid_to >= cast(:at as timestamptz)::date and :from in (organisation_id, borrower_id, region_id)";
    private static final String REVOKED = "update standing_release set revoked_by = :by, revoked_at = :at, version = version + 1 where " + STANDS;

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
        insert into release_policy (organisation_id, minutes_per_week, reaction_hours, changed_at)
        select :into, minutes_per_week, reaction_hours, :at from release_policy where organisation_id = :from on conflict do nothing""", """
        update release_blackout b set organisation_id = :into where b.organisation_id = :from and b.ends_on >= cast(:at as timestamptz)::date
           and not exists (select from release_blackout own where own.organisation_id = :into and own.starts_on <= b.ends_on and own.ends_on >= b.starts_on)""", """
        insert into reach_pace (organisation_id, all_at_once, strict, own_hours, favourites_hours, neighbours_hours, region_hours, half_days, quarter_days, batch, batch_minutes,
               enough, standby_hours)
        select :into, all_at_once, strict, own_hours, favourites_hours, neighbours_hours, region_hours, half_days, quarter_days, batch, batch_minutes, enough, standby_hours
          from reach_pace where organisation_id = :from on conflict do nothing""", """
        insert into cancel_window (organisation_id, hours) select :into, hours from cancel_window where organisation_id = :from on conflict do nothing""", """
        delete from settlement_line where settlement_id in (select id from settlement where state = 'DRAFT' and (one_id = :from or other_id = :from))""", """
        delete from settlement where state = 'DRAFT' and (one_id = :from or other_id = :from)""");

    @Inject
    private Jdbi jdbi;

    /**
     * What went over.
     *
     * @param frames frame agreements that hold with the successor now
     * @param framesEnded those in whose place nothing or another one stands
     * @param standing yeses given beforehand that hold for the successor, or for it as borrower
     */
    public record Moved(List<UUID> requests, List<UUID> placements, List<UUID> frames, List<UUID> framesEnded, List<UUID> standing) {
    }

    /** @param by who merged them */
    public Moved move(UUID from, UUID into, UUID by, Instant at) {
        return jdbi.withHandle(handle -> {
            List<UUID> requests = ids(handle, REQUESTS, from, into, by, at);
            List<UUID> placements = ids(handle, PLACEMENTS, from, into, by, at);
            for (String statement : REST) {
                bound(handle.createUpdate(statement), statement, from, into, by, at).execute();
            }
            List<UUID> ended = ids(handle, FRAMES_END, from, into, by, at);
            List<UUID> frames = bound(handle.createQuery(FRAMES), FRAMES, from, into, by, at).bindArray("ended", UUID.class, ended).mapTo(UUID.class).list();
            List<UUID> standing = ids(handle, STANDING.formatted(STANDS), from, into, by, at);
            bound(handle.createUpdate(REVOKED), REVOKED, from, into, by, at).execute();
            return new Moved(requests, placements, frames, ended, standing);
        });
    }

    private static List<UUID> ids(Handle handle, String statement, UUID from, UUID into, UUID by, Instant at) {
        return bound(handle.createQuery(statement), statement, from, into, by, at).mapTo(UUID.class).list();
    }

    private static <T extends SqlStatement<T>> T bound(T statement, String text, UUID from, UUID into, UUID by, Instant at) {
        Map<String, Object> values = Map.of("from", from, "into", into, "by", by, "at", at.atOffset(ZoneOffset.UTC));
        values.forEach((name, value) -> {
            if (text.contains(":" + name)) {
                statement.bind(name, value);
            }
        });
        return statement;
    }
}
