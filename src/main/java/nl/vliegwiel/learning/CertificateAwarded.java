package nl.vliegwiel.learning;

import java.time.Instant;
import java.util.UUID;

/**
 * Somebody got a certificate, or it was revoked (R14: she is told).
 *
 * @param revoked false where it was given
 */
public record CertificateAwarded(UUID cohortId, UUID personId, String code, boolean revoked, Instant at) {
}
