package nl.vliegwiel.flexpool.boundary;

import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import nl.vliegwiel.flexpool.PlacementChanged;
import nl.vliegwiel.flexpool.PlacementChanged.Change;
import nl.vliegwiel.flexpool.boundary.PlacementPolicy.Parties;
import nl.vliegwiel.flexpool.domain.AttendanceStep;
import nl.vliegwiel.flexpool.domain.AttendanceView;
import nl.vliegwiel.flexpool.domain.Party;
import nl.vliegwiel.flexpool.domain.Placement;
import nl.vliegwiel.flexpool.domain.PlacementState;
import nl.vliegwiel.flexpool.persistence.AttendanceQueries;
import nl.vliegwiel.flexpool.persistence.PlacementQueries;
import nl.vliegwiel.flexpool.persistence.PlacementQueries.Head;
import nl.vliegwiel.flexpool.persistence.PlacementRepository;
import nl.vliegwiel.platform.UseCase;
import nl.vliegwiel.platform.actor.Actor;
import nl.vliegwiel.platform.actor.CurrentActor;
import nl.vliegwiel.platform.audit.Audit;
import nl.vliegwiel.platform.rule.Conflict;
import nl.vliegwiel.platform.rule.NotFound;
import nl.vliegwiel.platform.rule.RuleViolation;
import nl.vliegwiel.platform.rule.Violation;

/** Somebody did not come: the borrower writes it down, the others are told and add what they know, it can be taken back (R8, R14, R15). */
@UseCase
public class AttendanceService {
    @Inject
    private PlacementRepository placements;

    @Inject
    private PlacementQueries queries;

    @Inject
    private AttendanceQueries lines;

    @Inject
    private PlacementPolicy policy;

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

    /** @throws NotFound {@code placement.notFound} to anybody but the three parties */
    public Attendance attendance(UUID placementId) {
        Head head = head(placementId);
        policy.requireRead(actor.get(), parties(head));
        return of(placements.get(placementId));
    }

    /**
     * The borrower writes down that she did not come.
     *
     * @throws Conflict {@code placement.noShow.notBegun}, {@code placement.noShow.hoursThere}, {@code placement.state.notNow}
     */
    public Attendance record(UUID placementId, int seenVersion) {
        Placement placement = mine(placementId, Party.BORROWER, seenVersion);
        if (lines.hasSubmittedHours(placementId)) {
            throw new Conflict("placement.noShow.hoursThere");
        }
        placement.missed(clock.instant());
        return said(placement, AttendanceStep.NO_SHOW, Party.BORROWER, AttendanceView.NOT_SEEN, Change.NO_SHOW);
    }

    /**
     * The employee or her employer adds what they know of it.
     *
     * @throws Conflict {@code placement.noShow.none}
     * @throws RuleViolation {@code placement.consent.partyMissing}, {@code placement.attendance.view}
     */
    public Attendance add(UUID placementId, int seenVersion, Party party, AttendanceView view) {
        List<Violation> faults = new ArrayList<>();
        if (party == null || party == Party.BORROWER) {
            faults.add(Violation.of("party", "placement.attendance.party"));
        }
        if (view == null || party != null && !AttendanceView.of(party).contains(view)) {
            faults.add(Violation.of("view", "placement.attendance.view"));
        }
        policy.requireRead(actor.get(), parties(head(placementId)));
        RuleViolation.throwIfAny(faults);
        Placement placement = mine(placementId, party, seenVersion);
        placement.seenOtherwise(clock.instant());
        return said(placement, AttendanceStep.VIEW, party, view, Change.NO_SHOW_VIEW);
    }

    /**
     * The borrower takes it back: she came, or it was somebody else.
     *
     * @throws Conflict {@code placement.noShow.none}, {@code constraint.placement_no_overlap}, {@code placement.shift.full}
     */
    public Attendance undo(UUID placementId, int seenVersion) {
        Placement placement = mine(placementId, Party.BORROWER, seenVersion);
        placement.cameAfterAll(clock.instant());
        if (queries.isBound(placement.employeeId(), placement.period(), placementId)) {
            throw new Conflict("constraint.placement_no_overlap");
        }
        if (queries.filled(placement.shiftId()) >= queries.headcount(placement.shiftId())) {
            throw new Conflict("placement.shift.full");
        }
        return said(placement, AttendanceStep.UNDONE, Party.BORROWER, null, Change.NO_SHOW_UNDONE);
    }

    private Attendance said(Placement placement, AttendanceStep step, Party party, AttendanceView view, Change change) {
        Actor who = actor.get();
        Instant now = clock.instant();
        placements.flush();
        lines.add(placement.id(), step, party, view, who.personId(), now);
        progress.recount(placement.requestId());
        Map<String, Object> facts = new LinkedHashMap<>();
        facts.put("state", placement.state().name());
        facts.put("party", party.name());
        if (view != null) {
            facts.put("view", view.name());
        }
        audit.record(who, change.name().toLowerCase(Locale.ROOT), PlacementService.ENTITY, placement.id(),
            party == Party.BORROWER ? placement.borrowerId() : placement.lenderId(), facts);
        changed.fire(new PlacementChanged(placement.id(), placement.requestId(), placement.employeeId(), placement.lenderId(), placement.borrowerId(), change,
            who.personId(), now));
        return of(placement);
    }

    private Attendance of(Placement placement) {
        Actor who = actor.get();
        Parties parties = new Parties(placement.id(), placement.employeeId(), placement.lenderId(), placement.borrowerId());
        boolean missed = placement.state() == PlacementState.NO_SHOW;
        boolean borrower = policy.maySpeakFor(who, parties, Party.BORROWER);
        boolean begun = !clock.instant().isBefore(placement.period().start());
        Set<Party> add = EnumSet.noneOf(Party.class);
        if (missed) {
            policy.partiesOf(who, parties).stream().filter(party -> party != Party.BORROWER).forEach(add::add);
        }
        boolean named = policy.maySeeName(who, parties, placement.sheCameForward());
        List<Attendance.Line> said = lines.lines(placement.id()).stream().map(line -> {
            boolean open = named || line.party() != Party.EMPLOYEE;
            return new Attendance.Line(line.step(), line.party(), line.view(), open ? line.personId() : null, open ? line.name() : null, line.at());
        }).toList();
        return new Attendance(placement.id(), placement.version(), missed, said,
            borrower && begun && placement.state().mayBecome(PlacementState.NO_SHOW) && !lines.hasSubmittedHours(placement.id()), borrower && missed, add);
    }

    private Placement mine(UUID id, Party party, int seenVersion) {
        Head head = head(id);
        policy.requireSpeakFor(actor.get(), parties(head), party);
        placements.lock(head.requestId(), List.of(head.shiftId()), head.employeeId());
        Placement placement = placements.get(id);
        placements.requireVersion(placement, seenVersion);
        return placement;
    }

    private Head head(UUID id) {
        return queries.head(id).orElseThrow(() -> new NotFound("placement.notFound"));
    }

    private static Parties parties(Head head) {
        return new Parties(head.id(), head.employeeId(), head.lenderId(), head.borrowerId());
    }
}
