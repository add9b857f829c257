package nl.vliegwiel.forum;

import java.time.Instant;
import java.util.Set;
import java.util.UUID;

/** A post names people. Who wrote it is not told here: she may be nameless. @param people who take part there, without who wrote it */
public record Mentioned(UUID postId, UUID topicId, Set<UUID> people, Instant at) {
    public Mentioned {
        people = Set.copyOf(people);
    }
}
