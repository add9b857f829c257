package nl.vliegwiel.platform.outbox;

import java.time.Instant;
import java.util.Map;
import java.util.UUID;

/** A waiting message that this node has taken up. */
record Message(UUID id, String kind, UUID personId, Map<String, String> payload, Instant createdAt, int attempts) {
}
