package nl.vliegwiel.platform.outbox;

import java.util.Optional;
import java.util.UUID;

/** Knows addresses; given by the feature that keeps the people (rule A6). */
public interface Receivers {
    /** @return the person as receiver; empty when there is none to send to any more */
    Optional<Receiver> receiver(UUID personId);
}
