package nl.vliegwiel.platform.rest;

import jakarta.enterprise.context.RequestScoped;

/** The {@code Idempotency-Key} of this call, if it has one, and what it was sent with. */
@RequestScoped
public class RepeatKey {
    private String key;
    private byte[] requestHash;

    void give(String given, byte[] hash) {
        this.key = given;
        this.requestHash = hash.clone();
    }

    boolean isGiven() {
        return key != null;
    }

    String key() {
        return key;
    }

    byte[] requestHash() {
        return requestHash.clone();
    }
}
