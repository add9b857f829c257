package nl.vliegwiel.learning;

import java.time.Instant;
import java.util.UUID;

/**
 * Something happened to somebody's enrolment (R17: each is told once, and the right thing).
 *
 * @param organisationId her employer
 * @param byPersonId who did it; null for the product itself
 */
public record EnrolmentChanged(UUID enrolmentId, UUID personId, UUID organisationId, Change change, UUID byPersonId, Instant at) {
    /** What happened. */
    public enum Change {
        /** She has a place. */
        ENROLLED,
        /** A place is kept for her until her employer has decided. */
        EMPLOYER_ASKED,
        /** All places are taken; she stands in the line. */
        WAITING,
        /** A place came free and is hers if she says so in time. */
        OFFERED,
        /** She or a facilitator gave her place up. */
        LEFT,
        /** Her employer said no. */
        DECLINED,
        /** Nobody answered in time. */
        LAPSED,
        /** The cohort began without her. */
        NOT_PLACED,
        /** A facilitator put her elsewhere in the line. */
        MOVED
    }
}
