package nl.vliegwiel.flexpool.domain;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

/**
 * What somebody looks for among requests; null or empty is everything.
 *
 * @param statuses any of these
 * @param province of the place of work
 * @param skillId asked for, public id
 * @param from a shift ends after it
 * @param to a shift starts before it
 * @param side whose requests
 * @param openAt moment at which somebody can still react: the deadline lies after it, and a shift
 */
public record RequestFilter(List<RequestStatus> statuses, String province, UUID skillId, Instant from, Instant to, Side side, Instant openAt) {
    /** Whose requests somebody looks at. */
    public enum Side {
        /** All that she may see. */
        ALL,
        /** Of the libraries for which she is HR manager. */
        OURS,
        /** Of other libraries, reached by a circle in which she stands. */
        HELP
    }

    /** Whatever the moment. */
    public RequestFilter(List<RequestStatus> statuses, String province, UUID skillId, Instant from, Instant to, Side side) {
        this(statuses, province, skillId, from, to, side, null);
    }

    public RequestFilter {
        statuses = statuses == null ? List.of() : List.copyOf(statuses);
    }
}
