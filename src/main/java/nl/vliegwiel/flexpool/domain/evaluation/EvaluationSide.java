package nl.vliegwiel.flexpool.domain.evaluation;

/** Who says how a placement went. */
public enum EvaluationSide {
    /** About the place of work. */
    EMPLOYEE,
    /** About how the loan went. */
    BORROWER;

    public EvaluationSide other() {
        return this == EMPLOYEE ? BORROWER : EMPLOYEE;
    }
}
