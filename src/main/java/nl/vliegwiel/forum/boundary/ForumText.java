package nl.vliegwiel.forum.boundary;

import java.util.ArrayList;
import java.util.List;
import nl.vliegwiel.forum.domain.Cleaned;
import nl.vliegwiel.platform.rule.RuleViolation;
import nl.vliegwiel.platform.rule.Violation;
import nl.vliegwiel.platform.text.BsnGuard;
import nl.vliegwiel.platform.text.HealthWords;

/**
 * What people write, as it is kept, and what is wrong with it: too short or long, something that looks like a BSN (R7), words
 * of illness (R8). Illness is also a theme of HR; who says that her words are about nobody in particular may use them.
 */
final class ForumText {
    static final int SHORTEST_TITLE = 3;
    static final int LONGEST_TITLE = 150;
    static final int LONGEST_BODY = 50_000;
    static final int SHORTEST_SLIP = 3;
    static final int LONGEST_REASON = 500;
    static final int LONGEST_SUMMARY = 1000;
    static final int MOST_TAGS = 5;

    private final List<Violation> faults = new ArrayList<>();
    private final boolean aboutNobody;

    /** @param aboutNobody the writer says that no person can be recognised in it */
    ForumText(boolean aboutNobody) {
        this.aboutNobody = aboutNobody;
    }

    String title(String typed) {
        String title = Cleaned.line(typed);
        if (title.isEmpty()) {
            faults.add(Violation.of("title", "forum.title.missing"));
        } else if (Cleaned.length(title) < SHORTEST_TITLE) {
            faults.add(Violation.of("title", "forum.title.tooShort", SHORTEST_TITLE));
        } else if (Cleaned.length(title) > LONGEST_TITLE) {
            faults.add(Violation.of("title", "forum.title.tooLong", LONGEST_TITLE));
        }
        guard("title", title);
        return title;
    }

    String body(String typed) {
        return required("body", typed, LONGEST_BODY);
    }

    String reason(String typed) {
        return required("reason", typed, LONGEST_REASON);
    }

    /** What has to be gone: long enough not to take half a text with it. */
    String slip(String typed) {
        String slip = Cleaned.line(typed);
        if (Cleaned.length(slip) < SHORTEST_SLIP || Cleaned.length(slip) > LONGEST_TITLE) {
            faults.add(Violation.of("text", "redact.text.wrong", SHORTEST_SLIP, LONGEST_TITLE));
        }
        return slip;
    }

    /** @return null for none */
    String summary(String typed) {
        String text = Cleaned.text(typed);
        if (Cleaned.length(text) > LONGEST_SUMMARY) {
            faults.add(Violation.of("summary", "forum.text.tooLong", LONGEST_SUMMARY, Cleaned.length(text)));
        }
        guard("summary", text);
        return text.isBlank() ? null : text.strip();
    }

    List<String> tags(List<String> typed) {
        List<String> tags = Cleaned.tags(typed);
        if (tags.size() > MOST_TAGS) {
            faults.add(Violation.of("tags", "forum.tags.tooMany", MOST_TAGS));
        }
        guard("tags", String.join(", ", tags));
        return tags;
    }

    private String required(String field, String typed, int longest) {
        String text = Cleaned.text(typed);
        if (text.isBlank()) {
            faults.add(Violation.of(field, "forum.text.missing"));
        } else if (Cleaned.length(text) > longest) {
            faults.add(Violation.of(field, "forum.text.tooLong", longest, Cleaned.length(text)));
        }
        guard(field, text);
        return text;
    }

    private void guard(String field, String text) {
        BsnGuard.check(field, text).ifPresent(faults::add);
        if (!aboutNobody) {
            HealthWords.find(text).ifPresent(hit -> faults.add(Violation.of(field, "forum.text.health", hit.word())));
        }
    }

    /** @throws RuleViolation all that is wrong, at the fields */
    void throwIfWrong() {
        RuleViolation.throwIfAny(faults);
    }
}
