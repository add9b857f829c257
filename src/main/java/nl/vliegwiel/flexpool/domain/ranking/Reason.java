package nl.vliegwiel.flexpool.domain.ranking;

import java.util.List;

/**
 * What one part gave to a score.
 *
 * @param part which
 * @param key message key
 * @param points given, at least 0
 * @param most points that this part could have given
 * @param arguments for the message
 */
public record Reason(ScorePart part, String key, int points, int most, List<Object> arguments) {
    public Reason {
        arguments = List.copyOf(arguments);
    }
}
