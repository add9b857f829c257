package nl.vliegwiel.flexpool.domain.planning;

/** A shift and a person, each by position in the problem. */
public record Pairing(int shift, int person) {
}
