package nl.vliegwiel.flexpool;

import java.time.Instant;
import java.util.UUID;

/** A request was published or withdrawn, or a place of it that was closed is open again. */
public record RequestChanged(UUID requestId, UUID organisationId, Change change, UUID byPersonId, Instant at) {
    public enum Change {
        PUBLISHED, WITHDRAWN, REOPENED
    }
}
