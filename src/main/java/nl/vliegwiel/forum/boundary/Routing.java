package nl.vliegwiel.forum.boundary;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import nl.vliegwiel.forum.QuestionWaits;
import nl.vliegwiel.forum.domain.RouteStep;
import nl.vliegwiel.forum.persistence.RouteQueries;
import nl.vliegwiel.forum.persistence.RouteQueries.Due;
import nl.vliegwiel.platform.audit.Audit;
import nl.vliegwiel.platform.time.Zones;

/**
 * Brings questions that nobody answered to who may know: the HR managers of the region, who knows the theme, the moderator. A
 * portion is one transaction that holds its rows, and a step is a row of its own, so that two nodes take it once.
 */
@ApplicationScoped
public class Routing {
    static final int PORTION = 100;

    private RouteQueries routes;
    private Audit audit;
    private Clock clock;
    private Event<QuestionWaits> waits;

    protected Routing() {
    }

    @Inject
    public Routing(RouteQueries routes, Audit audit, Clock clock, Event<QuestionWaits> waits) {
        this.routes = routes;
        this.audit = audit;
        this.clock = clock;
        this.waits = waits;
    }

    /** @return questions that were looked at; fewer than {@link #PORTION} when no more are due */
    @Transactional
    public int portion() {
        Instant now = clock.instant();
        List<Due> due = routes.claim(now, PORTION);
        for (Due one : due) {
            if (one.answered()) {
                routes.end(one.topicId());
            } else {
                take(one, now);
            }
        }
        return due.size();
    }

    private void take(Due one, Instant now) {
        Set<UUID> people = new HashSet<>(switch (one.step()) {
            case CIRCLE -> routes.circleOf(one.authorId(), LocalDate.ofInstant(now, Zones.AMSTERDAM));
            case EXPERTS -> routes.expertsOf(one.topicId());
            // It stands in their inbox
            case MODERATOR -> Set.of();
        });
        people.remove(one.authorId());
        Optional<RouteStep> next = one.step().next();
        // After a standstill of the job the next step still waits its turn
        Instant at = next.map(step -> later(one.askedAt().plus(step.after()), now.plus(step.after()).minus(one.step().after()))).orElse(null);
        routes.taken(one.topicId(), one.step(), people.size(), now, next.orElse(null), at);
        audit.record(null, "routed", TopicService.ENTITY, one.topicId(), null, Map.of("step", one.step().name(), "told", people.size()));
        if (!people.isEmpty()) {
            waits.fire(new QuestionWaits(one.topicId(), people, now));
        }
    }

    private static Instant later(Instant one, Instant other) {
        return one.isAfter(other) ? one : other;
    }
}
