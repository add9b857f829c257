package nl.vliegwiel.organisation;

import java.time.Instant;
import java.util.UUID;

/**
 * One organisation went up in another (R19). Whoever keeps current ties with the first moves them in the same transaction.
 *
 * @param from the organisation that ended
 * @param into the one that took over
 */
public record OrganisationsMerged(UUID from, UUID into, UUID byPersonId, Instant at) {
}
