package nl.vliegwiel.demo;

import java.sql.Connection;
import java.sql.SQLException;

/**
 * What lenders agreed beforehand, induction sheets of some branches, and frame agreements. The named libraries agreed
 * nothing that would ask a reason of a script: their budget is wide and their black-out lies before the new year.
 */
final class Agreements {
    private static final String HR = """
        (select p.id as person, e.organisation_id as library, p.email from person p join employment e on e.person_id = p.id
          where p.email in ('hr.duinrand@vliegwiel.example', 'hr.vennenland@vliegwiel.example', 'hr.hoogveen@vliegwiel.example'))""";

    private static final String NAMED_POLICIES = "insert into release_policy (organisation_id, version, minutes_per_week, reaction_hours, changed_at)"
        + " select h.library, 1, case when h.email like 'hr.vennenland%' then 12000 end, 16, now() - interval '40 days' from " + HR + " h on conflict do nothing";

    private static final String OTHER_POLICIES = """
        insert into release_policy (organisation_id, version, minutes_per_week, reaction_hours, changed_at)
        select o.id, 1, 60 * (8 + 8 * (o.rank % 5)), 8 + 8 * (o.rank % 3), now() - interval '60 days'
          from (select id, row_number() over (order by id) as rank from organisation where kind = 'LIBRARY' and merged_into is null) o where o.rank % 3 = 0
        on conflict do nothing""";

    private static final String BLACKOUTS = """
        insert into release_blackout (id, organisation_id, starts_on, ends_on, reason)
        select md5('blackout' || p.organisation_id)::uuid, p.organisation_id, make_date(extract(year from current_date)::integer, 12, 21),
               make_date(extract(year from current_date)::integer, 12, 31), 'HOLIDAYS'
          from release_policy p where p.minutes_per_week is not null""";

    private static final String STANDING = """
        insert into standing_release (id, organisation_id, borrower_id, employee_id, minutes_per_week, max_shift_minutes, valid_from, valid_to, clause_version, given_by, given_at)
        select md5('standing' || v.library)::uuid, v.library, d.library, somebody.person_id, 480, 300, current_date - 20, current_date + 200, '1', v.person, now() - interval '20 days'
          from %s v join %s d on d.email like 'hr.duinrand%%'
          cross join lateral (select e.person_id from employment e join person q on q.id = e.person_id
                               where e.organisation_id = v.library and q.email not like '%%@vliegwiel.example' and e.ends_on is null order by e.person_id limit 1) somebody
         where v.email like 'hr.vennenland%%'""".formatted(HR, HR);

    private static final String SHEETS = """
        insert into induction_sheet (branch_id, version, report_to, contact, keys_ict, house_rules, safety, published_by, published_at)
        select b.id, 1, 'Personeelsingang aan de achterkant, een kwartier voor je dienst. Bel aan bij "Bibliotheek".', 'De teamleider van die dag, via het nummer op de deur van het kantoor.',
               'Een bezoekerspas ligt klaar. Inloggen doe je met het gastaccount dat de teamleider voor je opent.', 'Telefoon op stil in de zaal. Lunch kan in de kantine.',
               E'Bij brandalarm gaat iedereen naar buiten; verzamelen bij de fietsenstalling.\\nNooduitgangen: hoofdingang en jeugdhoek.\\nBHV: de teamleider heeft de portofoon.\\nBij agressie: afstand houden, portofoon, nooit alleen.',
               h.person, now() - interval '90 days'
          from %s h cross join lateral (select id from branch where organisation_id = h.library and closed_on is null order by id limit 1) b""".formatted(HR);

    private static final String ACCEPTED = """
        insert into induction_acceptance (person_id, branch_id, version, accepted_at)
        select distinct on (p.employee_id, r.branch_id) p.employee_id, r.branch_id, 1, greatest(p.starts_at - interval '1 day', s.published_at)
          from placement p join staff_request r on r.id = p.request_id join induction_sheet s on s.branch_id = r.branch_id and s.version = 1
         where p.state in ('RUNNING','HOURS_CLOSED','SETTLED') and p.starts_at < now() order by p.employee_id, r.branch_id, p.starts_at""";

    private static final String FRAME = """
        insert into frame_agreement (id, version, one_id, other_id, state, valid_from, valid_to, notice_months, created_by, created_at)
        select md5('frame' || a.library || b.library)::uuid, 1, least(a.library, b.library), greatest(a.library, b.library), :state, current_date - 200, current_date + 300, 3, a.person,
               now() - interval '210 days'
          from %s a join %s b on a.email like :one and b.email like :other""".formatted(HR, HR);

    private static final String FRAME_TEXT = """
        insert into frame_agreement_text (frame_id, text_version, content, made_for, made_by, made_at)
        select f.id, 1, jsonb_build_object('validFrom', f.valid_from, 'validTo', f.valid_to, 'waadiGround', 'COLLEGIAL_NON_PROFIT', 'wttaPosition', 'OUTSIDE_COLLEGIAL',
               'vatGround', 'STANDARD', 'vatConditions', '[]'::jsonb, 'travel', 'BORROWER_PAYS', 'liability', 'BORROWER_BEARS', 'noticeMonths', 3,
               'special', 'Wij bellen elkaar bij een afzegging binnen een week.'), h.library, h.person, f.created_at
          from frame_agreement f join %s h on h.person = f.created_by""".formatted(HR);

    private static final String FRAME_YES = """
        insert into frame_agreement_consent (frame_id, text_version, organisation_id, decision, person_id, at)
        select f.id, 1, h.library, 'YES', h.person, f.created_at + case when h.person = f.created_by then interval '0' else interval '3 days' end
          from frame_agreement f join %s h on h.library in (f.one_id, f.other_id) where f.state = 'AGREED' or h.person = f.created_by""".formatted(HR);

    private Agreements() {
    }

    static void write(Connection connection) throws SQLException {
        try (var statement = connection.createStatement()) {
            for (String one : new String[] {NAMED_POLICIES, OTHER_POLICIES, BLACKOUTS, STANDING, SHEETS, ACCEPTED, frame("AGREED", "vennenland", "hoogveen"),
                frame("PROPOSED", "hoogveen", "duinrand"), FRAME_TEXT, FRAME_YES}) {
                statement.execute(one);
            }
        }
    }

    private static String frame(String state, String one, String other) {
        return FRAME.replace(":state", "'" + state + "'").replace(":one", "'hr." + one + "@%'").replace(":other", "'hr." + other + "@%'");
    }
}
