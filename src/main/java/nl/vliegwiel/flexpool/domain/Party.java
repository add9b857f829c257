package nl.vliegwiel.flexpool.domain;

/** Who says yes or no to a loan (R1). */
public enum Party {
    EMPLOYEE, LENDER, BORROWER
}
