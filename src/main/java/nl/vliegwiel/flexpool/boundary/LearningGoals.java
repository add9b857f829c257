package nl.vliegwiel.flexpool.boundary;

import java.util.List;
import java.util.UUID;

/**
 * What can be learned in a place to learn.
 *
 * @param version of the request
 * @param learning the request is a place to learn
 * @param maySet the reader may change them; nobody once somebody is placed
 */
public record LearningGoals(UUID requestId, int version, boolean learning, List<String> goals, boolean maySet) {
}
