package nl.vliegwiel.person;

import java.time.Instant;
import java.util.UUID;
import nl.vliegwiel.platform.actor.Role;

/**
 * A role of a person was granted or ended by another (R14: she is told).
 *
 * @param granted false where the role ends
 */
public record RoleChanged(UUID personId, UUID organisationId, Role role, boolean granted, UUID byPersonId, Instant at) {
}
