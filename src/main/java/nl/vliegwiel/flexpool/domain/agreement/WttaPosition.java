package nl.vliegwiel.flexpool.domain.agreement;

/** Where the lender stands under the Wtta, required for loans from the day that act is in force (R4). */
public enum WttaPosition {
    /** Collegial lending without profit falls outside it. Only with the collegial ground. */
    OUTSIDE_COLLEGIAL,
    /** The lender is admitted by the minister. */
    ADMITTED
}
