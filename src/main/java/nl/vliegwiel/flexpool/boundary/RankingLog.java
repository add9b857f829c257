package nl.vliegwiel.flexpool.boundary;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import nl.vliegwiel.flexpool.persistence.PlanQueries;
import nl.vliegwiel.flexpool.persistence.RankingLogQueries;

/** Keeps the ranking log and proposals for a week no longer than they serve (R18); called by the product itself, never by a person. */
@ApplicationScoped
class RankingLog {
    /** Twice what the AI Act asks of who uses such a system (art. 26: six months). */
    private static final Duration KEPT = Duration.ofDays(365);

    @Inject
    private RankingLogQueries queries;

    @Inject
    private PlanQueries plans;

    @Inject
    private Clock clock;

    /** @return how many lines and proposals were removed */
    @Transactional
    public int forget() {
        Instant before = clock.instant().minus(KEPT);
        return queries.removeBefore(before) + plans.removeBefore(before);
    }
}
