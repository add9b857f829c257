package nl.vliegwiel.learning;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;
import nl.vliegwiel.learning.persistence.LearningBriefs;

/** What Lerend Netwerk tells other features. It asks nobody's rights: who calls tells it to the people it is about. */
@ApplicationScoped
public class Learning {
    @Inject
    private LearningBriefs briefs;

    /**
     * An enrolment as a message names it, as it is now.
     *
     * @param state name of its state
     * @param position place in the line, from 1; 0 for who does not wait
     * @param until until when somebody has to answer; null for no limit
     * @param moved why a facilitator put her elsewhere in the line, the last time; null for never
     */
    public record EnrolmentInBrief(UUID id, UUID cohortId, String cohort, String programme, LocalDate startsOn, String person, String state, int position, Instant until, String moved) {
    }

    /** A cohort as a message names it. @param enrolUntil when enrolling ends */
    public record CohortInBrief(UUID id, String title, String programme, LocalDate startsOn, Instant enrolUntil, boolean enrollable) {
    }

    public Optional<EnrolmentInBrief> enrolment(UUID id) {
        return briefs.enrolment(id);
    }

    public Optional<CohortInBrief> cohort(UUID id) {
        return briefs.cohort(id);
    }
}
