package nl.vliegwiel.platform.search;

import java.util.List;
import java.util.Set;
import java.util.UUID;
import nl.vliegwiel.platform.actor.Actor;

/**
 * Things of a feature that can be looked for. A source is a bean; its query is scoped by the rights that the person has now,
 * also where it counts: a number of what she may not see would tell of it.
 */
public interface SearchSource {
    /** Kinds that it knows, in capitals, as {@code kind} in the API; their label is {@code SearchKind.<kind>} in the texts. */
    Set<String> kinds();

    /**
     * @param kinds those of its kinds that are wanted
     * @param most hits per kind at most
     * @return one for each wanted kind of which there is something, its hits the best first
     */
    List<Found> find(Actor who, SearchQuery query, Set<String> kinds, int most);

    /** Where conversations are held, for a choice among them; those in which she takes part. */
    default List<Place> places(Actor who) {
        return List.of();
    }

    /** A space. */
    record Place(UUID id, String name) {
    }

    /**
     * What was found of one kind.
     *
     * @param count how many there are; where there are very many, how many were looked at
     * @param more there are more than {@code count}
     */
    record Found(String kind, List<Hit> hits, int count, boolean more) {
        public Found {
            hits = List.copyOf(hits);
        }
    }
}
