package nl.vliegwiel.learning.domain;

/** Of what at most so many people get a place. */
public enum Spread {
    NONE, PROVINCE, LIBRARY, LIBRARY_SIZE
}
