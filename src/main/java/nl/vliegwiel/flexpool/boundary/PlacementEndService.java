package nl.vliegwiel.flexpool.boundary;

import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import nl.vliegwiel.flexpool.PlacementChanged.Change;
import nl.vliegwiel.flexpool.RequestChanged;
import nl.vliegwiel.flexpool.domain.CancelReason;
import nl.vliegwiel.flexpool.domain.Party;
import nl.vliegwiel.flexpool.domain.Placement;
import nl.vliegwiel.flexpool.domain.PlacementState;
import nl.vliegwiel.flexpool.persistence.CancelQueries;
import nl.vliegwiel.flexpool.persistence.CancelQueries.Consequences;
import nl.vliegwiel.flexpool.persistence.PlacementQueries;
import nl.vliegwiel.flexpool.persistence.PlacementQueries.Asked;
import nl.vliegwiel.flexpool.persistence.PlacementQueries.Head;
import nl.vliegwiel.flexpool.persistence.PlacementRepository;
import nl.vliegwiel.platform.UseCase;
import nl.vliegwiel.platform.actor.CurrentActor;
import nl.vliegwiel.platform.audit.Audit;
import nl.vliegwiel.platform.rule.Conflict;
import nl.vliegwiel.platform.rule.NotFound;
import nl.vliegwiel.platform.rule.RuleViolation;
import nl.vliegwiel.platform.rule.Violation;

/** How a placement ends: three different ways out, what each would mean, and a place that opens again (R11, R14, R15). */
@UseCase
public class PlacementEndService {
    @Inject
    private PlacementRepository placements;

    @Inject
    private PlacementQueries queries;

    @Inject
    private CancelQueries cancels;

    @Inject
    private PlacementPolicy policy;

    @Inject
    private PlacementReader reader;

    @Inject
    private RequestProgress progress;

    @Inject
    private PlacementEnd end;

    @Inject
    private PlacementLock lock;

    @Inject
    private PlacementTold told;

    @Inject
    private CurrentActor actor;

    @Inject
    private Clock clock;

    @Inject
    private Audit audit;

    @Inject
    private Event<RequestChanged> reopened;

    /**
     * A party ends it: the borrower its need, the lender its release, the employee her coming. The employee's stop of
     * what is not definite yet is a withdrawal. What was worked and said stays (R15).
     *
     * @throws Conflict {@code placement.state.notNow} when it has ended already
     * @throws RuleViolation {@code placement.cancel.late} when the window has passed and she was asked and did not confirm,
     *         {@code placement.cancel.closeNotYours} when another than the borrower closes the place
     */
    public PlacementDetail cancel(Cancel command) {
        if (command.party() == null) {
            throw new RuleViolation(List.of(Violation.of("party", "placement.consent.partyMissing")));
        }
        CancelReason reason = CancelReasons.read(command.reason(), null);
        if (command.closePlace() && command.party() != Party.BORROWER) {
            throw new RuleViolation(List.of(Violation.of("closePlace", "placement.cancel.closeNotYours")));
        }
        Placement placement = mine(command.placementId(), command.party(), command.seenVersion());
        boolean wasBooked = placement.state().isBooked();
        if (wasBooked && Boolean.FALSE.equals(command.lateConfirmed()) && cancels.isLate(placement, clock.instant())) {
            throw new RuleViolation(List.of(Violation.of("lateConfirmed", "placement.cancel.late")));
        }
        placement.stop(command.party(), reason, clock.instant());
        if (command.closePlace() && wasBooked && clock.instant().isBefore(placement.period().start())) {
            placement.closePlace();
            placements.flush();
            if (cancels.closeSeat(placement.shiftId(), placement.requestId()) == 0) {
                end.placeClosed(placement.shiftId(), actor.get().personId());
            }
        }
        return ended(placement, command.party(), wasBooked);
    }

    /**
     * The borrower needs somebody after all in a place that it closed: one more place in the shift, for which everybody
     * is asked anew with new placements (R15).
     *
     * @throws Conflict {@code placement.reopen.notClosed}, {@code placement.shift.begun}, {@code placement.request.notOpen}
     */
    public PlacementDetail reopen(UUID placementId, int seenVersion) {
        Placement placement = mine(placementId, Party.BORROWER, seenVersion);
        Asked asked = queries.asked(placement.requestId()).orElseThrow(() -> new NotFound("request.notFound"));
        if (asked.status().isFinal()) {
            throw new Conflict("placement.request.notOpen", asked.status());
        }
        placement.reopenPlace(clock.instant());
        placements.flush();
        cancels.openSeat(placement.shiftId(), placement.requestId());
        progress.recount(placement.requestId());
        audit.record(actor.get(), "reopened", PlacementService.ENTITY, placement.id(), placement.borrowerId(), PlacementTold.facts(placement));
        reopened.fire(new RequestChanged(placement.requestId(), placement.borrowerId(), RequestChanged.Change.REOPENED, actor.get().personId(), clock.instant()));
        return detail(placement.id());
    }

    /**
     * What would happen if a party ended it now, for her to read before she says so.
     *
     * @throws Conflict {@code placement.state.notNow} when it cannot be ended
     */
    public CancelPreview cancelPreview(UUID placementId, Party party) {
        if (party == null) {
            throw new RuleViolation(List.of(Violation.of("party", "placement.consent.partyMissing")));
        }
        Head head = lock.head(placementId);
        policy.requireSpeakFor(actor.get(), PlacementLock.parties(head), party);
        Placement placement = placements.get(placementId);
        PlacementState after = placement.state().stoppedBy(party);
        Instant now = clock.instant();
        Consequences known = cancels.of(placement);
        boolean begun = !now.isBefore(placement.period().start());
        boolean definite = placement.state().isBooked();
        return new CancelPreview(placementId, party, after, definite, begun, known.windowHours(), known.windowEnds(placement.period().start()),
            definite && cancels.isLate(placement, now), EnumSet.allOf(Party.class), definite && !begun, party == Party.BORROWER && definite && !begun, known.circles(),
            party == Party.BORROWER ? known.standby() : null, known.hours());
    }

    /**
     * The employee takes back what is not definite yet.
     *
     * @throws Conflict {@code placement.withdraw.notNow}
     */
    public PlacementDetail withdraw(Withdraw command) {
        Placement placement = mine(command.placementId(), Party.EMPLOYEE, command.seenVersion());
        placement.withdraw(clock.instant());
        return ended(placement, Party.EMPLOYEE, false);
    }

    private PlacementDetail ended(Placement placement, Party party, boolean wasBooked) {
        placements.flush();
        if (wasBooked) {
            progress.recount(placement.requestId());
        }
        Change change = placement.state() == PlacementState.WITHDRAWN ? Change.WITHDRAWN : Change.CANCELLED;
        Map<String, Object> facts = PlacementTold.facts(placement);
        facts.put("party", party.name());
        facts.put("reason", placement.endReason().name());
        audit.record(actor.get(), change.name().toLowerCase(Locale.ROOT), PlacementService.ENTITY, placement.id(), PlacementTold.organisation(placement, party), facts);
        told.fire(placement, change);
        return detail(placement.id());
    }

    /** Who may is asked before anything is locked; what was seen is compared after, for meanwhile it may have changed. */
    private Placement mine(UUID id, Party party, int seenVersion) {
        Head head = lock.head(id);
        policy.requireSpeakFor(actor.get(), PlacementLock.parties(head), party);
        return lock.locked(head, seenVersion);
    }

    private PlacementDetail detail(UUID placementId) {
        return reader.detail(queries.row(placementId).orElseThrow(() -> new NotFound("placement.notFound")), actor.get());
    }
}
