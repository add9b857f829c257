package nl.vliegwiel.flexpool.domain;

/** Life of a swap; never deleted (R15). */
public enum SwapState {
    /** Waits for the colleague. */
    ASKED,
    /** The colleague said yes; the new agreements wait for the others. */
    ACCEPTED,
    /** Everybody said yes: the places were changed in one go. */
    DONE,
    /** The colleague, a lender or a borrower said no. */
    DECLINED,
    /** Who asked took it back. */
    WITHDRAWN,
    /** One of the placements ended otherwise. */
    ENDED,
    /** The work began before everybody said yes. */
    EXPIRED;

    public boolean isOpen() {
        return this == ASKED || this == ACCEPTED;
    }
}
