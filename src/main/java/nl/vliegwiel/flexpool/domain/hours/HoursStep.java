package nl.vliegwiel.flexpool.domain.hours;

/** What somebody decided about entered hours (R12). */
public enum HoursStep {
    SUBMITTED, CONFIRMED, APPROVED, REJECTED
}
