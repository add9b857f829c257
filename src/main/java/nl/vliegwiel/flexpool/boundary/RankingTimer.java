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

/**
 * Reads the search rows soon after the start and then every minute, so that nobody who asks waits for many of them;
 * removes once a day what the ranking log need not keep.
 */
@Singleton
@Startup
@DependsOn("MigrateSchema")
@TransactionManagement(TransactionManagementType.BEAN)
public class RankingTimer {
    private static final Logger LOG = Logger.getLogger(RankingTimer.class.getName());
    private static final long FIRST_SECONDS = 2;
    private static final long EVERY_SECONDS = 60;

    @Resource
    private ManagedScheduledExecutorService scheduler;

    @Inject
    private Ranking ranking;

    @Inject
    private RankingLog log;

    private ScheduledFuture<?> timer;
    private ScheduledFuture<?> forgetting;

    @PostConstruct
    void start() {
        timer = scheduler.scheduleWithFixedDelay(this::read, FIRST_SECONDS, EVERY_SECONDS, TimeUnit.SECONDS);
        forgetting = scheduler.scheduleWithFixedDelay(this::forget, 1, 24, TimeUnit.HOURS);
    }

    @PreDestroy
    void stop() {
        timer.cancel(false);
        forgetting.cancel(false);
    }

    private void forget() {
        try {
            log.forget();
        } catch (RuntimeException e) {
            LOG.log(Level.WARNING, "Old lines of the ranking log could not be removed; tried again in a day", e);
        }
    }

    /** A failure now (database away) must not end the timer; who asks meanwhile reads for herself. */
    private void read() {
        try {
            ranking.warmUp();
        } catch (RuntimeException e) {
            LOG.log(Level.WARNING, "Search rows could not be read; tried again in a minute", e);
        }
    }
}
