package nl.vliegwiel.platform.rest;

/** An answer with a secret of which we keep only a hash: who sends the call again gets its status, not the secret. */
public interface ShownOnce {
}
