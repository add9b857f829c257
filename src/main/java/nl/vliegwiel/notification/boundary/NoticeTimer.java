package nl.vliegwiel.notification.boundary;

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

/** Looks on every node, twice a minute, who is to be reminded of a loan and whose messages are to go together; each by one node. */
@Singleton
@Startup
@DependsOn("MigrateSchema")
@TransactionManagement(TransactionManagementType.BEAN)
public class NoticeTimer {
    private static final Logger LOG = Logger.getLogger(NoticeTimer.class.getName());
    private static final long EVERY_SECONDS = 30;

    @Resource
    private ManagedScheduledExecutorService scheduler;

    @Inject
    private LoanReminders reminders;

    @Inject
    private DigestMails digests;

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
            reminders.run();
            digests.gather();
        } catch (RuntimeException e) {
            LOG.log(Level.WARNING, "Reminders and digests could not be made; tried again soon", e);
        }
    }

    private void forget() {
        try {
            reminders.forget();
        } catch (RuntimeException e) {
            LOG.log(Level.WARNING, "Old reminders could not be removed; tried again in a day", e);
        }
    }
}
