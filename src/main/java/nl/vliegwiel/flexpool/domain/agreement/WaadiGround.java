package nl.vliegwiel.flexpool.domain.agreement;

/** Why the loan is allowed under the Waadi; a required choice (R4). */
public enum WaadiGround {
    /** Help between colleagues without profit: nothing above cost may be charged (R2). The default. */
    COLLEGIAL_NON_PROFIT,
    /** The lender is registered as a lender in the trade register. */
    REGISTERED;

    /** The cautious choice: it is the one under which a margin is refused. */
    public static final WaadiGround DEFAULT = COLLEGIAL_NON_PROFIT;
}
