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
 * Looks on every node, several times a minute, which requests are to reach further and which standbys are to be asked;
 * the rows themselves are claimed by one node.
 */
@Singleton
@Startup
@DependsOn("MigrateSchema")
@TransactionManagement(TransactionManagementType.BEAN)
public class EscalationTimer {
    private static final Logger LOG = Logger.getLogger(EscalationTimer.class.getName());
    private static final long EVERY_SECONDS = 15;

    @Resource
    private ManagedScheduledExecutorService scheduler;

    @Inject
    private Ranking ranking;

    @Inject
    private Escalation escalation;

    @Inject
    private StandbyRound standby;

    private ScheduledFuture<?> timer;
    private ScheduledFuture<?> forgetting;

    @PostConstruct
    void start() {
        timer = scheduler.scheduleWithFixedDelay(this::round, EVERY_SECONDS, EVERY_SECONDS, TimeUnit.SECONDS);
        forgetting = scheduler.scheduleWithFixedDelay(this::forget, 1, 24, TimeUnit.HOURS);
    }

    @PreDestroy
    void stop() {
        timer.cancel(false);
        forgetting.cancel(false);
    }

    /** A failure now (database away) must not end the timer: the next round tries again. */
    private void round() {
        try {
            standby.run();
            boolean more = true;
            while (more) {
                ranking.warmUp();
                more = escalation.portion() == Escalation.PORTION;
            }
        } catch (RuntimeException e) {
            LOG.log(Level.WARNING, "Requests could not reach further; tried again soon", e);
        }
    }

    private void forget() {
        try {
            escalation.forget();
        } catch (RuntimeException e) {
            LOG.log(Level.WARNING, "Old lines about notices could not be removed; tried again in a day", e);
        }
    }
}
