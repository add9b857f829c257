package nl.vliegwiel.platform.rule;

import java.util.List;

/**
 * One fault in one field of what somebody sent.
 *
 * @param field name of the field as the sender knows it, such as {@code shifts[0].end}; empty for the whole
 * @param key message key
 * @param arguments values for the message
 */
public record Violation(String field, String key, List<Object> arguments) {
    public Violation {
        arguments = List.copyOf(arguments);
    }

    public static Violation of(String field, String key, Object... arguments) {
        return new Violation(field, key, List.of(arguments));
    }
}
