package nl.vliegwiel.flexpool.domain.frame;

/** Who bears the cost of the way there and back. */
public enum TravelTerms {
    BORROWER_PAYS, LENDER_PAYS
}
