package nl.vliegwiel.learning.domain;

/** How somebody stands with a cohort. */
public enum EnrolmentState {
    /** In the line. */
    WAITING,
    /** A place is hers if she claims it in time. */
    OFFERED,
    /** A place is kept while her employer decides. */
    WAITING_FOR_EMPLOYER,
    /** Takes part. */
    ENROLLED,
    /** Gave it up. */
    LEFT,
    /** The employer said no. */
    DECLINED,
    /** Nobody answered in time. */
    LAPSED,
    /** Was still waiting when the cohort began. */
    NOT_PLACED;

    /** A place is taken by it. */
    public boolean takesSeat() {
        return this == OFFERED || this == WAITING_FOR_EMPLOYER || this == ENROLLED;
    }

    /** Not over. */
    public boolean isLive() {
        return this == WAITING || takesSeat();
    }
}
