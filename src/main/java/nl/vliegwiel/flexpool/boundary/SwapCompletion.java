package nl.vliegwiel.flexpool.boundary;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import nl.vliegwiel.flexpool.PlacementChanged;
import nl.vliegwiel.flexpool.PlacementChanged.Change;
import nl.vliegwiel.flexpool.SwapChanged;
import nl.vliegwiel.flexpool.domain.CancelReason;
import nl.vliegwiel.flexpool.domain.Party;
import nl.vliegwiel.flexpool.domain.Placement;
import nl.vliegwiel.flexpool.domain.SwapState;
import nl.vliegwiel.flexpool.domain.worktime.Finding;
import nl.vliegwiel.flexpool.persistence.AgreementQueries;
import nl.vliegwiel.flexpool.persistence.PlacementQueries;
import nl.vliegwiel.flexpool.persistence.PlacementRepository;
import nl.vliegwiel.flexpool.persistence.SwapQueries;
import nl.vliegwiel.flexpool.persistence.SwapQueries.Row;
import nl.vliegwiel.flexpool.persistence.SwapQueries.ShiftRow;
import nl.vliegwiel.platform.actor.Actor;
import nl.vliegwiel.platform.actor.CurrentActor;
import nl.vliegwiel.platform.audit.Audit;
import nl.vliegwiel.platform.rule.Conflict;
import nl.vliegwiel.platform.rule.RuleViolation;
import nl.vliegwiel.platform.rule.Violation;

/** Changes the places of a swap in one transaction once the last yes is there, and ends it when one of its placements ends. */
@ApplicationScoped
class SwapCompletion {
    private static final Set<Change> ENDS = EnumSet.of(Change.CANCELLED, Change.WITHDRAWN, Change.DECLINED, Change.NO_SHOW);

    @Inject
    private SwapQueries swaps;

    @Inject
    private PlacementRepository placements;

    @Inject
    private PlacementQueries queries;

    @Inject
    private AgreementQueries agreements;

    @Inject
    private AgreementText text;

    @Inject
    private PlacementReader reader;

    @Inject
    private RequestProgress progress;

    @Inject
    private CurrentActor actor;

    @Inject
    private Clock clock;

    @Inject
    private Audit audit;

    @Inject
    private Event<PlacementChanged> changed;

    @Inject
    private Event<SwapChanged> swapChanged;

    /** D4 for all that a swap is about: both requests, both shifts, both people, then the swap itself. */
    void lock(UUID swapId) {
        lock(swaps.find(swapId).orElseThrow(), null);
    }

    /** @param more a placement that would become part of it; null for none */
    void lock(Row swap, UUID more) {
        List<ShiftRow> shifts = Stream.of(swap.givenId(), swap.takenId(), more).filter(Objects::nonNull).map(id -> swaps.shift(id).orElseThrow()).toList();
        placements.lock(shifts.stream().map(ShiftRow::requestId).distinct().toList(), shifts.stream().map(ShiftRow::shiftId).distinct().toList(),
            List.of(swap.askerId(), swap.colleagueId()));
        swaps.lock(swap.id());
    }

    /**
     * After a third yes to one of its placements: once all have theirs, the old ones end and the new ones are definite, all
     * or none. The rules are asked again by what holds now, with what each gives up taken off.
     *
     * @param agreed the placement that has its three yeses now; what belongs to its confirmation is the caller's
     * @return false while others are waited for, or a lender has to know of a new finding first (R5)
     * @throws Conflict {@code placement.state.notNow} when an old placement is not definite any more
     * @throws RuleViolation the key of a hard working-time rule; then nothing has happened
     */
    boolean complete(Placement agreed) {
        Row swap = swaps.find(agreed.swapId()).orElseThrow();
        List<Placement> fresh = placements.ofSwap(swap.id());
        if (swap.state() != SwapState.ACCEPTED || !fresh.stream().allMatch(Placement::isAgreed)) {
            return false;
        }
        Instant now = clock.instant();
        Map<UUID, List<Finding>> findings = new HashMap<>();
        boolean lenderAgain = false;
        for (Placement one : fresh) {
            List<Finding> found = reader.findings(queries.row(one.id()).orElseThrow());
            RuleViolation.throwIfAny(found.stream().filter(Finding::isHard)
                .map(finding -> new Violation(finding.rule().name(), finding.key(), finding.arguments())).toList());
            findings.put(one.id(), found);
            if (!one.lenderKnew(found)) {
                one.askLenderAgain(now);
                lenderAgain = true;
            }
        }
        placements.flush();
        if (lenderAgain) {
            return false;
        }
        List<Placement> old = fresh.stream().map(one -> placements.get(one.replacesId())).toList();
        old.forEach(one -> one.handOver(now));
        placements.flush();
        for (Placement one : fresh) {
            if (queries.filled(one.shiftId()) >= queries.headcount(one.shiftId())) {
                throw new Conflict("placement.shift.full");
            }
            if (queries.isBound(one.employeeId(), one.period(), one.id())) {
                throw new Conflict("constraint.placement_no_overlap");
            }
            one.becomeDefiniteBySwap(now);
        }
        placements.flush();
        swaps.become(swap.id(), SwapState.DONE, null, now);
        Actor who = actor.get();
        old.forEach(one -> said(one, Change.SWAPPED, who));
        for (Placement one : fresh) {
            if (!one.id().equals(agreed.id())) {
                agreements.addCheck(one.id(), one.textVersion(), now, text.limitsVersion(one.period()), findings.get(one.id()));
                progress.recount(one.requestId());
                said(one, Change.CONFIRMED, who);
            }
        }
        tell(swap, SwapChanged.Change.DONE);
        return true;
    }

