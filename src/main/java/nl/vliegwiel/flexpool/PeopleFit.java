package nl.vliegwiel.flexpool;

import java.util.List;
import java.util.UUID;

/** People of the pool fit requests and are to be told, each once per request. Fired in the transaction that remembers it. */
public record PeopleFit(List<Fit> fits) {
    /**
     * One person and one request.
     *
     * @param shiftIds shifts that she fits, the earliest first
     */
    public record Fit(UUID requestId, UUID personId, List<UUID> shiftIds) {
        public Fit {
            shiftIds = List.copyOf(shiftIds);
        }
    }

    public PeopleFit {
        fits = List.copyOf(fits);
    }
}
