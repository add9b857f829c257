package nl.vliegwiel.flexpool.boundary;

import jakarta.annotation.PostConstruct;
import jakarta.annotation.PreDestroy;
import jakarta.annotation.Resource;
import jakarta.ejb.DependsOn;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import jakarta.ejb.TransactionManagement;
import jakarta.ejb.TransactionManagementType;
import jakarta.enterprise.concurrent.ManagedScheduledExecutorService;
import jakarta.inject.Inject;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import java.util.logging.Level;
import java.util.logging.Logger;

/** Looks every minute, on every node, who begins soon without having accepted a safety instruction; a unique row keeps it to one reminder. */
@Singleton
@Startup
@DependsOn("MigrateSchema")
@TransactionManagement(TransactionManagementType.BEAN)
public class InductionTimer {
    private static final Logger LOG = Logger.getLogger(InductionTimer.class.getName());
    private static final long EVERY_SECONDS = 60;

    @Resource
    private ManagedScheduledExecutorService scheduler;

    @Inject
    private InductionReminder reminder;

    private ScheduledFuture<?> timer;

    @PostConstruct
    void start() {
        timer = scheduler.scheduleWithFixedDelay(this::remind, EVERY_SECONDS, EVERY_SECONDS, TimeUnit.SECONDS);
    }

    @PreDestroy
    void stop() {
        timer.cancel(false);
    }

    /** A failure now (database away) must not end the timer: the next minute tries again. */
    private void remind() {
        try {
            int told = reminder.remind();
            if (told > 0) {
                LOG.log(Level.INFO, "Safety instructions reminded of: {0}", told);
            }
        } catch (RuntimeException e) {
            LOG.log(Level.WARNING, "Nobody could be reminded of safety instructions; tried again in a minute", e);
        }
    }
}
