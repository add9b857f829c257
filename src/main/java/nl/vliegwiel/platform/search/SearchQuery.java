package nl.vliegwiel.platform.search;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;

/**
 * What somebody looks for.
 *
 * @param words as typed, without signs, at least one
 * @param groups per word a query of what may stand for it, for {@code search_query} in the database
 * @param narrowed only within what this says
 */
public record SearchQuery(List<String> words, List<String> groups, Narrowed narrowed) {
    private static final int SHORTEST_COMPARED = 3;

    /**
     * Filters; null for any. A source to whose things a filter means nothing finds nothing when it is set.
     *
     * @param tag of a topic
     * @param space of a topic
     * @param solved whether a question has its answer
     * @param since something happened there at or after
     */
    public record Narrowed(String tag, UUID space, Boolean solved, Instant since) {
        public static final Narrowed NOT = new Narrowed(null, null, null, null);

        /** By something that only a conversation has. */
        public boolean toTopics() {
            return tag != null || space != null || solved != null;
        }

        public boolean any() {
            return toTopics() || since != null;
        }
    }

    public SearchQuery {
        words = List.copyOf(words);
        groups = List.copyOf(groups);
    }

    /** The words in one line. */
    public String plain() {
        return String.join(" ", words);
    }

    /** Words that are long enough to be compared by their letters; all of them where none is. */
    public List<String> comparable() {
        List<String> longer = words.stream().filter(word -> word.length() >= SHORTEST_COMPARED).toList();
        return longer.isEmpty() ? words : longer;
    }

    /** The word that tells most, Dutch being what it is. */
    public String longest() {
        return words.stream().max(Comparator.comparingInt(String::length)).orElseThrow();
    }
}
