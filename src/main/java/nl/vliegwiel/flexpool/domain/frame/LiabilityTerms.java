package nl.vliegwiel.flexpool.domain.frame;

/** Who bears damage that an employee causes at her work, intent and recklessness left aside. */
public enum LiabilityTerms {
    BORROWER_BEARS, BY_INSURANCE
}
