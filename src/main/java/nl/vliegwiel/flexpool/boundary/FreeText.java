package nl.vliegwiel.flexpool.boundary;

import java.util.ArrayList;
import java.util.List;
import nl.vliegwiel.platform.rule.RuleViolation;
import nl.vliegwiel.platform.rule.Violation;
import nl.vliegwiel.platform.text.BsnGuard;
import nl.vliegwiel.platform.text.HealthWords;

/** What people type to each other: there, not too long, without health data and without anything that looks like a BSN (R7, R8). */
final class FreeText {
    private FreeText() {
    }

    /**
     * @param longest most characters
     * @return the text without white space around it
     * @throws RuleViolation {@code placement.text.missing}, {@code placement.text.tooLong}, and what the two guards say
     */
    static String required(String field, String value, int longest) {
        if (value == null || value.isBlank()) {
            throw new RuleViolation(List.of(Violation.of(field, "placement.text.missing")));
        }
        String text = value.strip();
        List<Violation> faults = new ArrayList<>();
        if (text.length() > longest) {
            faults.add(Violation.of(field, "placement.text.tooLong", longest));
        }
        BsnGuard.check(field, text).ifPresent(faults::add);
        HealthWords.check(field, text).ifPresent(faults::add);
        RuleViolation.throwIfAny(faults);
        return text;
    }
}
