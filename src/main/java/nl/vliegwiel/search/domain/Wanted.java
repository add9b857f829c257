package nl.vliegwiel.search.domain;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What was typed, as words and as words that stay together; all other signs mean nothing.
 *
 * @param parts in the order in which they were typed; words between quotes are one part
 */
public record Wanted(List<List<String>> parts) {
    public static final int LONGEST = 150;
    private static final int MOST_WORDS = 8;
    private static final int LONGEST_TERM = 4;
    private static final Pattern PART = Pattern.compile("\"([^\"]*)\"|([^\"\\s]+)");
    private static final Pattern WORD = Pattern.compile("[\\p{L}\\p{Nd}\\p{M}]+");

    public Wanted {
        parts = List.copyOf(parts);
    }

    /** Null is nothing; of very much, the beginning. */
    public static Wanted of(String typed) {
        String text = Normalizer.normalize(typed == null ? "" : typed.length() > LONGEST ? typed.substring(0, LONGEST) : typed, Normalizer.Form.NFC);
        List<List<String>> parts = new ArrayList<>();
        Matcher part = PART.matcher(text);
        int left = MOST_WORDS;
        while (part.find() && left > 0) {
            List<String> words = words(part.group(1) == null ? part.group(2) : part.group(1), left);
            left -= words.size();
            if (part.group(1) != null && words.size() > 1) {
                parts.add(words);
            } else {
                words.forEach(word -> parts.add(List.of(word)));
            }
        }
        return new Wanted(parts);
    }

    /** Words of a text, as many as wanted at most. */
    public static List<String> words(String text, int most) {
        List<String> words = new ArrayList<>();
        Matcher word = WORD.matcher(text);
        while (word.find() && words.size() < most) {
            words.add(word.group());
        }
        return words;
    }

    public boolean isNothing() {
        return parts.isEmpty();
    }

    public List<String> words() {
        return parts.stream().flatMap(List::stream).toList();
    }

    /** Every word and every row of words that may be known under another name. */
    public Set<String> terms() {
        Set<String> terms = new LinkedHashSet<>();
        for (int from = 0; from < parts.size(); from++) {
            for (int to = from + 1; to <= Math.min(parts.size(), from + LONGEST_TERM); to++) {
                terms.add(term(from, to));
            }
        }
        return terms;
    }

    private String term(int from, int to) {
        return String.join(" ", parts.subList(from, to).stream().map(part -> String.join(" ", part)).toList());
    }

    /**
     * A query per part, of the words that may stand for it, as {@code search_query} in the database takes them.
     *
     * @param others for each of {@link #terms}, what means the same; the longest row that has something goes first
     */
    public List<String> groups(Map<String, List<String>> others) {
        List<String> groups = new ArrayList<>();
        int from = 0;
        while (from < parts.size()) {
            int to = Math.min(parts.size(), from + LONGEST_TERM);
            while (to > from + 1 && !others.containsKey(term(from, to))) {
                to--;
            }
            String term = term(from, to);
            Set<String> forms = new LinkedHashSet<>();
            forms.add(quoted(to - from == 1 ? parts.get(from) : words(term, Integer.MAX_VALUE)));
            others.getOrDefault(term, List.of()).forEach(other -> forms.add(quoted(words(other, Integer.MAX_VALUE))));
            forms.remove("''");
            groups.add(String.join(" | ", forms));
            from = to;
        }
        return groups;
    }

    /** Nothing but letters, digits and spaces between the quotes. */
    private static String quoted(List<String> words) {
        return "'" + String.join(" ", words) + "'";
    }
}
