package nl.vliegwiel.learning;

import java.time.Instant;
import java.util.UUID;

/** A facilitator invites somebody to a cohort. */
public record CohortInvited(UUID cohortId, UUID personId, UUID byPersonId, Instant at) {
}
