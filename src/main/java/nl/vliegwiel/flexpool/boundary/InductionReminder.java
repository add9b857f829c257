package nl.vliegwiel.flexpool.boundary;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import nl.vliegwiel.flexpool.InductionDue;
import nl.vliegwiel.flexpool.persistence.InductionQueries;

/** Reminds who begins within three days at a branch whose safety instruction she did not accept; once per version. */
@ApplicationScoped
@Transactional
public class InductionReminder {
    private static final Duration BEFORE = Duration.ofDays(3);
    private static final int AT_ONCE = 500;

    @Inject
    private InductionQueries queries;

    @Inject
    private Event<InductionDue> due;

    @Inject
    private Clock clock;

    /** @return how many were reminded */
    public int remind() {
        Instant now = clock.instant();
        List<InductionQueries.Due> people = queries.remind(now, now.plus(BEFORE), AT_ONCE);
        people.forEach(one -> due.fire(new InductionDue(one.placementId(), one.employeeId(), one.branchId(), now)));
        return people.size();
    }
}
