package nl.vliegwiel.flexpool.domain.release;

/** Why a library would rather not lend for a while: always a reason of the library, never of a person (R8). */
public enum BlackoutReason {
    HOLIDAYS, BUSY, EVENT, MOVING, TRAINING, OTHER
}
