package nl.vliegwiel.flexpool.boundary;

import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import nl.vliegwiel.flexpool.EvaluationChanged;
import nl.vliegwiel.flexpool.EvaluationChanged.Change;
import nl.vliegwiel.flexpool.boundary.PlacementPolicy.Parties;
import nl.vliegwiel.flexpool.domain.evaluation.EvaluationSide;
import nl.vliegwiel.flexpool.domain.evaluation.EvaluationText;
import nl.vliegwiel.flexpool.domain.evaluation.GoalReach;
import nl.vliegwiel.flexpool.persistence.EvaluationQueries;
import nl.vliegwiel.flexpool.persistence.EvaluationQueries.Head;
import nl.vliegwiel.flexpool.persistence.EvaluationQueries.Said;
import nl.vliegwiel.flexpool.persistence.LearningQueries;
import nl.vliegwiel.flexpool.persistence.LearningQueries.Goal;
import nl.vliegwiel.platform.UseCase;
import nl.vliegwiel.platform.actor.Actor;
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

/**
 * How a placement went, said by the employee and by the borrower, each before reading the other. About the placement:
 * nothing is counted, compared or ranked, and no ranking, plan or figure reads it (R9).
 */
@UseCase
public class EvaluationService {
    static final String ENTITY = "evaluation";

    @Inject
    private EvaluationQueries queries;

    @Inject
    private LearningQueries learning;

    @Inject
    private EvaluationPolicy policy;

    @Inject
    private CurrentActor actor;

    @Inject
    private Audit audit;

    @Inject
    private Clock clock;

    @Inject
    private Event<EvaluationChanged> changed;

    /** @throws NotFound {@code placement.notFound} to anybody but the three parties */
    public Evaluation evaluation(UUID placementId) {
        Head head = head(placementId);
        policy.requireRead(actor.get(), parties(head));
        return view(head, actor.get());
    }

    /**
     * One side says how it went; it may say it anew until the other reads it.
     *
     * @throws Forbidden {@code evaluation.write.notYours}
     * @throws Conflict {@code evaluation.off}, {@code evaluation.own}, {@code evaluation.notWorked}, {@code evaluation.later},
     *         {@code evaluation.tooEarly}, {@code evaluation.over}, {@code evaluation.opened}
     * @throws StaleData {@code stale}
     * @throws RuleViolation a fault per field
     */
    public Evaluation write(Evaluate command) {
        Actor who = actor.get();
        Head head = head(command.placementId());
        EvaluationSide side = policy.requireWrite(who, parties(head));
        Instant now = clock.instant();
        requireAsked(head, now);
        check(command, head);
        queries.lock(head.id());
        Map<EvaluationSide, Said> said = queries.said(head.id());
        Said before = said.get(side);
        if ((before == null ? 0 : before.version()) != command.seenVersion()) {
            throw new StaleData("stale");
        }
        if (before != null && before.openedAt() != null) {
            throw new Conflict("evaluation.opened");
        }
        queries.write(head.id(), side, command.text(), command.reached(), who.personId(), now);
        audit.record(who, "evaluated", ENTITY, head.id(), side == EvaluationSide.BORROWER ? head.borrowerId() : head.lenderId(), Map.of("side", side.name()));
        if (said.containsKey(side.other())) {
            queries.open(head.id(), now);
            tell(head, Change.OPENED, who, now);
        }
        return view(head(head.id()), who);
    }

    /**
     * The employee adds once what she wants to say to what the borrower wrote; as long as it is kept.
     *
     * @throws Forbidden {@code evaluation.employee.only}
     * @throws Conflict {@code evaluation.reply.notNow} when there is nothing to reply to, or a reply already
     * @throws RuleViolation what is wrong with the text
     */
    public Evaluation reply(UUID placementId, String text) {
        Actor who = actor.get();
        Head head = head(placementId);
        policy.requireEmployee(who, parties(head));
        String reply = FreeText.required("reply", text, EvaluationText.LONGEST);
        Instant now = clock.instant();
        if (!queries.reply(placementId, reply, now)) {
            throw new Conflict("evaluation.reply.notNow");
        }
        audit.record(who, "evaluation_replied", ENTITY, placementId, head.lenderId(), Map.of());
        tell(head, Change.REPLIED, who, now);
        return view(head(placementId), who);
    }

    /**
     * The employee lets her own library read what both wrote, or takes that back.
     *
     * @throws Forbidden {@code evaluation.employee.only}
     * @throws Conflict {@code evaluation.share.notNow} when there is nothing to read yet
     */
    public Evaluation share(UUID placementId, boolean shared) {
        Actor who = actor.get();
        Head head = head(placementId);
        policy.requireEmployee(who, parties(head));
        Instant now = clock.instant();
        if (shared && (!head.term().isOn() || queries.said(placementId).values().stream().noneMatch(one -> one.openedAt() != null))) {
            throw new Conflict("evaluation.share.notNow");
        }
        if (shared == (head.sharedAt() != null)) {
            return view(head, who);
        }
        if (shared) {
            queries.share(placementId, now);
            tell(head, Change.SHARED, who, now);
        } else {
            queries.unshare(placementId);
        }
        audit.record(who, shared ? "evaluation_shared" : "evaluation_unshared", ENTITY, placementId, head.lenderId(), Map.of());
        return view(head(placementId), who);
    }

