package nl.vliegwiel.person;

import java.time.Instant;
import java.util.UUID;

/** A manager invites somebody her library employs to sign on; the invitation goes to the address of the person. */
public record EmployeeInvited(UUID personId, UUID organisationId, UUID byPersonId, Instant at) {
}
