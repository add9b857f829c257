package nl.vliegwiel.flexpool.boundary;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

/** Ends swaps by the clock: once a shift of it begins, nothing can change places any more. Driven by {@link FlexpoolJobs}. */
@ApplicationScoped
public class SwapExpiry {
    private static final int AT_ONCE = 200;

    @Inject
    private SwapCompletion swaps;

    /** Each in a transaction of its own, so that one that cannot end now keeps no other back. @return how many ended */
    public int byTime() {
        return (int) swaps.begun(AT_ONCE).stream().filter(swaps::expire).count();
    }
}
