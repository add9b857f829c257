package nl.vliegwiel.flexpool.domain.planning;

/** Looks on while a plan is made, and may end it. Called on the thread that plans, many times a second. */
public interface PlanningWatch {
    /** Lets the engine finish by itself. */
    PlanningWatch NONE = new PlanningWatch() {
        @Override
        public boolean stop() {
            return false;
        }

        @Override
        public void better(PlanProgress progress) {
        }
    };

    /** Whether to stop here and answer with the best so far. */
    boolean stop();

    /** A better plan or a lower bound was found; the first call is the first usable plan. */
    void better(PlanProgress progress);
}
