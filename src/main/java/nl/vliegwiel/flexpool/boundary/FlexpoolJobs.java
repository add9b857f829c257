package nl.vliegwiel.flexpool.boundary;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import java.time.Duration;
import nl.vliegwiel.platform.job.Job;

/** What the flexpool does by itself. */
@ApplicationScoped
class FlexpoolJobs {
    private static final Duration MINUTE = Duration.ofMinutes(1);

    /** Soon after the start, so that nobody waits for all search rows. */
    @Produces
    Job searchRows(Ranking ranking) {
        return new Job("Search rows read", Duration.ofSeconds(2), MINUTE, () -> {
            ranking.warmUp();
            return 0;
        });
    }

    /** Which requests are to reach further, and which standbys are to be asked. */
    @Produces
    Job reach(StandbyRound standby, Ranking ranking, Escalation escalation) {
        return Job.every(Duration.ofSeconds(15), "Requests that reached further", () -> {
            standby.run();
            int all = 0;
            int portion = Escalation.PORTION;
            while (portion == Escalation.PORTION) {
                ranking.warmUp();
                portion = escalation.portion();
                all += portion;
            }
            return all;
        });
    }

    @Produces
    Job requests(RequestProgress progress) {
        return Job.every(MINUTE, "Requests moved on by time", progress::byTime);
    }

    @Produces
    Job swaps(SwapExpiry swaps) {
        return Job.every(MINUTE, "Swaps ended because the work began", swaps::byTime);
    }

    @Produces
    Job releases(ReleaseLookout lookout) {
        return Job.every(MINUTE, "Releases that wait, told of", () -> {
            lookout.note();
            return lookout.tell();
        });
    }

    @Produces
    Job inductions(InductionReminder reminder) {
        return Job.every(MINUTE, "Safety instructions reminded of", reminder::remind);
    }

    @Produces
    Job calendars(BusyConnection calendars) {
        return Job.every(MINUTE, "Calendars of people fetched again", calendars::refresh);
    }

    @Produces
    Job health(HealthFigures figures) {
        return new Job("Figures of the pool made", Duration.ofSeconds(20), Duration.ofMinutes(5), () -> {
            figures.refresh();
            return 0;
        });
    }

    /** Where the term is over, the one side that wrote is read by the other. */
    @Produces
    Job evaluations(EvaluationEnd end) {
        return Job.every(Duration.ofMinutes(10), "Evaluations opened by time", end::byTime);
    }
}
