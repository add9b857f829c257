package nl.vliegwiel.person;

import java.util.UUID;

/**
 * An employment of a person began, changed or ended (R14: she is told).
 *
 * @param organisationId where
 * @param byPersonId who did it; null for the product itself
 */
public record EmploymentChanged(UUID personId, UUID organisationId, UUID byPersonId) {
}
