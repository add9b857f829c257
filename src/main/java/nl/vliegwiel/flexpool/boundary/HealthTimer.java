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

/** Looks every five minutes, on every node, whether the figures of the pool are an hour old; one node makes them. */
@Singleton
@Startup
@DependsOn("MigrateSchema")
@TransactionManagement(TransactionManagementType.BEAN)
public class HealthTimer {
    private static final Logger LOG = Logger.getLogger(HealthTimer.class.getName());
    private static final long FIRST_SECONDS = 20;
    private static final long EVERY_SECONDS = 300;

    @Resource
    private ManagedScheduledExecutorService scheduler;

    @Inject
    private HealthFigures figures;

    private ScheduledFuture<?> timer;

    @PostConstruct
    void start() {
        timer = scheduler.scheduleWithFixedDelay(this::refresh, FIRST_SECONDS, EVERY_SECONDS, TimeUnit.SECONDS);
    }

    @PreDestroy
    void stop() {
        timer.cancel(false);
    }

    /** A failure now (database away) must not end the timer: the next turn tries again. */
    private void refresh() {
        try {
            figures.refresh();
        } catch (RuntimeException e) {
            LOG.log(Level.WARNING, "The figures of the pool could not be made; tried again in five minutes", e);
        }
    }
}
