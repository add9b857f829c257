package nl.vliegwiel.flexpool.domain.settlement;

/** How far the settlement of two libraries for a quarter is. */
public enum SettlementState {
    /** Reckoned, and reckoned anew at each run. */
    DRAFT,
    /** Final: invoices have numbers, the placements are settled, corrections go into the next one. */
    SENT,
    /** The balance was paid. */
    PAID
}