    private void said(Placement placement, Change change, Actor who) {
        audit.record(who, change.name().toLowerCase(Locale.ROOT), PlacementService.ENTITY, placement.id(), placement.lenderId(),
            Map.of("state", placement.state().name(), "textVersion", placement.textVersion()));
        changed.fire(new PlacementChanged(placement.id(), placement.requestId(), placement.employeeId(), placement.lenderId(), placement.borrowerId(), change,
            who.personId(), clock.instant()));
    }

    void tell(Row swap, SwapChanged.Change change) {
        tell(swap, change, actor.find().orElse(null));
    }

    private void tell(Row swap, SwapChanged.Change change, Actor who) {
        swapChanged.fire(new SwapChanged(swap.id(), swap.givenId(), swap.askerId(), swap.colleagueId(), change, who == null ? null : who.personId(), clock.instant()));
    }

    /** Half a swap is none: when one placement of it ends or gets another text, the others stay as they were. */
    void placementChanged(@Observes PlacementChanged event) {
        boolean ends = ENDS.contains(event.change());
        if (!ends && event.change() != Change.TEXT_CHANGED) {
            return;
        }
        for (Row swap : swaps.openWith(event.placementId())) {
            boolean old = event.placementId().equals(swap.givenId()) || event.placementId().equals(swap.takenId());
            if (ends || old) {
                end(swap, event.change() == Change.DECLINED ? SwapState.DECLINED : SwapState.ENDED);
            }
        }
    }

    /** Open swaps of which a shift has begun, at most so many. */
    List<UUID> begun(int most) {
        return swaps.begun(clock.instant(), most);
    }

    /**
     * Ends a swap whose work has begun with the people who were to do it. Never for a person: whoever comes second, on whichever
     * node, finds it ended.
     *
     * @return whether it ended now
     */
    @Transactional
    public boolean expire(UUID swapId) {
        lock(swapId);
        Row swap = swaps.find(swapId).orElseThrow();
        if (!swap.state().isOpen()) {
            return false;
        }
        end(swap, SwapState.EXPIRED, null);
        audit.record(null, "expired", "swap", swapId, null, Map.of("kind", swap.kind().name(), "given", swap.givenId().toString()));
        return true;
    }

    /** Ends it, and the new placements that were to come about with it. */
    void end(Row swap, SwapState state) {
        end(swap, state, actor.find().orElse(null));
    }

    private void end(Row swap, SwapState state, Actor who) {
        Instant now = clock.instant();
        swaps.become(swap.id(), state, null, now);
        List<Placement> stopped = new ArrayList<>();
        for (Placement one : placements.ofSwap(swap.id())) {
            if (one.state().isOpen()) {
                one.stop(Party.EMPLOYEE, CancelReason.NOT_GIVEN, now);
                stopped.add(one);
            }
        }
        placements.flush();
        for (Placement one : stopped) {
            audit.record(who, "withdrawn", PlacementService.ENTITY, one.id(), one.lenderId(), Map.of("state", one.state().name(), "swap", swap.id().toString()));
            changed.fire(new PlacementChanged(one.id(), one.requestId(), one.employeeId(), one.lenderId(), one.borrowerId(), Change.WITHDRAWN,
                who == null ? null : who.personId(), now));
        }
        tell(swap, SwapChanged.Change.valueOf(state.name()), who);
    }
}
