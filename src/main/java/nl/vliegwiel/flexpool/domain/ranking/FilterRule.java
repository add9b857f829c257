package nl.vliegwiel.flexpool.domain.ranking;

/** The hard filters, in the order in which they are asked; the funnel of a request counts by the first that fails. */
public enum FilterRule {
    /** Takes part in the pool now (R11). */
    NOT_PARTICIPATING,
    /** Stands in at least one circle that the request names. */
    OUTSIDE_CIRCLES,
    /** Has every required skill, at whatever level. */
    SKILL_MISSING,
    /** Has every required skill at the asked level or above. */
    SKILL_LEVEL,
    /** Every required skill that expires is valid on the last day of the shift. */
    CERTIFICATE_EXPIRED,
    /** Estimated travel one way is at most her own maximum. */
    TOO_FAR,
    /** Her availability covers every moment of the shift; travel is not added (see the ADR). */
    NOT_FREE,
    /** No definite placement of hers overlaps the shift. */
    BOUND,
    /** Loans of the week in which the shift begins, and this shift, are at most what she offers per week. */
    HOURS_LEFT,
    /** No hard rule of working time would be broken. Soft findings do not filter: a human decides. */
    WORKING_TIME
}
