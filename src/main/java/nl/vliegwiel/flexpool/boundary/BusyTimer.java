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

/** Looks every minute, on every node, whether a connected calendar is to be fetched again; each is claimed by one node. */
@Singleton
@Startup
@DependsOn("MigrateSchema")
@TransactionManagement(TransactionManagementType.BEAN)
public class BusyTimer {
    private static final Logger LOG = Logger.getLogger(BusyTimer.class.getName());
    private static final long EVERY_SECONDS = 60;

    @Resource
    private ManagedScheduledExecutorService scheduler;

    @Inject
    private BusyConnection calendars;

    private ScheduledFuture<?> timer;

    @PostConstruct
    void start() {
        timer = scheduler.scheduleWithFixedDelay(this::refresh, EVERY_SECONDS, EVERY_SECONDS, TimeUnit.SECONDS);
    }

    @PreDestroy
    void stop() {
        timer.cancel(false);
    }

    /** A failure now (database away) must not end the timer: the next minute tries again. */
    private void refresh() {
        try {
            int tried = calendars.refresh();
            if (tried > 0) {
                LOG.log(Level.INFO, "Calendars of people fetched again: {0}", tried);
            }
        } catch (RuntimeException e) {
            LOG.log(Level.WARNING, "Calendars could not be fetched; tried again in a minute", e);
        }
    }
}
