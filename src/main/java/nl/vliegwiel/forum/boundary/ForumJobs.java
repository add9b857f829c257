package nl.vliegwiel.forum.boundary;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import java.time.Duration;
import nl.vliegwiel.platform.job.Job;

/** What the forum does by itself. */
@ApplicationScoped
class ForumJobs {
    @Produces
    Job routing(Routing routing) {
        return Job.every(Duration.ofMinutes(1), "Questions brought further", routing::portion);
    }
}
