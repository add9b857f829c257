package nl.vliegwiel.forum.domain;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** How a list of topics is ordered, or what of it is left out. */
public enum TopicSort {
    /** Newest reply first. */
    LATEST,
    /** Open questions without a reply. */
    UNANSWERED,
    /** Most liked first. */
    TOP;

    /** As it stands in an address. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    public static Optional<TopicSort> of(String word) {
        return Arrays.stream(values()).filter(one -> one.word().equals(word)).findFirst();
    }
}
