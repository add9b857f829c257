package nl.vliegwiel.flexpool.domain.worktime;

/** Whether a person may decide otherwise (R5). */
public enum Severity {
    /** Law: nobody can override it. */
    HARD,
    /** Collective agreement, contract or an exception that law allows: a person may go on, with a reason. */
    SOFT
}
