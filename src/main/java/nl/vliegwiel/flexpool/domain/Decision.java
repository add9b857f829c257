package nl.vliegwiel.flexpool.domain;

/** What a party says. */
public enum Decision {
    YES, NO
}
