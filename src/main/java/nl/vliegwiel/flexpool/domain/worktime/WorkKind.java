package nl.vliegwiel.flexpool.domain.worktime;

/** Where a piece of work is done. */
public enum WorkKind {
    /** At the own library, by its roster. */
    HOME_ROSTER,
    /** At another library, by a placement. */
    LOAN
}
