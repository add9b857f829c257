package nl.vliegwiel.flexpool.domain.ranking;

import java.util.List;

/**
 * A hard filter that somebody does not pass, with the figures that say why.
 *
 * @param rule which
 * @param key message key
 * @param arguments for the message
 */
public record FailedRule(FilterRule rule, String key, List<Object> arguments) {
    public FailedRule {
        arguments = List.copyOf(arguments);
    }

    static FailedRule of(FilterRule rule, String key, Object... arguments) {
        return new FailedRule(rule, key, List.of(arguments));
    }
}
