package nl.vliegwiel.search.domain;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import nl.vliegwiel.platform.rule.RuleViolation;
import nl.vliegwiel.platform.rule.Violation;

/** Words that mean the same, as they are kept. */
public final class SynonymText {
    private static final int MOST = 20;
    private static final int LONGEST = 60;
    private static final int MOST_WORDS = 4;

    private SynonymText() {
    }

    /**
     * @param typed a word or a few words each
     * @return each once, without signs
     * @throws RuleViolation at {@code words}: fewer than two, too many, or one that is too long
     */
    public static List<String> checked(List<String> typed) {
        List<String> words = new ArrayList<>();
        List<String> known = new ArrayList<>();
        List<Violation> faults = new ArrayList<>();
        for (String one : typed == null ? List.<String>of() : typed) {
            List<String> parts = Wanted.words(one == null ? "" : one, MOST_WORDS + 1);
            String word = String.join(" ", parts);
            if (parts.size() > MOST_WORDS || word.length() > LONGEST) {
                faults.add(Violation.of("words", "synonym.tooLong", MOST_WORDS, LONGEST));
                break;
            }
            if (!word.isEmpty() && !known.contains(word.toLowerCase(Locale.ROOT))) {
                known.add(word.toLowerCase(Locale.ROOT));
                words.add(word);
            }
        }
        if (faults.isEmpty() && words.size() < 2) {
            faults.add(Violation.of("words", "synonym.tooFew"));
        }
        if (words.size() > MOST) {
            faults.add(Violation.of("words", "synonym.tooMany", MOST));
        }
        RuleViolation.throwIfAny(faults);
        return words;
    }
}
