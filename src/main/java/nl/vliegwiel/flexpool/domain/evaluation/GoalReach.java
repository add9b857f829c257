package nl.vliegwiel.flexpool.domain.evaluation;

/** How far a learning goal was reached. */
public enum GoalReach {
    REACHED, PARTLY, NOT_YET,
    /** There was no occasion for it. */
    NOT_TRIED
}
