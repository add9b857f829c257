package nl.vliegwiel.platform.inmail;

import java.util.Optional;
import java.util.UUID;

/** Knows who has an address; given by the feature that keeps the people (rule A6). */
public interface Senders {
    /** @param email small letters */
    Optional<UUID> personWith(String email);
}
