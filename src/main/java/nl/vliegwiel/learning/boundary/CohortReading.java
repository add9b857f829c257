package nl.vliegwiel.learning.boundary;

import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import nl.vliegwiel.forum.Forum;
import nl.vliegwiel.learning.persistence.CohortQueries;
import nl.vliegwiel.platform.UseCase;
import nl.vliegwiel.platform.actor.Actor;
import nl.vliegwiel.platform.actor.CurrentActor;
import nl.vliegwiel.platform.audit.Audit;
import nl.vliegwiel.platform.persistence.Ids;
import nl.vliegwiel.platform.rule.Forbidden;
import nl.vliegwiel.platform.rule.NotFound;
import nl.vliegwiel.platform.rule.RuleViolation;
import nl.vliegwiel.platform.rule.Violation;
import nl.vliegwiel.platform.text.BsnGuard;

/** R16: an administrator reads what a cohort says among itself only after she wrote down why, for an hour, and cannot write in it. */
@UseCase
public class CohortReading {
    private static final Duration LASTS = Duration.ofHours(1);
    private static final int SHORTEST = 10;
    private static final int LONGEST = 500;
    private static final int MOST = 500;

    @Inject
    private CohortQueries cohorts;

    @Inject
    private LearningPolicy policy;

    @Inject
    private CurrentActor actor;

    @Inject
    private Forum forum;

    @Inject
    private Audit audit;

    @Inject
    private Clock clock;

    /**
     * @return until when the caller may read
     * @throws RuleViolation {@code cohort.reading.reason} at {@code reason}
     */
    public Instant begin(UUID cohortId, String reason) {
        Actor who = actor.get();
        CohortQueries.Row cohort = require(cohortId, who);
        String why = reason == null ? "" : reason.strip();
        if (why.length() < SHORTEST || why.length() > LONGEST) {
            throw new RuleViolation(List.of(Violation.of("reason", "cohort.reading.reason", SHORTEST, LONGEST)));
        }
        BsnGuard.require("reason", why);
        Instant now = clock.instant();
        cohorts.addReading(Ids.next(), cohortId, who.personId(), why, now, now.plus(LASTS));
        audit.record(who, "read-with-reason", CohortService.ENTITY, cohortId, cohort.organiserId(), Map.of());
        return now.plus(LASTS);
    }

    /** Until when the caller may read; null when she has to say why first. */
    public Instant until(UUID cohortId) {
        Actor who = actor.get();
        require(cohortId, who);
        return cohorts.readingUntil(cohortId, who.personId(), clock.instant()).orElse(null);
    }

    /**
     * What was said, the latest topic first.
     *
     * @throws Forbidden {@code cohort.reading.why} without a reason of the last hour
     */
    public List<Forum.Said> said(UUID cohortId) {
        if (until(cohortId) == null) {
            throw new Forbidden("cohort.reading.why");
        }
        return forum.transcript(CohortAudience.KIND, cohortId, MOST);
    }

    private CohortQueries.Row require(UUID cohortId, Actor who) {
        policy.requireAdmin(who);
        return cohorts.find(cohortId, who.personId()).filter(row -> row.state().talks()).orElseThrow(() -> new NotFound("cohort.notFound"));
    }
}
