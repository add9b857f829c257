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

/** Looks every minute, on every node, whether a lender took longer than it promised; the rows themselves are claimed by one node. */
@Singleton
@Startup
@DependsOn("MigrateSchema")
@TransactionManagement(TransactionManagementType.BEAN)
public class ReleaseTimer {
    private static final Logger LOG = Logger.getLogger(ReleaseTimer.class.getName());
    private static final long EVERY_SECONDS = 60;

    @Resource
    private ManagedScheduledExecutorService scheduler;

    @Inject
    private ReleaseLookout lookout;

    private ScheduledFuture<?> timer;

    @PostConstruct
    void start() {
        timer = scheduler.scheduleWithFixedDelay(this::look, EVERY_SECONDS, EVERY_SECONDS, TimeUnit.SECONDS);
    }

    @PreDestroy
    void stop() {
        timer.cancel(false);
    }

    /** A failure now (database away) must not end the timer: the next minute tries again. */
    private void look() {
        try {
            lookout.note();
            int told = lookout.tell();
            if (told > 0) {
                LOG.log(Level.INFO, "Releases that wait, told of: {0}", told);
            }
        } catch (RuntimeException e) {
            LOG.log(Level.WARNING, "Releases that wait could not be looked after; tried again in a minute", e);
        }
    }
}
