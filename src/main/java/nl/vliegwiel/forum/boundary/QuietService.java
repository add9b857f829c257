package nl.vliegwiel.forum.boundary;

import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import nl.vliegwiel.forum.persistence.QuietQueries;
import nl.vliegwiel.platform.OpenToAllStaff;
import nl.vliegwiel.platform.UseCase;
import nl.vliegwiel.platform.actor.CurrentActor;
import nl.vliegwiel.platform.rule.NotFound;
import nl.vliegwiel.platform.rule.RuleViolation;
import nl.vliegwiel.platform.rule.Violation;

/** No messages about a topic for a while; she goes on following it after that. */
@UseCase
public class QuietService {
    private static final int LONGEST = 365;

    @Inject
    private TopicService topics;

    @Inject
    private QuietQueries queries;

    @Inject
    private CurrentActor actor;

    @Inject
    private Clock clock;

    /**
     * For the caller alone, and only what she may read.
     *
     * @param days 1 to 365
     * @return until when
     * @throws NotFound {@code topic.notFound}
     * @throws RuleViolation at {@code days}
     */
    @OpenToAllStaff
    public Instant quiet(UUID topicId, int days) {
        topics.get(topicId);
        if (days < 1 || days > LONGEST) {
            throw new RuleViolation(java.util.List.of(Violation.of("days", "topic.quiet.range", LONGEST)));
        }
        Instant until = clock.instant().plus(Duration.ofDays(days));
        queries.quiet(topicId, actor.get().personId(), until);
        return until;
    }
}
