package nl.vliegwiel.forum.boundary;

import java.util.UUID;

/**
 * A space that the reader takes part in.
 *
 * @param description a message key, or the words of who opened it
 * @param closedReason why not everybody takes part, likewise; null where everybody does
 * @param moderated the reader moderates it
 */
public record Space(UUID id, String kind, String name, String description, String closedReason, boolean moderated) {
    public boolean open() {
        return closedReason == null;
    }
}
