package nl.vliegwiel.flexpool.domain.agreement;

/** Facts that a lender confirms for a ground without VAT (R3). */
public enum VatCondition {
    /** The loan is for an indefinite time and the employment contract shows it. */
    INDEFINITE_TIME,
    /** The fee is not above the gross wage cost. */
    FEE_AT_MOST_GROSS_WAGE_COST,
    /** The borrower bears the financial consequences of a dismissal. */
    BORROWER_BEARS_DISMISSAL,
    /** The lender itself falls under the exemption. */
    LENDER_IS_EXEMPT,
    /** The lender directs the work and answers for the result. */
    LENDER_DIRECTS,
    /** The key by which costs are shared was agreed before the costs were made. */
    KEY_AGREED_BEFOREHAND,
    /** Each bears the risk of the costs by that key. */
    RISK_SHARED_BY_KEY
}
