package nl.vliegwiel.search.boundary;

import java.util.List;
import java.util.UUID;

/** Words that mean the same to who searches. */
public record Synonyms(UUID id, int version, List<String> words) {
}
