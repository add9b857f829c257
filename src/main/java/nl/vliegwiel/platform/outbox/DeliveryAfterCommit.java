package nl.vliegwiel.platform.outbox;

import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedScheduledExecutorService;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.TransactionPhase;
import jakarta.inject.Inject;

/** Starts the delivery right after a commit that left a message, so that nobody waits for the timer. */
@ApplicationScoped
class DeliveryAfterCommit {
    @Resource(lookup = "java:app/concurrent/outbox")
    private ManagedScheduledExecutorService executor;

    @Inject
    private Delivery delivery;

    void start(@Observes(during = TransactionPhase.AFTER_SUCCESS) Outbox.Filled filled) {
        executor.submit(delivery::run);
    }
}
