package nl.vliegwiel.flexpool.domain.worktime;

/** Unit of the window of a limit. */
public enum WindowUnit {
    /** One shift, of whatever length; the window's length says nothing. */
    SHIFT,
    /** A shift in which more than this many minutes are worked. */
    MINUTES_WORKED,
    /** Days of 24 hours; for sums of hours whole weeks of seven days. */
    DAYS
}
