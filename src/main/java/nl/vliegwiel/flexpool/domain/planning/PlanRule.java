package nl.vliegwiel.flexpool.domain.planning;

/** The hard rules, in the order in which the first failing one is told. */
public enum PlanRule {
    /** A person decided that this pair shall not be. */
    FORBIDDEN,
    /** Every required skill is there. */
    SKILL,
    /** Every required skill is there at its level. */
    LEVEL,
    /** One availability window contains the whole shift. */
    AVAILABLE,
    /** From home to the branch is at most what she wants. */
    DISTANCE,
    /** Minutes of the week are at most the minutes left. */
    MINUTES,
    /** Nobody is in two places. */
    OVERLAP,
    /** Two pieces of work on one day leave time to travel. */
    TRAVEL,
    /** First begin to last end on one day is not too long. */
    SPAN,
    /** Between work on two days there is rest. */
    REST
}
