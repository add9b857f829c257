package nl.vliegwiel.person.domain;

import java.util.Optional;
import nl.vliegwiel.platform.rule.Violation;

/** What may stand in a name or another short text about a person. */
public final class PersonName {
    /** A spreadsheet that opens an export would carry these out as a formula. */
    private static final String FORMULA_STARTS = "=+-@";

    private PersonName() {
    }

    /** @return what is wrong with a given or family name, if anything */
    public static Optional<Violation> check(String field, String name) {
        return check(field, name, Person.LONGEST_NAME);
    }

    /** @return what is wrong with a text that has to be there and fits on one line, if anything */
    public static Optional<Violation> check(String field, String text, int longest) {
        String trimmed = text == null ? "" : text.strip();
        if (trimmed.isEmpty()) {
            return Optional.of(Violation.of(field, "person.text.missing"));
        }
        if (trimmed.length() > longest) {
            return Optional.of(Violation.of(field, "person.text.tooLong", longest));
        }
        if (trimmed.chars().anyMatch(c -> Character.isISOControl(c) || c == '\uFFFD')) {
            return Optional.of(Violation.of(field, "person.text.unreadable"));
        }
        if (FORMULA_STARTS.indexOf(trimmed.charAt(0)) >= 0) {
            return Optional.of(Violation.of(field, "person.text.formula"));
        }
        return Optional.empty();
    }
}
