package nl.vliegwiel.flexpool.boundary;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import nl.vliegwiel.flexpool.domain.RequestStatus;
import nl.vliegwiel.flexpool.persistence.RequestProgressQueries;
import nl.vliegwiel.flexpool.persistence.RequestProgressQueries.Filling;
import nl.vliegwiel.flexpool.persistence.RequestProgressQueries.Moved;
import nl.vliegwiel.flexpool.persistence.ReachQueries;
import nl.vliegwiel.platform.audit.Audit;

/** Moves a request on by what is filled and by the clock. Called by other use cases and by the product itself, never by a person. */
@ApplicationScoped
public class RequestProgress {
    @Inject
    private RequestProgressQueries queries;

    @Inject
    private ReachQueries reach;

    @Inject
    private Clock clock;

    @Inject
    private Audit audit;

    /**
     * After a placement became definite, or a definite one ended: published, partly filled or filled. Locks the request
     * until the caller's transaction ends. Once the work runs, only a place that falls open in a shift still to come
     * opens the request again; does nothing when it is over.
     */
    @Transactional(Transactional.TxType.MANDATORY)
    public void recount(UUID requestId) {
        Filling filling = queries.lockAndCount(requestId, clock.instant());
        if (filling.status() == RequestStatus.RUNNING && filling.openAhead() > 0) {
            queries.set(requestId, RequestStatus.PARTLY_FILLED);
            return;
        }
        if (!filling.status().isOpen() && filling.status() != RequestStatus.FILLED) {
            return;
        }
        RequestStatus now = RequestStatus.byFilling(filling.seats(), filling.filled());
        if (now != filling.status()) {
            queries.set(requestId, now);
        }
        // A place that came free is offered to the next people
        reach.lookAgain(requestId, clock.instant());
    }

    /** Moves everything whose moment has come. @return how many requests moved */
    @Transactional
    public int byTime() {
        Instant now = clock.instant();
        List<Moved> moved = Stream.of(queries.expire(now), queries.begin(now), queries.finish(now)).flatMap(List::stream).toList();
        moved.forEach(one -> audit.record(null, one.to().name().toLowerCase(Locale.ROOT), "request", one.requestId(), one.organisationId(), Map.of()));
        return moved.size();
    }
}
