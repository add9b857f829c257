package nl.vliegwiel.learning.domain;

/** How far a cohort is. From open on it goes by the clock; full is open without a free place. */
public enum CohortState {
    DRAFT, OPEN, FULL, RUNNING, FINISHED, ALUMNI;

    /** It gathers people. */
    public boolean gathers() {
        return this == OPEN || this == FULL;
    }

    /** Its line still moves: people enrol, claim, leave. */
    public boolean moves() {
        return gathers() || this == RUNNING;
    }

    /** It has its own space. */
    public boolean talks() {
        return this != DRAFT;
    }
}
