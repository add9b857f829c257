package nl.vliegwiel.flexpool.persistence;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import nl.vliegwiel.flexpool.domain.evaluation.CouncilBody;
import org.jdbi.v3.core.Jdbi;

/** Which libraries recorded that those who represent their staff consented to evaluations (R9). */
@ApplicationScoped
public class EvaluationConsentQueries {
    @Inject
    private Jdbi jdbi;

    /** @param revokedAt null while it holds */
    public record Row(UUID id, int version, CouncilBody body, LocalDate consentedOn, String document, String recordedBy, Instant recordedAt, String revokedBy,
            Instant revokedAt) {
    }

    /** Of a library, the newest first. */
    public List<Row> of(UUID organisationId) {
        return jdbi.withHandle(handle -> handle.createQuery("""
                select c.*, r.given_name || ' ' || r.family_name as recorder, v.given_name || ' ' || v.family_name as revoker
                  from evaluation_consent c join person r on r.id = c.recorded_by left join person v on v.id = c.revoked_by
                 where c.organisation_id = :organisation order by c.recorded_at desc, c.id""")
            .bind("organisation", organisationId)
            .map((row, context) -> {
                Timestamp revoked = row.getTimestamp("revoked_at");
                return new Row(row.getObject("id", UUID.class), row.getInt("version"), CouncilBody.valueOf(row.getString("body")),
                    row.getObject("consented_on", LocalDate.class), row.getString("document"), row.getString("recorder"), row.getTimestamp("recorded_at").toInstant(),
                    row.getString("revoker"), revoked == null ? null : revoked.toInstant());
            }).list());
    }

    public String organisation(UUID id) {
        return jdbi.withHandle(handle -> handle.createQuery("select name from organisation where id = :id").bind("id", id).mapTo(String.class).findOne().orElse(null));
    }

    /** @return false when there is one that holds already */
    public boolean record(UUID id, UUID organisationId, CouncilBody body, LocalDate on, String document, UUID by, Instant at) {
        return jdbi.withHandle(handle -> handle.createUpdate("""
                insert into evaluation_consent (id, organisation_id, body, consented_on, document, recorded_by, recorded_at)
                values (:id, :organisation, :body, :on, :document, :by, :at) on conflict (organisation_id) where revoked_at is null do nothing""")
            .bind("id", id).bind("organisation", organisationId).bind("body", body.name()).bind("on", on).bind("document", document).bind("by", by)
            .bind("at", at.atOffset(ZoneOffset.UTC)).execute()) == 1;
    }

    /** @return false when it was revoked since it was seen */
    public boolean revoke(UUID id, int seenVersion, UUID by, Instant at) {
        return jdbi.withHandle(handle -> handle.createUpdate("""
                update evaluation_consent set version = version + 1, revoked_by = :by, revoked_at = :at where id = :id and version = :seen and revoked_at is null""")
            .bind("id", id).bind("seen", seenVersion).bind("by", by).bind("at", at.atOffset(ZoneOffset.UTC)).execute()) == 1;
    }
}
