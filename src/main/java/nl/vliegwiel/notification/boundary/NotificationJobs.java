package nl.vliegwiel.notification.boundary;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import java.time.Duration;
import nl.vliegwiel.platform.job.Job;

/** Reminders and digests, when it is time for them. */
@ApplicationScoped
class NotificationJobs {
    private static final Duration HALF_A_MINUTE = Duration.ofSeconds(30);

    @Produces
    Job reminders(LoanReminders reminders) {
        return Job.every(HALF_A_MINUTE, "Reminders of loans", reminders::run);
    }

    @Produces
    Job digests(DigestMails digests) {
        return Job.every(HALF_A_MINUTE, "Digests gathered", digests::gather);
    }

    @Produces
    Job oldReminders(LoanReminders reminders) {
        return Job.daily("Old reminders removed", () -> {
            reminders.forget();
            return 0;
        });
    }
}
