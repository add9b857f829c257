package nl.vliegwiel.learning.persistence;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Optional;
import java.util.UUID;
import nl.vliegwiel.learning.Learning.CohortInBrief;
import nl.vliegwiel.learning.Learning.EnrolmentInBrief;
import org.jdbi.v3.core.Jdbi;

/** Short records for messages, and everything of one person for her export. */
@ApplicationScoped
public class LearningBriefs {
    private static final String EXPORT = """
        select jsonb_build_object(
          'enrolments', (select coalesce(jsonb_agg(jsonb_build_object('cohort', c.title, 'startsOn', c.starts_on, 'organisation', o.name, 'state', e.state, 'enrolledAt', e.enrolled_at,
                           'changedAt', e.changed_at, 'until', e.until, 'reason', e.reason) order by e.enrolled_at), '[]')
                           from enrolment e join cohort c on c.id = e.cohort_id join organisation o on o.id = e.organisation_id where e.person_id = :person),
          'invitations', (select coalesce(jsonb_agg(jsonb_build_object('cohort', c.title, 'at', i.at) order by i.at), '[]')
                           from cohort_invitation i join cohort c on c.id = i.cohort_id where i.person_id = :person),
          'movedInLine', (select coalesce(jsonb_agg(jsonb_build_object('cohort', c.title, 'from', r.from_place, 'to', r.to_place, 'reason', r.reason, 'at', r.at) order by r.at), '[]')
                           from cohort_reorder r join cohort c on c.id = r.cohort_id join enrolment e on e.id = r.enrolment_id where e.person_id = :person),
          'certificates', (select coalesce(jsonb_agg(jsonb_build_object('programme', t.programme, 'code', t.code, 'at', t.awarded_at, 'revokedAt', t.revoked_at, 'reason', t.revoke_reason) order by t.awarded_at), '[]')
                           from certificate t where t.person_id = :person),
          'guides', (select coalesce(jsonb_agg(c.title order by c.starts_on), '[]') from cohort_facilitator f join cohort c on c.id = f.cohort_id where f.person_id = :person),
          'readWithReason', (select coalesce(jsonb_agg(jsonb_build_object('cohort', c.title, 'reason', r.reason, 'at', r.at) order by r.at), '[]')
                           from cohort_reading r join cohort c on c.id = r.cohort_id where r.person_id = :person))::text""";

    @Inject
    private Jdbi jdbi;

    public Optional<EnrolmentInBrief> enrolment(UUID id) {
        return jdbi.withHandle(handle -> handle.createQuery("""
                select e.id, e.cohort_id, (select r.reason from cohort_reorder r where r.enrolment_id = e.id order by r.at desc limit 1) as moved, c.title, p.title as programme, c.starts_on, n.given_name || ' ' || n.family_name as person, e.state, e.until,
                       case when e.state = 'WAITING' then (select count(*) from enrolment w where w.cohort_id = e.cohort_id and w.state = 'WAITING' and w.line <= e.line) else 0 end as position
                  from enrolment e join cohort c on c.id = e.cohort_id join learning_programme p on p.id = c.programme_id join person n on n.id = e.person_id where e.id = :id""")
            .bind("id", id).map((row, context) -> new EnrolmentInBrief(row.getObject("id", UUID.class), row.getObject("cohort_id", UUID.class), row.getString("title"),
                row.getString("programme"), row.getObject("starts_on", java.time.LocalDate.class), row.getString("person"), row.getString("state"), row.getInt("position"),
                row.getTimestamp("until") == null ? null : row.getTimestamp("until").toInstant(), row.getString("moved"))).findOne());
    }

    public Optional<CohortInBrief> cohort(UUID id) {
        return jdbi.withHandle(handle -> handle.createQuery("""
                select c.id, c.title, p.title as programme, c.starts_on, c.enrol_until, c.state in ('OPEN','FULL') as enrollable
                  from cohort c join learning_programme p on p.id = c.programme_id where c.id = :id""")
            .bind("id", id).map((row, context) -> new CohortInBrief(row.getObject("id", UUID.class), row.getString("title"), row.getString("programme"),
                row.getObject("starts_on", java.time.LocalDate.class), row.getTimestamp("enrol_until").toInstant(), row.getBoolean("enrollable"))).findOne());
    }

    /** Everything about a person as JSON. */
    public String all(UUID personId) {
        return jdbi.withHandle(handle -> handle.createQuery(EXPORT).bind("person", personId).mapTo(String.class).one());
    }
}
