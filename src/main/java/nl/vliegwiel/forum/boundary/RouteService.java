package nl.vliegwiel.forum.boundary;

import jakarta.inject.Inject;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import nl.vliegwiel.forum.domain.RouteStep;
import nl.vliegwiel.forum.persistence.RouteQueries;
import nl.vliegwiel.platform.UseCase;
import nl.vliegwiel.platform.actor.CurrentActor;
import nl.vliegwiel.platform.rule.NotFound;

/** Where a question went, and where it goes next; for everybody who reads it. */
@UseCase
public class RouteService {
    @Inject
    private RouteQueries routes;

    @Inject
    private ForumPolicy policy;

    @Inject
    private CurrentActor actor;

    /** A step that was taken. @param told how many people got a message */
    public record Step(RouteStep step, Instant at, int told) {
    }

    /** @param next null when it was answered, or stands at the last; @param nextAt likewise */
    public record Route(List<Step> steps, RouteStep next, Instant nextAt) {
        public boolean unknown() {
            return steps.isEmpty() && next == null;
        }
    }

    /** @throws NotFound {@code topic.notFound} */
    public Route of(UUID topicId) {
        policy.requireTopic(actor.get(), topicId);
        List<Step> steps = routes.steps(topicId).stream().map(row -> new Step(row.step(), row.at(), row.told())).toList();
        return routes.next(topicId).map(next -> new Route(steps, next.step(), next.at())).orElseGet(() -> new Route(steps, null, null));
    }
}
