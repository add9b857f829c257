package nl.vliegwiel.flexpool.boundary;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Duration;
import nl.vliegwiel.flexpool.persistence.RankingLogQueries;

/** Keeps the ranking log no longer than it serves (R18); called by the product itself, never by a person. */
@ApplicationScoped
class RankingLog {
    /** Twice what the AI Act asks of who uses such a system (art. 26: six months). */
    private static final Duration KEPT = Duration.ofDays(365);

    @Inject
    private RankingLogQueries queries;

    @Inject
    private Clock clock;

    /** @return how many lines were removed */
    @Transactional
    public int forget() {
        return queries.removeBefore(clock.instant().minus(KEPT));
    }
}
