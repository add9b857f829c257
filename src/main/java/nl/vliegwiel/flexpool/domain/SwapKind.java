package nl.vliegwiel.flexpool.domain;

/** What two people agree on. */
public enum SwapKind {
    /** The colleague takes the shift over. */
    HANDOVER,
    /** The colleague takes the shift and gives one of hers for it. */
    EXCHANGE
}
