package nl.vliegwiel.learning.boundary;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import nl.vliegwiel.learning.domain.CohortState;
import nl.vliegwiel.learning.domain.EnrolmentState;
import nl.vliegwiel.learning.domain.Guide;
import nl.vliegwiel.learning.domain.Spread;

/**
 * A cohort as one reader sees it.
 *
 * @param enrolled who takes part
 * @param taken places that somebody has, keeps or is offered
 * @param waiting who stands in the line
 * @param link for who takes part or guides only; empty for everybody else
 * @param facilitators their names; empty in a list
 * @param mine how the reader stands with it; null for not at all
 * @param mayGuide the reader is one of its facilitators
 * @param enrollable the reader can enrol now
 */
public record Cohort(UUID id, int version, UUID programmeId, String programme, String goals, UUID organiserId, String organiser, String title, CohortState state, LocalDate startsOn, LocalDate endsOn,
        Instant enrolFrom, Instant enrolUntil, int capacity, int taken, int enrolled, int waiting, Spread spread, Integer spreadMost, String language, String place, String link,
        int costCents, boolean employerDecides, int claimHours, int offersAtOnce, List<Guide> facilitators, EnrolmentState mine, boolean mayGuide, boolean enrollable) {
    public Cohort {
        facilitators = List.copyOf(facilitators);
    }

    /** Free for who comes now, when nobody waits. */
    public int free() {
        return Math.max(0, capacity - taken);
    }
}
