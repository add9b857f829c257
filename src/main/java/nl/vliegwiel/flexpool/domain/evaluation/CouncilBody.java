package nl.vliegwiel.flexpool.domain.evaluation;

/** Who represents the staff of a library and consented; a small library has no works council. */
public enum CouncilBody {
    WORKS_COUNCIL, STAFF_REPRESENTATION, STAFF_MEETING
}
