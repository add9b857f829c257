package nl.vliegwiel.learning.persistence;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Jdbi;

/** Certificates. */
@ApplicationScoped
public class CertificateQueries {
    private static final String ROWS = """
        select c.*, h.title as cohort, h.starts_on, h.ends_on, o.name as organiser, p.organiser_id, case when :english then s.name_en else s.name_nl end as skill
          from certificate c join cohort h on h.id = c.cohort_id join learning_programme p on p.id = h.programme_id join organisation o on o.id = p.organiser_id
          left join skill s on s.public_id = c.skill_id where\s""";

    @Inject
    private Jdbi jdbi;

    /** @param revokedAt null while it holds */
    public record Row(UUID id, UUID cohortId, String cohort, UUID personId, String code, String name, String programme, UUID organiserId, String organiser, String skill,
            Integer skillLevel, LocalDate startsOn, LocalDate endsOn, Instant awardedAt, Instant revokedAt) {
    }

    public Optional<Row> find(String code, boolean english) {
        return jdbi.withHandle(handle -> handle.createQuery(ROWS + "c.code = :code").bind("code", code).bind("english", english).map((row, context) -> row(row)).findOne());
    }

    /** The certificate of somebody in a cohort that holds. */
    public Optional<Row> of(UUID cohort, UUID person, boolean english) {
        return jdbi.withHandle(handle -> handle.createQuery(ROWS + "c.cohort_id = :cohort and c.person_id = :person and c.revoked_at is null").bind("cohort", cohort)
            .bind("person", person).bind("english", english).map((row, context) -> row(row)).findOne());
    }

    /** Those of a cohort that hold. */
    public List<Row> ofCohort(UUID cohort) {
        return jdbi.withHandle(handle -> handle.createQuery(ROWS + "c.cohort_id = :cohort and c.revoked_at is null").bind("cohort", cohort).bind("english", false)
            .map((row, context) -> row(row)).list());
    }

    /** @return false when somebody gave it a moment before */
    public boolean add(UUID id, UUID cohort, UUID person, String code, UUID by, Instant at) {
        return jdbi.withHandle(handle -> handle.createUpdate("""
                insert into certificate (id, cohort_id, person_id, code, name, programme, skill_id, skill_level, awarded_at, awarded_by)
                select :id, h.id, n.id, :code, n.given_name || ' ' || n.family_name, p.title, s.public_id, p.skill_level, :at, :by
                  from cohort h join learning_programme p on p.id = h.programme_id join person n on n.id = :person left join skill s on s.id = p.skill_id where h.id = :cohort
                on conflict (cohort_id, person_id) where revoked_at is null do nothing""")
            .bind("id", id).bind("cohort", cohort).bind("person", person).bind("code", code).bind("by", by).bind("at", at.atOffset(ZoneOffset.UTC)).execute()) == 1;
    }

    public boolean revoke(UUID id, UUID by, String reason, Instant at) {
        return jdbi.withHandle(handle -> handle.createUpdate("update certificate set revoked_at = :at, revoked_by = :by, revoke_reason = :reason where id = :id and revoked_at is null")
            .bind("id", id).bind("by", by).bind("reason", reason).bind("at", at.atOffset(ZoneOffset.UTC)).execute()) == 1;
    }

    private static Row row(ResultSet row) throws SQLException {
        return new Row(row.getObject("id", UUID.class), row.getObject("cohort_id", UUID.class), row.getString("cohort"), row.getObject("person_id", UUID.class), row.getString("code"),
            row.getString("name"), row.getString("programme"), row.getObject("organiser_id", UUID.class), row.getString("organiser"), row.getString("skill"),
            (Integer) row.getObject("skill_level"), row.getObject("starts_on", LocalDate.class), row.getObject("ends_on", LocalDate.class),
            row.getTimestamp("awarded_at").toInstant(), row.getTimestamp("revoked_at") == null ? null : row.getTimestamp("revoked_at").toInstant());
    }
}
