package nl.vliegwiel.flexpool.persistence;

import com.fasterxml.jackson.core.JsonProcessingException;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import nl.vliegwiel.flexpool.domain.agreement.AgreementContent;
import nl.vliegwiel.flexpool.domain.worktime.Finding;
import nl.vliegwiel.platform.rest.Json;
import org.jdbi.v3.core.Jdbi;

/** Texts of agreements and the checks that belong to them; written once, read as they were. */
@ApplicationScoped
public class AgreementQueries {
    @Inject
    private Jdbi jdbi;

    /** A text with the version of its clauses. */
    public record Text(int textVersion, String clauseVersion, AgreementContent content, Instant createdAt) {
    }

    public void add(UUID placementId, int textVersion, String clauseVersion, AgreementContent content, Instant at) {
        jdbi.useHandle(handle -> handle.createUpdate("""
                insert into agreement (placement_id, text_version, clause_version, content, created_at)
                values (:placement, :version, :clauses, cast(:content as jsonb), :at)""")
            .bind("placement", placementId).bind("version", textVersion).bind("clauses", clauseVersion)
            .bind("content", json(content)).bind("at", at.atOffset(ZoneOffset.UTC)).execute());
    }

    public Optional<Text> find(UUID placementId, int textVersion) {
        return jdbi.withHandle(handle -> handle.createQuery(
                "select text_version, clause_version, content, created_at from agreement where placement_id = :placement and text_version = :version")
            .bind("placement", placementId).bind("version", textVersion)
            .map((row, context) -> new Text(row.getInt(1), row.getString(2), content(row.getString(3)), row.getTimestamp(4).toInstant()))
            .findOne());
    }

    /** Keeps the findings with which a placement became definite (R5, R6). */
    public void addCheck(UUID placementId, int textVersion, Instant at, String limitsVersion, List<Finding> findings) {
        jdbi.useHandle(handle -> handle.createUpdate("""
                insert into placement_check (placement_id, text_version, at, limits_version, findings)
                values (:placement, :version, :at, :limits, cast(:findings as jsonb))""")
            .bind("placement", placementId).bind("version", textVersion).bind("at", at.atOffset(ZoneOffset.UTC)).bind("limits", limitsVersion)
            .bind("findings", StoredFindings.write(findings)).execute());
    }

    static AgreementContent content(String json) {
        try {
            return Json.MAPPER.readValue(json, AgreementContent.class);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("A stored agreement cannot be read", e);
        }
    }

    private static String json(AgreementContent content) {
        try {
            return Json.MAPPER.writeValueAsString(content);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("An agreement is plain data", e);
        }
    }
}
