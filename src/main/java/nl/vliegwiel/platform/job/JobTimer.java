package nl.vliegwiel.platform.job;

import jakarta.annotation.PostConstruct;
import jakarta.annotation.PreDestroy;
import jakarta.annotation.Resource;
import jakarta.ejb.DependsOn;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import jakarta.ejb.TransactionManagement;
import jakarta.ejb.TransactionManagementType;
import jakarta.enterprise.concurrent.ManagedScheduledExecutorService;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Runs the {@link Job}s of all features on this node. */
@Singleton
@Startup
@DependsOn("MigrateSchema")
@TransactionManagement(TransactionManagementType.BEAN)
public class JobTimer {
    private static final Logger LOG = Logger.getLogger(JobTimer.class.getName());
    /** Jobs that run at least this often do what somebody waits for. */
    private static final Duration SOON = Duration.ofMinutes(1);

    @Resource
    private ManagedScheduledExecutorService scheduler;

    @Inject
    @Any
    private Instance<Job> jobs;

    /** Tests need not wait as long as people. */
    @Inject
    @ConfigProperty(name = "jobs.longest-pause-seconds")
    private Optional<Long> longest;

    private final List<ScheduledFuture<?>> timers = new ArrayList<>();

    @PostConstruct
    void start() {
        for (Job job : jobs) {
            timers.add(scheduler.scheduleWithFixedDelay(() -> round(job), shortened(job.first()), shortened(job.pause()), TimeUnit.MILLISECONDS));
        }
    }

    @PreDestroy
    void stop() {
        timers.forEach(timer -> timer.cancel(false));
    }

    private long shortened(Duration pause) {
        boolean soon = pause.compareTo(SOON) <= 0;
        return longest.filter(most -> soon).map(most -> Math.min(pause.toMillis(), TimeUnit.SECONDS.toMillis(most))).orElse(pause.toMillis());
    }

    /** A failure now (database away) must not end the timer: the next round tries again. */
    private static void round(Job job) {
        try {
            int done = job.round().getAsInt();
            if (done > 0) {
                LOG.log(Level.INFO, "{0}: {1}", new Object[] {job.doing(), done});
            }
        } catch (RuntimeException e) {
            LOG.log(Level.WARNING, e, () -> job.doing() + " failed; tried again in " + job.pause());
        }
    }
}
