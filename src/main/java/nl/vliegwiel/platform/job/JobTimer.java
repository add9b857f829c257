package nl.vliegwiel.platform.job;

import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedScheduledExecutorService;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import jakarta.servlet.ServletContextEvent;
import jakarta.servlet.ServletContextListener;
import jakarta.servlet.annotation.WebListener;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * Runs the {@link Job}s of all features on this node. No EJB starts them: a task that was given to the executor in the context of
 * one runs in that context, where the server gives connections that know nothing of the transaction of {@code @Transactional}.
 */
@WebListener
public class JobTimer implements ServletContextListener {
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

    @Override
    public void contextInitialized(ServletContextEvent event) {
        for (Job job : jobs) {
            timers.add(scheduler.scheduleWithFixedDelay(() -> round(job), shortened(job.first()), shortened(job.pause()), TimeUnit.MILLISECONDS));
        }
    }

    @Override
    public void contextDestroyed(ServletContextEvent event) {
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
