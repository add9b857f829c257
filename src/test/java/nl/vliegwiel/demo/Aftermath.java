package nl.vliegwiel.demo;

import java.sql.Connection;
import java.sql.SQLException;

/**
 * What people said before, after and about loans: questions with answers, who did not come, works councils that consented,
 * evaluations, and talks after places to learn. Written by what stands in the tables, the same at every run.
 */
final class Aftermath {
    private static final String WORKED = "p.state in ('RUNNING','HOURS_CLOSED','SETTLED') and p.ends_at < now() and p.lender_id <> p.borrower_id";

    /** One manager of each library. */
    private static final String HR = """
        (select distinct on (g.organisation_id) g.organisation_id as library, g.person_id as person from role_grant g where g.role = 'HR_MANAGER' and g.deputy_for is null
          order by g.organisation_id, g.starts_on, g.person_id)""";

    /** Two of the three libraries with accounts and half of the others; one of them revoked it again. */
    private static final String CONSENTS = """
        insert into evaluation_consent (id, organisation_id, body, consented_on, document, recorded_by, recorded_at)
        select md5('council' || h.library)::uuid, h.library, case when o.rank %% 3 = 0 then 'STAFF_REPRESENTATION' else 'WORKS_COUNCIL' end, current_date - 210,
               'Brief van de OR, kenmerk ' || 100 + o.rank, h.person, now() - interval '205 days'
          from %s h join (select id, name, row_number() over (order by id) as rank from organisation where kind = 'LIBRARY' and merged_into is null) o on o.id = h.library
         where o.name like '%%Duinrand' or o.name like '%%Vennenland' or o.rank %% 2 = 0 and o.name not like '%%Hoogveen'""".formatted(HR);

    private static final String GOALS = """
        insert into learning_goal (id, request_id, number, goal)
        select md5('goal' || g.number || r.id)::uuid, r.id, g.number, (array['Zelf een groep begeleiden', 'Bezoekers op weg helpen die weinig digitaal doen', 'Een activiteit voorbereiden met een collega',
               'Weten wie er in de buurt meedoet'])[1 + (length(r.title) + 2 * g.number) % 4]
          from staff_request r cross join (values (1), (2)) g (number) where r.purpose = 'LEARNING'""";

    /** Each of the two sides writes more often than not; together they open at once, alone after three weeks. */
    private static final String EVALUATIONS = """
        insert into evaluation (placement_id, side, as_agreed, prepared, went_well, better, written_by, written_at)
        select p.id, s.side, (array['YES','YES','YES','PARTLY','NO'])[1 + abs(hashtext(p.id || s.side)) %% 5], (array['YES','PARTLY','YES','NO'])[1 + abs(hashtext(s.side || p.id)) %% 4],
               case s.side when 'EMPLOYEE' then (array['Fijne ploeg, duidelijke uitleg aan de balie.', 'Ik kon meteen meedraaien en leerde het uitleensysteem van hier kennen.', 'Er was steeds iemand aan wie ik iets kon vragen.', null])[1 + abs(hashtext('a' || p.id)) %% 4]
                 else (array['Wij konden gewoon open blijven en bezoekers waren snel geholpen.', 'Het liep zoals we hoopten.', 'De overdracht naar ons team was helder.', null])[1 + abs(hashtext('b' || p.id)) %% 4] end,
               case s.side when 'EMPLOYEE' then (array['Een inlogcode vooraf scheelt een half uur.', 'Zet op het inwerkblad waar je kunt parkeren.', null])[1 + abs(hashtext('c' || p.id)) %% 3]
                 else (array['Wij vragen de gastaccounts voortaan een dag eerder aan.', 'Volgende keer plannen wij tien minuten overdracht.', null])[1 + abs(hashtext('d' || p.id)) %% 3] end,
               case s.side when 'EMPLOYEE' then p.employee_id else h.person end, least(now(), (date_trunc('day', p.ends_at at time zone 'Europe/Amsterdam') + (1 + abs(hashtext(s.side || 'day' || p.id)) %% 8) * interval '1 day'
                 + (540 + abs(hashtext(s.side || 'at' || p.id)) %% 420) * interval '1 minute') at time zone 'Europe/Amsterdam')
          from placement p join %s h on h.library = p.borrower_id join person x on x.id = p.employee_id
          join evaluation_consent l on l.organisation_id = p.lender_id and l.recorded_at < p.ends_at join evaluation_consent b on b.organisation_id = p.borrower_id and b.recorded_at < p.ends_at
          cross join (values ('EMPLOYEE'), ('BORROWER')) s (side)
         where %s and h.person <> p.employee_id
           and not exists (select from placement q where q.request_id = p.request_id and q.employee_id = p.employee_id and q.state in ('CONFIRMED','RUNNING','HOURS_CLOSED','SETTLED')
                             and (q.ends_at, q.id) > (p.ends_at, p.id))
           and case when x.email like '%%@vliegwiel.example' then s.side = 'BORROWER' or p.ends_at < now() - interval '21 days' else abs(hashtext('does' || s.side || p.id)) %% 10 < 7 end"""
        .formatted(HR, WORKED);

    private static final String OPENED = """
        update evaluation e set opened_at = o.at
          from (select e.placement_id, case when count(*) = 2 then max(e.written_at) else max(p.ends_at) + interval '21 days' end as at
                  from evaluation e join placement p on p.id = e.placement_id group by e.placement_id) o
         where o.placement_id = e.placement_id and o.at <= now()""";

    private static final String REPLIES = """
        update evaluation set reply = 'Dank je. De gastaccounts werkten de tweede dag wel.', replied_at = opened_at + interval '1 day', version = 2
         where side = 'BORROWER' and opened_at < now() - interval '2 days' and better like 'Wij vragen%'""";

