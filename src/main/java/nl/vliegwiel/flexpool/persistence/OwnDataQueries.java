package nl.vliegwiel.flexpool.persistence;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.UUID;
import org.jdbi.v3.core.Jdbi;

/** All that the flexpool keeps about one person, as one JSON text made by the database. */
@ApplicationScoped
public class OwnDataQueries {
    private static final String ALL = """
        select cast(json_build_object(
          'pool', (select json_build_object('participating', m.participating, 'maxTravelMinutes', m.max_travel_minutes,
                     'maxMinutesPerWeek', m.max_minutes_per_week, 'place', place.name, 'changedAt', m.changed_at)
                     from pool_member m join place on place.id = m.place_id where m.person_id = :person),
          'weekly', (select coalesce(json_agg(json_build_object('day', w.day, 'fromMinute', w.from_minute, 'toMinute', w.to_minute)
                     order by w.day, w.from_minute), '[]') from weekly_availability w where w.person_id = :person),
          'overrides', (select coalesce(json_agg(json_build_object('start', o.starts_at, 'end', o.ends_at, 'available', o.available)
                     order by o.starts_at), '[]') from availability_override o where o.person_id = :person),
          'busyCalendar', (select json_build_object('address', b.address, 'connectedAt', b.created_at, 'readAt', b.read_at,
                     'intervals', (select coalesce(json_agg(json_build_object('start', i.starts_at, 'end', i.ends_at) order by i.starts_at), '[]')
                                     from busy_interval i where i.person_id = b.person_id)) from busy_calendar b where b.person_id = :person),
          'placements', (select coalesce(json_agg(json_build_object('id', p.id, 'request', r.title, 'lender', lender.name,
                     'borrower', borrower.name, 'start', p.starts_at, 'end', p.ends_at, 'state', p.state, 'createdAt', p.created_at)
                     order by p.starts_at, p.id), '[]')
                     from placement p join staff_request r on r.id = p.request_id
                     join organisation lender on lender.id = p.lender_id join organisation borrower on borrower.id = p.borrower_id
                     where p.employee_id = :person),
          'decisions', (select coalesce(json_agg(json_build_object('placementId', c.placement_id, 'party', c.party, 'decision', c.decision,
                     'at', c.at, 'textVersion', c.text_version, 'reason', c.reason) order by c.at), '[]')
                     from placement_consent c where c.person_id = :person),
          'hours', (select coalesce(json_agg(json_build_object('placementId', e.placement_id, 'number', e.number, 'start', e.starts_at, 'end', e.ends_at,
                     'breakMinutes', e.break_minutes, 'travelMinutes', e.travel_minutes, 'reason', e.reason, 'enteredAt', e.entered_at,
                     'counts', e.number = t.entry, 'state', t.state) order by e.starts_at, e.placement_id, e.number), '[]')
                     from timesheet_entry e join timesheet t on t.placement_id = e.placement_id where t.employee_id = :person),
          'hoursDecisions', (select coalesce(json_agg(json_build_object('placementId', s.placement_id, 'entry', s.entry, 'step', s.step, 'at', s.at,
                     'reason', s.reason) order by s.at), '[]') from timesheet_step s join timesheet t on t.placement_id = s.placement_id
                     where t.employee_id = :person or s.person_id = :person),
          'completeWeeks', (select coalesce(json_agg(json_build_object('week', w.week_start, 'at', w.completed_at) order by w.completed_at), '[]')
                     from week_complete w where w.employee_id = :person),
          'whoCame', (select coalesce(json_agg(json_build_object('placementId', a.placement_id, 'step', a.step, 'party', a.party, 'view', a.view, 'at', a.at)
                     order by a.at), '[]') from attendance_step a join placement p on p.id = a.placement_id where p.employee_id = :person or a.person_id = :person),
          'questions', (select coalesce(json_agg(json_build_object('request', r.title, 'question', q.question, 'named', q.named, 'askedAt', q.asked_at,
                     'answer', q.answer, 'answeredAt', q.answered_at) order by q.asked_at), '[]')
                     from request_question q join staff_request r on r.id = q.request_id where q.asker_id = :person),
          'answersGiven', (select coalesce(json_agg(json_build_object('request', r.title, 'answer', q.answer, 'at', q.answered_at) order by q.answered_at), '[]')
                     from request_question q join staff_request r on r.id = q.request_id where q.answered_by = :person),
          'swaps', (select coalesce(json_agg(json_build_object('kind', w.kind, 'state', w.state, 'askedByMe', w.asker_id = :person, 'given', w.given_id,
                     'taken', w.taken_id, 'askedAt', w.asked_at, 'changedAt', w.changed_at) order by w.asked_at), '[]')
                     from swap w where w.asker_id = :person or w.colleague_id = :person),
          'favouriteOf', (select coalesce(json_agg(json_build_object('library', o.name, 'state', f.state, 'askedAt', f.asked_at, 'changedAt', f.changed_at,
                     'bookedInstantlySince', f.instant_at)
                     order by f.asked_at), '[]') from favourite f join organisation o on o.id = f.organisation_id where f.person_id = :person),
          'inductions', (select coalesce(json_agg(json_build_object('branch', b.name, 'version', a.version, 'acceptedAt', a.accepted_at) order by a.accepted_at), '[]')
                     from induction_acceptance a join branch b on b.id = a.branch_id where a.person_id = :person),
          'standingReleases', (select coalesce(json_agg(json_build_object('id', s.id, 'library', o.name, 'aboutMe', coalesce(s.employee_id = :person, false),
                     'givenByMe', s.given_by = :person, 'from', s.valid_from, 'to', s.valid_to, 'givenAt', s.given_at, 'revokedAt', s.revoked_at) order by s.given_at), '[]')
                     from standing_release s join organisation o on o.id = s.organisation_id
                     where s.employee_id = :person or s.given_by = :person or s.revoked_by = :person),
          'calendarFeed', (select json_build_object('createdAt', f.created_at, 'lastReadAt', f.last_read_at) from calendar_feed f where f.person_id = :person),
          'toldOfRequests', (select coalesce(json_agg(json_build_object('request', r.title, 'at', n.at) order by n.at), '[]')
                     from request_notice n join staff_request r on r.id = n.request_id where n.person_id = :person),
          'payScales', (select coalesce(json_agg(json_build_object('library', o.name, 'scale', ps.scale) order by o.name), '[]')
                     from pay_scale ps join organisation o on o.id = ps.organisation_id where ps.employee_id = :person),
          'evaluations', (select coalesce(json_agg(json_build_object('placementId', e.placement_id, 'side', e.side, 'asAgreed', e.as_agreed, 'prepared', e.prepared,
                     'wentWell', e.went_well, 'better', e.better, 'writtenByMe', e.written_by = :person, 'writtenAt', e.written_at, 'reply', e.reply,
                     'goals', (select coalesce(json_agg(json_build_object('goal', l.goal, 'reached', g.reached) order by l.number), '[]')
                                 from evaluation_goal g join learning_goal l on l.id = g.goal_id where g.placement_id = e.placement_id and g.side = e.side),
                     'sharedWithOwnLibrarySince', s.shared_at) order by e.written_at), '[]')
                     from evaluation e join placement p on p.id = e.placement_id left join evaluation_share s on s.placement_id = e.placement_id
                     where e.written_by = :person or p.employee_id = :person and (e.opened_at is not null or e.side = 'EMPLOYEE')),
          'evaluationConsents', (select coalesce(json_agg(json_build_object('library', o.name, 'document', c.document, 'recordedAt', c.recorded_at,
                     'revokedAt', c.revoked_at) order by c.recorded_at), '[]') from evaluation_consent c join organisation o on o.id = c.organisation_id
                     where c.recorded_by = :person or c.revoked_by = :person),
          'returnTalks', (select coalesce(json_agg(json_build_object('request', r.title, 'plannedOn', t.planned_on, 'heldOn', t.held_on, 'brought', t.brought)
                     order by t.planned_on), '[]') from return_talk t join staff_request r on r.id = t.request_id where t.employee_id = :person),
          'settled', (select coalesce(json_agg(json_build_object('placementId', l.placement_id, 'workedOn', l.worked_on, 'minutes', l.minutes, 'roadMetres', l.road_metres,
                     'scale', l.scale, 'sentAt', s.sent_at, 'paidAt', s.paid_at) order by l.worked_on), '[]')
                     from settlement_line l join settlement s on s.id = l.settlement_id join placement p on p.id = l.placement_id where p.employee_id = :person),
          'inPlans', (select count(*) from plan_line l where l.person_id = :person),
          'shownInRankings', (select count(*) from ranking_log l where :person = any(l.people)),
          'requests', (select coalesce(json_agg(json_build_object('id', r.id, 'title', r.title, 'status', r.status, 'createdAt', r.created_at)
                     order by r.created_at), '[]') from staff_request r where r.created_by = :person)
        ) as text)""";

    @Inject
    private Jdbi jdbi;

    public String of(UUID personId) {
        return jdbi.withHandle(handle -> handle.createQuery(ALL).bind("person", personId).mapTo(String.class).one());
    }
}
