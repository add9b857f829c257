package nl.vliegwiel.flexpool.boundary;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Set;
import nl.vliegwiel.flexpool.domain.RequestStatus;
import nl.vliegwiel.flexpool.persistence.RequestSearchQueries;
import nl.vliegwiel.flexpool.persistence.RequestSearchQueries.Row;
import nl.vliegwiel.platform.actor.Actor;
import nl.vliegwiel.platform.search.Hit;
import nl.vliegwiel.platform.search.SearchQuery;
import nl.vliegwiel.platform.search.SearchSource;

/** Requests that somebody may read, by the words of their title and description. */
@ApplicationScoped
public class RequestSearch implements SearchSource {
    private static final String KIND = "REQUEST";

    @Inject
    private RequestSearchQueries queries;

    @Inject
    private RequestPolicy policy;

    @Override
    public Set<String> kinds() {
        return Set.of(KIND);
    }

    @Override
    public List<Found> find(Actor who, SearchQuery query, Set<String> kinds, int most) {
        if (query.narrowed().toTopics()) {
            return List.of();
        }
        List<Row> rows = queries.find(policy.scope(who), query, most);
        return rows.isEmpty() ? List.of() : List.of(new Found(KIND, rows.stream().map(RequestSearch::hit).toList(), rows.get(0).total(), rows.get(0).more()));
    }

    private static Hit hit(Row row) {
        boolean over = row.status() == RequestStatus.DONE || row.status() == RequestStatus.WITHDRAWN || row.status() == RequestStatus.EXPIRED;
        return new Hit(KIND, row.id(), row.score(), row.title(), row.library() + ", " + row.place(), row.snippet(), "/flexpool/request?id=" + row.id(), row.at(),
            over ? List.of("over") : List.of());
    }
}
