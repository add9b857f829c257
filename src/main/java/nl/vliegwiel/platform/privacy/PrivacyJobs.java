package nl.vliegwiel.platform.privacy;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import java.time.Clock;
import java.time.Duration;
import nl.vliegwiel.platform.job.Job;
import nl.vliegwiel.platform.time.Zones;

/** Removes at night what was kept long enough; each kind of record is taken by one node. */
@ApplicationScoped
class PrivacyJobs {
    private static final int FROM_HOUR = 2;
    private static final int TO_HOUR = 6;

    @Produces
    Job retention(RetentionClock retention, Clock clock) {
        return Job.every(Duration.ofMinutes(30), "Kept long enough and removed", () -> {
            int hour = clock.instant().atZone(Zones.AMSTERDAM).getHour();
            return hour < FROM_HOUR || hour >= TO_HOUR ? 0 : retention.run();
        });
    }
}
