package nl.vliegwiel.flexpool.boundary;

import jakarta.inject.Inject;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import nl.vliegwiel.flexpool.domain.Purpose;
import nl.vliegwiel.flexpool.persistence.LearningQueries;
import nl.vliegwiel.flexpool.persistence.LearningQueries.Request;
import nl.vliegwiel.platform.UseCase;
import nl.vliegwiel.platform.actor.CurrentActor;
import nl.vliegwiel.platform.audit.Audit;
import nl.vliegwiel.platform.rule.Conflict;
import nl.vliegwiel.platform.rule.Forbidden;
import nl.vliegwiel.platform.rule.NotFound;
import nl.vliegwiel.platform.rule.RuleViolation;
import nl.vliegwiel.platform.rule.StaleData;
import nl.vliegwiel.platform.rule.Violation;
import nl.vliegwiel.platform.text.BsnGuard;
import nl.vliegwiel.platform.text.HealthWords;

/** Learning goals of a request that is a place to learn; everybody who reads the request reads them before she applies. */
@UseCase
public class LearningGoalService {
    public static final int MOST = 5;
    private static final int SHORTEST = 3;
    private static final int LONGEST = 200;

    @Inject
    private LearningQueries queries;

    @Inject
    private RequestService requests;

    @Inject
    private RequestPolicy policy;

    @Inject
    private CurrentActor actor;

    @Inject
    private Audit audit;

    @Inject
    private Clock clock;

    /** @throws NotFound {@code request.notFound} to whom the request is not shown */
    public LearningGoals goals(UUID requestId) {
        requests.get(requestId);
        return view(requestId, found(requestId));
    }

    /**
     * @param goals in order; all of them anew
     * @throws Forbidden when it is not her library's
     * @throws Conflict {@code learning.goals.purpose} when it is no place to learn, {@code learning.goals.placed} once somebody counts on them
     * @throws StaleData {@code stale}
     * @throws RuleViolation {@code learning.goals.most}, {@code learning.goals.length}, and what the guards of free text say
     */
    public LearningGoals set(UUID requestId, int seenVersion, List<String> goals) {
        requests.get(requestId);
        Request request = found(requestId);
        policy.requireWrite(actor.get(), request.organisationId());
        List<String> wanted = goals == null ? List.of() : goals.stream().map(goal -> goal == null ? "" : goal.strip()).toList();
        check(wanted);
        if (request.purpose() != Purpose.LEARNING) {
            throw new Conflict("learning.goals.purpose");
        }
        if (request.placed()) {
            throw new Conflict("learning.goals.placed");
        }
        if (!queries.setGoals(requestId, seenVersion, wanted, clock.instant())) {
            throw new StaleData("stale");
        }
        audit.record(actor.get(), "learning_goals", "request", requestId, request.organisationId(), Map.of("goals", wanted.size()));
        return view(requestId, found(requestId));
    }

    private static void check(List<String> goals) {
        List<Violation> faults = new ArrayList<>();
        if (goals.size() > MOST) {
            faults.add(Violation.of("goals", "learning.goals.most", MOST));
        }
        for (String goal : goals) {
            if (goal.length() < SHORTEST || goal.length() > LONGEST) {
                faults.add(Violation.of("goals", "learning.goals.length", SHORTEST, LONGEST));
            }
            BsnGuard.check("goals", goal).ifPresent(faults::add);
            HealthWords.check("goals", goal).ifPresent(faults::add);
        }
        RuleViolation.throwIfAny(faults);
    }

    private LearningGoals view(UUID requestId, Request request) {
        return new LearningGoals(requestId, request.version(), request.purpose() == Purpose.LEARNING,
            queries.goals(requestId).stream().map(LearningQueries.Goal::goal).toList(),
            request.purpose() == Purpose.LEARNING && !request.placed() && policy.mayWrite(actor.get(), request.organisationId()));
    }

    private Request found(UUID requestId) {
        return queries.request(requestId).orElseThrow(() -> new NotFound("request.notFound"));
    }
}
