package nl.vliegwiel.flexpool.boundary;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import nl.vliegwiel.flexpool.persistence.HealthQueries;
import nl.vliegwiel.platform.time.Zones;

/** Makes the figures of the pool once an hour, on whichever node comes first. */
@ApplicationScoped
public class HealthFigures {
    private static final Duration AGE = Duration.ofMinutes(55);
    private static final int MONTHS_BACK = 13;
    private static final int MONTHS_AHEAD = 3;

    @Inject
    private HealthQueries queries;

    @Inject
    private Clock clock;

    protected HealthFigures() {
    }

    /** For what runs outside a container. */
    public HealthFigures(HealthQueries queries, Clock clock) {
        this.queries = queries;
        this.clock = clock;
    }

    /** @return false when they are young enough, or another node is at it */
    @Transactional
    public boolean refresh() {
        Instant now = clock.instant();
        if (!queries.claim(now, AGE)) {
            return false;
        }
        LocalDate month = LocalDate.now(clock.withZone(Zones.AMSTERDAM)).withDayOfMonth(1);
        LocalDate from = month.minusMonths(MONTHS_BACK);
        LocalDate to = month.plusMonths(MONTHS_AHEAD);
        queries.refresh(from, to, from.atStartOfDay(Zones.AMSTERDAM).toInstant(), to.atStartOfDay(Zones.AMSTERDAM).toInstant(), now);
        return true;
    }
}