    private static final String SHARED = """
        insert into evaluation_share (placement_id, shared_at) select placement_id, max(opened_at) + interval '1 hour' from evaluation
         where opened_at is not null and abs(hashtext('share' || placement_id)) % 4 = 0 group by placement_id""";

    private static final String REACHED = """
        insert into evaluation_goal (placement_id, side, goal_id, reached)
        select e.placement_id, e.side, g.id, (array['REACHED','PARTLY','NOT_YET','REACHED'])[1 + abs(hashtext(e.side || g.id)) % 4]
          from evaluation e join placement p on p.id = e.placement_id join learning_goal g on g.request_id = p.request_id""";

    private static final String TALKS = """
        insert into return_talk (request_id, employee_id, planned_on, held_on, brought, changed_at)
        select distinct on (p.request_id, p.employee_id) p.request_id, p.employee_id, (p.ends_at + interval '9 days')::date,
               case when p.ends_at < now() - interval '10 days' then (p.ends_at + interval '9 days')::date end,
               case when p.ends_at < now() - interval '10 days' then 'Een draaiboek voor zo''n ochtend, en de naam van iemand om te bellen.' end, least(now(), p.ends_at + interval '9 days')
          from placement p join staff_request r on r.id = p.request_id and r.purpose = 'LEARNING'
         where %s and p.ends_at < now() - interval '6 days' order by p.request_id, p.employee_id, p.ends_at desc""".formatted(WORKED);

    private static final String QUESTIONS = """
        insert into request_question (id, request_id, asker_id, named, question, asked_at, answer, answered_by, answered_at)
        select md5('question' || r.id)::uuid, r.id, somebody.employee_id, false,
               (array['Is er een fietsenstalling bij de personeelsingang?', 'Hoeveel bezoekers komen er ongeveer op zo''n dag?', 'Werk ik alleen, of is er een vaste collega bij?', 'Kan ik een half uur later beginnen in verband met de trein?'])[1 + abs(hashtext('q' || r.id)) %% 4],
               r.published_at + interval '3 hours', a.answer, case when a.answer is null then null else h.person end, case when a.answer is null then null else r.published_at + interval '22 hours' end
          from staff_request r join %s h on h.library = r.organisation_id
          cross join lateral (select p.employee_id from placement p join person x on x.id = p.employee_id where p.request_id = r.id and p.employee_id <> h.person
                                and x.email not like '%%@vliegwiel.example' order by p.id limit 1) somebody
          cross join lateral (select case when r.published_at > now() - interval '2 days' then null
                else (array['Ja, achter het gebouw. De code staat op het inwerkblad.', 'Tussen de veertig en zestig, vooral na schooltijd.', 'Er is altijd een vaste collega bij.', 'Dat kan, zeg het even als je je aanmeldt.'])[1 + abs(hashtext('q' || r.id)) %% 4] end as answer) a
         where r.published_at < now() - interval '1 day' and abs(hashtext('asks' || r.id)) %% 5 = 0""".formatted(HR);

    private static final String NOT_SEEN = """
        insert into attendance_step (id, placement_id, step, party, view, person_id, at)
        select md5('missed' || p.id)::uuid, p.id, 'NO_SHOW', 'BORROWER', 'NOT_SEEN', h.person, p.starts_at + interval '1 hour'
          from placement p join %s h on h.library = p.borrower_id where p.state = 'NO_SHOW'""".formatted(HR);

    private static final String HER_VIEW = """
        insert into attendance_step (id, placement_id, step, party, view, person_id, at)
        select md5('view' || p.id)::uuid, p.id, 'VIEW', 'EMPLOYEE', 'MIXED_UP', p.employee_id, p.starts_at + interval '5 hours'
          from placement p where p.state = 'NO_SHOW' and abs(hashtext(p.id::text)) % 2 = 0""";

    /** Whoever worked somewhere most often; one of them did not answer yet. */
    private static final String FAVOURITES = """
        insert into favourite (id, organisation_id, person_id, state, asked_by, asked_at, changed_at)
        select md5('favourite' || f.borrower_id || f.employee_id)::uuid, f.borrower_id, f.employee_id, case when f.rank = 3 then 'ASKED' else 'AGREED' end, h.person,
               now() - (20 + 30 * f.rank) * interval '1 day', now() - (20 + 30 * f.rank - case when f.rank = 3 then 0 else 2 end) * interval '1 day'
          from (select p.borrower_id, p.employee_id, row_number() over (partition by p.borrower_id order by count(*) desc, p.employee_id) as rank
                  from placement p join person x on x.id = p.employee_id where %s and x.email not like '%%@vliegwiel.example' group by p.borrower_id, p.employee_id) f
          join %s h on h.library = f.borrower_id where f.rank <= 3""".formatted(WORKED, HR);

    private static final String SHORTER = """
        insert into retention_choice (id, organisation_id, kind, months, valid_from, chosen_by, chosen_at)
        select md5('shorter' || o.id)::uuid, o.id, 'QUESTION', 6, current_date - 30, h.person, now() - interval '31 days'
          from organisation o join %s h on h.library = o.id where o.name like '%%Vennenland'""".formatted(HR);

    private Aftermath() {
    }

    static void write(Connection connection) throws SQLException {
        try (var statement = connection.createStatement()) {
            for (String one : new String[] {CONSENTS, GOALS, EVALUATIONS, OPENED, REPLIES, SHARED, REACHED, TALKS, QUESTIONS, NOT_SEEN, HER_VIEW, FAVOURITES, SHORTER}) {
                statement.execute(one);
            }
        }
    }
}
