package nl.vliegwiel.flexpool.domain.weekplan;

/** How far a proposal is. */
public enum PlanState {
    /** Being made; the figures are those of the best so far. */
    RUNNING,
    READY,
    /** A person stopped it: the best until then. */
    STOPPED,
    /** Nothing came of it. */
    FAILED
}
