package nl.vliegwiel.flexpool.domain;

/** Steps in what is said about who came. */
public enum AttendanceStep {
    /** The borrower writes down that she did not come. */
    NO_SHOW,
    /** Another party adds its view (R14). */
    VIEW,
    /** The borrower takes it back; what was said stays readable (R15). */
    UNDONE
}
