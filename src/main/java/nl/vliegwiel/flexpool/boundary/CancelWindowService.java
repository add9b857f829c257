package nl.vliegwiel.flexpool.boundary;

import jakarta.inject.Inject;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import nl.vliegwiel.flexpool.persistence.CancelQueries;
import nl.vliegwiel.flexpool.persistence.CancelQueries.Window;
import nl.vliegwiel.platform.UseCase;
import nl.vliegwiel.platform.actor.CurrentActor;
import nl.vliegwiel.platform.audit.Audit;
import nl.vliegwiel.platform.rule.Conflict;
import nl.vliegwiel.platform.rule.NotFound;
import nl.vliegwiel.platform.rule.RuleViolation;
import nl.vliegwiel.platform.rule.StaleData;
import nl.vliegwiel.platform.rule.Violation;

/** How long beforehand a library wants to know of a cancellation. A promise to each other: nobody pays for being late. */
@UseCase
public class CancelWindowService {
    /** Two weeks. */
    public static final int MOST_HOURS = 336;

    @Inject
    private CancelQueries queries;

    @Inject
    private RequestService requests;

    @Inject
    private RequestPolicy policy;

    @Inject
    private CurrentActor actor;

    @Inject
    private Audit audit;

    /** @throws NotFound {@code request.notFound} to whom the request is not shown */
    public CancelWindow window(UUID requestId) {
        requests.get(requestId);
        return view(requestId, found(requestId));
    }

    /**
     * @param hours before the start; null for what the library usually wants
     * @param usual the library wants it so for all requests that say nothing else
     * @throws Conflict {@code request.cancelWindow.placed} once somebody counts on it
     * @throws RuleViolation {@code request.cancelWindow.range}
     */
    public CancelWindow set(UUID requestId, int seenVersion, Integer hours, boolean usual) {
        requests.get(requestId);
        Window window = found(requestId);
        policy.requireWrite(actor.get(), window.organisationId());
        if (hours != null && (hours < 0 || hours > MOST_HOURS) || hours == null && usual) {
            throw new RuleViolation(List.of(Violation.of("hours", "request.cancelWindow.range", MOST_HOURS)));
        }
        if (window.placed()) {
            throw new Conflict("request.cancelWindow.placed");
        }
        if (!queries.setWindow(requestId, seenVersion, usual ? null : hours)) {
            throw new StaleData("stale");
        }
        if (usual) {
            queries.setUsual(window.organisationId(), hours);
        }
        Map<String, Object> facts = new LinkedHashMap<>();
        facts.put("hours", hours);
        facts.put("usual", usual);
        audit.record(actor.get(), "cancel_window", "request", requestId, window.organisationId(), facts);
        return view(requestId, found(requestId));
    }

    private CancelWindow view(UUID requestId, Window window) {
        return new CancelWindow(requestId, window.version(), window.hours(), window.own(), window.usual(),
            policy.mayWrite(actor.get(), window.organisationId()) && !window.placed());
    }

    private Window found(UUID requestId) {
        return queries.window(requestId).orElseThrow(() -> new NotFound("request.notFound"));
    }
}
