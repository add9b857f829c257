package nl.vliegwiel.flexpool.domain.agreement;

/** What a dated rate is about (R6). */
public enum RateKind {
    /** Cost price of one hour, in cents. */
    HOUR_CENTS,
    /** Travel to the borrower, in cents per kilometre. */
    KILOMETRE_CENTS,
    /** VAT at the standard rate, in hundredths of a percent. */
    VAT_BASIS_POINTS
}
