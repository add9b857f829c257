package nl.vliegwiel.flexpool.domain;

/** Why somebody is asked for. Never a person or an illness (R8). */
public enum Purpose {
    /** Temporarily more hands. */
    CAPACITY,
    /** Knowledge that the library lacks. */
    EXPERTISE,
    /** A place to learn, with a learning goal. */
    LEARNING
}
