package nl.vliegwiel.platform.actor;

import java.util.UUID;

/** A role of a person at one organisation. */
public record Grant(Role role, UUID organisationId) {
}
