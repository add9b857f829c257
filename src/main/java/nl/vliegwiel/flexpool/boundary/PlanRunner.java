package nl.vliegwiel.flexpool.boundary;

import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedExecutorService;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.TransactionPhase;
import jakarta.inject.Inject;
import java.util.logging.Level;
import java.util.logging.Logger;

/** Makes a proposal in the background as soon as the wish for it is committed. */
@ApplicationScoped
class PlanRunner {
    private static final Logger LOG = Logger.getLogger(PlanRunner.class.getName());

    @Resource
    private ManagedExecutorService executor;

    @Inject
    private PlanRun run;

    void start(@Observes(during = TransactionPhase.AFTER_SUCCESS) PlanService.Started started) {
        executor.submit(() -> make(started));
    }

    /** Whatever goes wrong, the proposal must not say for ever that it is being made. */
    private void make(PlanService.Started started) {
        try {
            run.make(started.id(), started.libraries());
        } catch (RuntimeException e) {
            LOG.log(Level.SEVERE, "A plan could not be made", e);
            run.fail(started.id());
        }
    }
}