    private static void requireAsked(Head head, Instant now) {
        if (head.lenderId().equals(head.borrowerId())) {
            throw new Conflict("evaluation.own");
        }
        if (!head.term().isAsked()) {
            throw new Conflict("evaluation.off");
        }
        if (!head.booked()) {
            throw new Conflict("evaluation.notWorked");
        }
        if (!head.id().equals(head.lastId())) {
            throw new Conflict("evaluation.later");
        }
        if (!head.term().hasBegun(now)) {
            throw new Conflict("evaluation.tooEarly");
        }
        if (head.term().isOver(now)) {
            throw new Conflict("evaluation.over");
        }
    }

    private void check(Evaluate command, Head head) {
        List<Violation> faults = new ArrayList<>(command.text().check());
        guard(faults, "wentWell", command.text().wentWell());
        guard(faults, "better", command.text().better());
        Set<UUID> goals = learning.goals(head.requestId()).stream().map(Goal::id).collect(Collectors.toSet());
        if (!goals.containsAll(command.reached().keySet())) {
            faults.add(Violation.of("goals", "evaluation.goals.unknown"));
        }
        RuleViolation.throwIfAny(faults);
    }

    private static void guard(List<Violation> faults, String field, String text) {
        if (text != null) {
            BsnGuard.check(field, text).ifPresent(faults::add);
            HealthWords.check(field, text).ifPresent(faults::add);
        }
    }

    private void tell(Head head, Change change, Actor who, Instant now) {
        Map<EvaluationSide, Said> said = queries.said(head.id());
        Said borrower = said.get(EvaluationSide.BORROWER);
        changed.fire(new EvaluationChanged(head.id(), head.employeeId(), head.lenderId(), head.borrowerId(), change, said.containsKey(EvaluationSide.EMPLOYEE),
            borrower != null, borrower == null ? null : borrower.writtenBy(), who.personId(), now));
    }

    private Evaluation view(Head head, Actor who) {
        Parties parties = parties(head);
        Instant now = clock.instant();
        EvaluationSide side = policy.side(who, parties).orElse(null);
        boolean on = head.term().isOn();
        boolean shared = head.sharedAt() != null;
        boolean mayRead = policy.mayReadWords(who, parties, on, shared);
        Map<EvaluationSide, Said> said = queries.said(head.id());
        Said own = side == null ? null : said.get(side);
        boolean opened = said.values().stream().anyMatch(one -> one.openedAt() != null);
        boolean worked = head.booked() && head.id().equals(head.lastId()) && !head.lenderId().equals(head.borrowerId());
        boolean employee = side == EvaluationSide.EMPLOYEE;
        Said ofBorrower = said.get(EvaluationSide.BORROWER);
        return new Evaluation(head.id(), own == null ? 0 : own.version(), head.requestId(), head.title(), head.employee(), head.lender(), head.borrower(), head.start(),
            head.end(), on, worked && head.term().isAsked() && head.term().hasBegun(now), head.lastId(), head.term().until(), side,
            side != null && worked && head.term().mayWrite(now) && (own == null || own.openedAt() == null), mayRead,
            side != null && mayRead && said.containsKey(side.other()), opened, own == null || !mayRead ? null : said(head, own),
            opened && mayRead ? said(head, said.get(EvaluationSide.EMPLOYEE)) : null, opened && mayRead ? said(head, ofBorrower) : null,
            employee && opened && ofBorrower != null && ofBorrower.reply() == null, shared, employee && opened && on,
            learning.goals(head.requestId()).stream().map(goal -> new Evaluation.Goal(goal.id(), goal.number(), goal.goal())).toList());
    }

    private Evaluation.Said said(Head head, Said one) {
        if (one == null) {
            return null;
        }
        Map<UUID, GoalReach> reached = queries.reached(head.id(), one.side());
        List<Evaluation.Reached> goals = learning.goals(head.requestId()).stream().filter(goal -> reached.containsKey(goal.id()))
            .map(goal -> new Evaluation.Reached(goal.id(), goal.goal(), reached.get(goal.id()))).toList();
        return new Evaluation.Said(one.text().asAgreed(), one.text().prepared(), one.text().wentWell(), one.text().better(), goals, one.writer(), one.writtenAt(),
            one.reply(), one.repliedAt());
    }

    private Head head(UUID placementId) {
        return queries.head(placementId).orElseThrow(() -> new NotFound("placement.notFound"));
    }

    private static Parties parties(Head head) {
        return new Parties(head.id(), head.employeeId(), head.lenderId(), head.borrowerId());
    }
}
