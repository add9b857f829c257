package nl.vliegwiel.flexpool.boundary;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import nl.vliegwiel.flexpool.domain.evaluation.CouncilBody;

/**
 * Whether a library evaluates placements, and by whose consent (R9).
 *
 * @param version of the consent that holds; 0 for none
 * @param lines every consent that was recorded, the newest first
 * @param mayKeep the reader records and revokes
 */
public record EvaluationConsent(UUID organisationId, String organisation, int version, boolean on, List<Line> lines, boolean mayKeep) {
    /** @param document where the consent can be found, such as the number of a letter; revokedBy and revokedAt null while it holds */
    public record Line(CouncilBody body, LocalDate consentedOn, String document, String recordedBy, Instant recordedAt, String revokedBy, Instant revokedAt) {
    }
}
