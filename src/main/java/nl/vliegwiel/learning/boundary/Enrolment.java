package nl.vliegwiel.learning.boundary;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import nl.vliegwiel.learning.domain.EnrolmentState;
import nl.vliegwiel.learning.persistence.EnrolmentQueries;

/**
 * How somebody stands with a cohort.
 *
 * @param position place in the line, from 1; null for who does not wait
 * @param until until when somebody has to answer; null for no limit
 * @param reason of an employer who said no; for her and that employer
 */
public record Enrolment(UUID id, int version, UUID cohortId, String cohort, String programme, LocalDate startsOn, LocalDate endsOn, int costCents, UUID personId, String person,
        UUID organisationId, String organisation, EnrolmentState state, Integer position, Instant enrolledAt, Instant changedAt, Instant until, String reason) {
    static Enrolment of(EnrolmentQueries.Row row) {
        return new Enrolment(row.id(), row.version(), row.cohortId(), row.cohort(), row.programme(), row.startsOn(), row.endsOn(), row.costCents(), row.personId(), row.person(),
            row.organisationId(), row.organisation(), row.state(), row.position() == 0 ? null : Integer.valueOf(row.position()), row.enrolledAt(), row.changedAt(), row.until(), row.reason());
    }
}
