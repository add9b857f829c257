package nl.vliegwiel.flexpool.domain.hours;

/** How far the hours of a placement are (R12). */
public enum HoursState {
    /** Nothing entered: the planned shift is proposed. */
    OPEN,
    /** Entered, not submitted. */
    ENTERED,
    /** The employee says that they are right; waits for the borrower. */
    SUBMITTED,
    /** The borrower agrees; waits for the lender. */
    CONFIRMED,
    /** Both employers agree: locked. */
    APPROVED,
    /** One of the employers sent them back to the employee. */
    REJECTED;

    /** Waits for the employee. */
    public boolean isHers() {
        return this == OPEN || this == ENTERED || this == REJECTED;
    }
}
