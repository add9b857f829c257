package nl.vliegwiel.platform.rest;

import com.fasterxml.jackson.core.JsonProcessingException;
import java.util.List;
import java.util.Locale;
import nl.vliegwiel.platform.rule.Violation;
import nl.vliegwiel.platform.text.Texts;

/** RFC 9457 problem document in the reader's language. */
public record Problem(String type, String title, int status, String detail, String instance, String key, List<Field> violations) {
    /** One fault in one field. */
    public record Field(String field, String key, String message) {
    }

    public static Problem of(int status, String key, Locale locale, String instance, Object... arguments) {
        return new Problem("about:blank", Texts.of(locale, "problem." + status), status, detail(locale, key, arguments), instance, key, null);
    }

    public static Problem of(int status, String key, Locale locale, String instance, List<Violation> violations, Object... arguments) {
        List<Field> fields = violations.isEmpty() ? null : violations.stream()
            .map(violation -> new Field(violation.field(), violation.key(), detail(locale, violation.key(), violation.arguments().toArray())))
            .toList();
        return new Problem("about:blank", Texts.of(locale, "problem." + status), status, detail(locale, key, arguments), instance, key, fields);
    }

    /** A constraint of the database without a text of its own is told in general words, never by its name. */
    private static String detail(Locale locale, String key, Object... arguments) {
        return Texts.has(locale, key) ? Texts.of(locale, key, arguments)
            : Texts.of(locale, key.startsWith("constraint.") ? "invalid.value" : "problem.detail");
    }

    public String json() {
        try {
            return Json.MAPPER.writeValueAsString(this);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("A problem is plain data", e);
        }
    }
}
