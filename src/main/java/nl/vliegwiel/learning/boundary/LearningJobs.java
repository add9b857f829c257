package nl.vliegwiel.learning.boundary;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import java.time.Duration;
import nl.vliegwiel.platform.job.Job;

/** What the clock does to cohorts. */
@ApplicationScoped
class LearningJobs {
    private static final Duration HALF_A_MINUTE = Duration.ofSeconds(30);

    @Produces
    Job cohorts(LearningClock clock) {
        return Job.every(HALF_A_MINUTE, "Cohorts moved on by time", clock::run);
    }
}
