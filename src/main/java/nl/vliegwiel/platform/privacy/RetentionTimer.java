package nl.vliegwiel.platform.privacy;

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
import java.time.Clock;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import java.util.logging.Level;
import java.util.logging.Logger;
import nl.vliegwiel.platform.time.Zones;

/** Looks every half hour, on every node, whether it is night; each kind is then run once by one of them. */
@Singleton
@Startup
@DependsOn("MigrateSchema")
@TransactionManagement(TransactionManagementType.BEAN)
public class RetentionTimer {
    private static final Logger LOG = Logger.getLogger(RetentionTimer.class.getName());
    private static final long EVERY_MINUTES = 30;
    private static final int FROM_HOUR = 2;
    private static final int TO_HOUR = 6;

    @Resource
    private ManagedScheduledExecutorService scheduler;

    @Inject
    private RetentionClock retention;

    @Inject
    private Clock clock;

    private ScheduledFuture<?> timer;

    @PostConstruct
    void start() {
        timer = scheduler.scheduleWithFixedDelay(this::run, EVERY_MINUTES, EVERY_MINUTES, TimeUnit.MINUTES);
    }

    @PreDestroy
    void stop() {
        timer.cancel(false);
    }

    /** A failure now (database away) must not end the timer. */
    private void run() {
        int hour = clock.instant().atZone(Zones.AMSTERDAM).getHour();
        if (hour < FROM_HOUR || hour >= TO_HOUR) {
            return;
        }
        try {
            int records = retention.run();
            if (records > 0) {
                LOG.log(Level.INFO, "Kept long enough and removed: {0}", records);
            }
        } catch (RuntimeException e) {
            LOG.log(Level.WARNING, "Retention could not run; tried again in half an hour", e);
        }
    }
}
