package nl.vliegwiel.flexpool.boundary;

import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import nl.vliegwiel.flexpool.domain.Circle;
import nl.vliegwiel.flexpool.domain.RequestView;
import nl.vliegwiel.flexpool.domain.reach.Pace;
import nl.vliegwiel.flexpool.persistence.ReachQueries;
import nl.vliegwiel.flexpool.persistence.ReachQueries.Kept;
import nl.vliegwiel.flexpool.persistence.ReachQueries.Progress;
import nl.vliegwiel.flexpool.persistence.WeightsQueries;
import nl.vliegwiel.platform.OpenToAllStaff;
import nl.vliegwiel.platform.UseCase;
import nl.vliegwiel.platform.actor.Actor;
import nl.vliegwiel.platform.actor.CurrentActor;
import nl.vliegwiel.platform.actor.Role;
import nl.vliegwiel.platform.audit.Audit;
import nl.vliegwiel.platform.rule.Conflict;
import nl.vliegwiel.platform.rule.Forbidden;
import nl.vliegwiel.platform.rule.NotFound;
import nl.vliegwiel.platform.rule.RuleViolation;
import nl.vliegwiel.platform.rule.StaleData;

/** How far a request reaches and how fast: for who asks to see and to steer, with a pace per library. */
@UseCase
public class ReachService {
    @Inject
    private ReachQueries queries;

    @Inject
    private RequestService requests;

    @Inject
    private RequestPolicy policy;

    @Inject
    private WeightsQueries organisations;

    @Inject
    private CurrentActor actor;

    @Inject
    private Clock clock;

    @Inject
    private Audit audit;

    /**
     * For planners only: how many were told is theirs to weigh. Of a draft: as it would go if it were published now.
     *
     * @throws NotFound {@code request.notFound}
     * @throws Forbidden {@code request.write.forbidden}
     */
    public ReachView reach(UUID requestId) {
        RequestView request = ours(requestId);
        Progress progress = queries.progress(requestId).orElse(null);
        boolean looking = request.status().isOpen();
        if (progress == null) {
            // From before there were steps: then everything named is open
            List<ReachView.Step> steps = request.publishedAt() == null ? planned(request)
                : request.circles().stream().map(circle -> new ReachView.Step(circle, request.publishedAt(), request.publishedAt(), null)).toList();
            return new ReachView(requestId, request.version(), steps, null, 0, 0, false, false, false, false);
        }
        List<ReachView.Step> steps = progress.steps().stream().map(step -> new ReachView.Step(step.circle(), step.opensAt(), step.openedAt(), step.openedBy())).toList();
        return new ReachView(requestId, request.version(), steps, progress.pausedAt(), progress.told(), progress.answered(), progress.strict(),
            looking && steps.stream().anyMatch(step -> !step.isOpen()), looking && progress.pausedAt() == null, looking && progress.pausedAt() != null);
    }

    /** How circles would open if the draft were published now. */
    private List<ReachView.Step> planned(RequestView draft) {
        Instant now = clock.instant();
        Pace pace = queries.pace(draft.organisationId()).map(Kept::pace).orElse(Pace.DEFAULT);
        Instant firstStart = draft.firstStart() == null || draft.firstStart().isBefore(now) ? now : draft.firstStart();
        return pace.schedule(draft.circles(), now, firstStart).stream().map(one -> new ReachView.Step(one.circle(), one.opensAt(), null, null)).toList();
    }

    /**
     * Opens the next circle before its time.
     *
     * @param seenVersion version of the request that the person saw
     * @throws Conflict {@code reach.open.none} when no circle is left
     */
    public ReachView openNext(UUID requestId, int seenVersion) {
        RequestView request = take(requestId, seenVersion);
        Circle circle = queries.openNext(requestId, actor.get().personId(), clock.instant()).orElseThrow(() -> new Conflict("reach.open.none"));
        audit.record(actor.get(), "circle_opened", "request", requestId, request.organisationId(), Map.of("circle", circle.name()));
        return reach(requestId);
    }

    /**
     * Nothing opens and nobody more is told, until it is resumed. Who knows of it may still answer.
     *
     * @throws Conflict {@code reach.pause.already}
     */
    public ReachView pause(UUID requestId, int seenVersion) {
        RequestView request = take(requestId, seenVersion);
        if (!queries.pause(requestId, clock.instant())) {
            throw new Conflict("reach.pause.already");
        }
        audit.record(actor.get(), "reach_paused", "request", requestId, request.organisationId(), Map.of());
        return reach(requestId);
    }

    /** @throws Conflict {@code reach.resume.already} */
    public ReachView resume(UUID requestId, int seenVersion) {
        RequestView request = take(requestId, seenVersion);
        if (!queries.resume(requestId, clock.instant())) {
            throw new Conflict("reach.resume.already");
        }
        audit.record(actor.get(), "reach_resumed", "request", requestId, request.organisationId(), Map.of());
        return reach(requestId);
    }

    private RequestView ours(UUID requestId) {
        RequestView request = requests.get(requestId);
        policy.requireWrite(actor.get(), request.organisationId());
        return request;
    }

    private RequestView take(UUID requestId, int seenVersion) {
        RequestView request = ours(requestId);
        if (!queries.take(requestId, seenVersion)) {
            throw new StaleData("stale");
        }
        if (!request.status().isOpen()) {
            throw new Conflict("reach.notNow", request.status());
        }
        return request;
    }

    /** @throws NotFound {@code weights.notFound} when there is no such organisation */
    @OpenToAllStaff
    public PaceView pace(UUID organisationId) {
        String name = organisations.organisationName(organisationId).orElseThrow(() -> new NotFound("weights.notFound"));
        Kept kept = queries.pace(organisationId).orElse(new Kept(Pace.DEFAULT, 0));
        return new PaceView(organisationId, name, kept.pace(), kept.version(), actor.get().has(Role.HR_MANAGER, organisationId));
    }

    /**
     * Holds for what is published from now on; batches and standby at once for all.
     *
     * @param seenVersion version that the person saw
     * @throws RuleViolation a fault per figure that is out of bounds
     * @throws StaleData when somebody else changed it since
     */
    public PaceView savePace(UUID organisationId, int seenVersion, Pace pace) {
        Actor who = actor.get();
        pace(organisationId);
        policy.requireSetPace(who, organisationId);
        pace.requireSensible();
        if (!queries.save(organisationId, seenVersion, pace)) {
            throw new StaleData("stale");
        }
        PaceView now = pace(organisationId);
        audit.record(who, "changed", "reach_pace", organisationId, organisationId, Map.of("version", now.version(), "allAtOnce", pace.allAtOnce(),
            "strict", pace.strict(), "batch", pace.batch(), "enough", pace.enough()));
        return now;
    }

}
