package nl.vliegwiel.flexpool.boundary;

import jakarta.inject.Inject;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import nl.vliegwiel.flexpool.PlacementChanged.Change;
import nl.vliegwiel.flexpool.domain.CancelReason;
import nl.vliegwiel.flexpool.domain.Decision;
import nl.vliegwiel.flexpool.domain.Party;
import nl.vliegwiel.flexpool.domain.Placement.Loan;
import nl.vliegwiel.flexpool.domain.Placement;
import nl.vliegwiel.flexpool.domain.Release;
import nl.vliegwiel.flexpool.domain.RequestStatus;
import nl.vliegwiel.flexpool.domain.agreement.AgreementContent;
import nl.vliegwiel.flexpool.domain.release.Beforehand;
import nl.vliegwiel.flexpool.domain.release.ReleaseRoom;
import nl.vliegwiel.flexpool.domain.worktime.Finding;
import nl.vliegwiel.flexpool.persistence.AgreementQueries;
import nl.vliegwiel.flexpool.persistence.PlacementQueries.Asked;
import nl.vliegwiel.flexpool.persistence.PlacementQueries.AskedShift;
import nl.vliegwiel.flexpool.persistence.PlacementQueries.Employer;
import nl.vliegwiel.flexpool.persistence.PlacementQueries.Filter;
import nl.vliegwiel.flexpool.persistence.PlacementQueries.Head;
import nl.vliegwiel.flexpool.persistence.PlacementQueries.Member;
import nl.vliegwiel.flexpool.persistence.PlacementQueries.Row;
import nl.vliegwiel.flexpool.persistence.PlacementQueries.Scope;
import nl.vliegwiel.flexpool.persistence.PlacementQueries.Side;
import nl.vliegwiel.flexpool.persistence.PlacementQueries;
import nl.vliegwiel.flexpool.persistence.PlacementRepository;
import nl.vliegwiel.platform.UseCase;
import nl.vliegwiel.platform.actor.Actor;
import nl.vliegwiel.platform.actor.CurrentActor;
import nl.vliegwiel.platform.audit.Audit;
import nl.vliegwiel.platform.persistence.Ids;
import nl.vliegwiel.platform.rule.Conflict;
import nl.vliegwiel.platform.rule.NotFound;
import nl.vliegwiel.platform.rule.RuleViolation;
import nl.vliegwiel.platform.rule.StaleData;
import nl.vliegwiel.platform.rule.Violation;
import nl.vliegwiel.platform.time.Zones;

/** From an application or a proposal to three yeses (R1, R5, R13, R15). */
@UseCase
public class PlacementService {
    static final String ENTITY = "placement";

    private static final int LONGEST_REASON = 500;

    @Inject
    private PlacementRepository placements;

    @Inject
    private PlacementQueries queries;

    @Inject
    private AgreementQueries agreements;

    @Inject
    private PlacementPolicy policy;

    @Inject
    private PlacementReader reader;

    @Inject
    private AgreementText text;

    @Inject
    private RequestService requests;

    @Inject
    private RequestProgress progress;

    @Inject
    private ReleaseRooms rooms;

    @Inject
    private SwapCompletion swaps;

    @Inject
    private CandidateRefs cards;

    @Inject
    private CurrentActor actor;

    @Inject
    private Clock clock;

    @Inject
    private Audit audit;

    @Inject
    private PlacementLock lock;

    @Inject
    private PlacementTold told;

    /**
     * The employee applies; each shift becomes a placement with her yes, or a standby without one.
     *
     * @return one placement per shift, in the order asked
     * @throws NotFound {@code request.notFound} when the request is not hers to see
     * @throws Conflict {@code placement.request.notOpen}, {@code placement.request.tooLate}, {@code placement.shift.begun},
     *         {@code placement.shift.full}, {@code constraint.placement_no_overlap}, {@code constraint.placement_once}
     * @throws RuleViolation {@code placement.shifts.*}, {@code placement.apply.notParticipating}
     */
    public List<PlacementRef> apply(Apply command) {
        Actor who = actor.get();
        RequestDetail request = requests.detail(command.requestId());
        // A request that closed meanwhile reaches nobody; that is told as a conflict below, not as a right
        policy.requireReached(request.reachesMe() || !request.view().status().isOpen());
        List<Placement> made = begin(command.requestId(), command.shiftIds(), who.personId(), who.actingFor(), "placement.apply.notParticipating",
            (loan) -> command.standby() ? Placement.standby(Ids.next(), loan, clock.instant()) : Placement.applied(Ids.next(), loan, clock.instant()),
            command.standby());
        List<Placement> waiting = command.standby() ? made : made.stream().filter(placement -> !bookedInstantly(placement)).toList();
        tell(waiting, command.standby() ? Change.STANDBY : Change.APPLIED);
        return refs(made);
    }

    /**
     * The borrower proposes somebody; each shift becomes a placement with the borrower's yes.
     *
     * @return one placement per shift, in the order asked
     * @throws NotFound {@code request.notFound} when the request is not his to see
     * @throws Conflict as with {@link #apply}
     * @throws RuleViolation {@code placement.shifts.*}, {@code placement.propose.unknown}
     */
    public List<PlacementRef> propose(Propose command) {
        Actor who = actor.get();
        policy.requirePropose(who, requests.detail(command.requestId()).view().organisationId());
        UUID employee = cards.person(command.requestId(), command.candidateRef())
            .orElseThrow(() -> new RuleViolation(List.of(Violation.of("candidateRef", "placement.propose.unknown"))));
        List<Placement> made = begin(command.requestId(), command.shiftIds(), employee, null, "placement.propose.unknown",
            (loan) -> Placement.proposed(Ids.next(), loan, who.personId(), clock.instant()), false);
        tell(made, Change.PROPOSED);
        return refs(made);
    }

    /**
     * Definite at once, with three yeses: hers of now, and those that both libraries gave beforehand. Both or none, and
     * only where working time has nothing to say (R1, R5, R13).
     */
    private boolean bookedInstantly(Placement placement) {
        Optional<Beforehand> borrower = rooms.instant(placement);
        Optional<Beforehand> lender = borrower.flatMap(basis -> rooms.standing(placement));
        if (lender.isEmpty()) {
            return false;
        }
        Row row = queries.row(placement.id()).orElseThrow();
        List<Finding> findings = reader.findings(row);
        if (!findings.isEmpty() || !groundsHold(row) || !rooms.hasRoom(placement)
            || !placement.consentBeforehand(Party.BORROWER, borrower.get(), clock.instant())
            || !placement.consentBeforehand(Party.LENDER, lender.get(), clock.instant())) {
            return false;
        }
        placements.flush();
        definite(placement, row, findings);
        recordBeforehand(placement, Party.BORROWER, borrower.get());
        recordBeforehand(placement, Party.LENDER, lender.get());
        audit.record(actor.get(), "applied", ENTITY, placement.id(), placement.lenderId(), PlacementTold.facts(placement));
        told.fire(placement, Change.CONFIRMED);
        return true;
    }

    /** What a library said beforehand is the deed of the person who said it; that it holds now is the product's. */
    private void recordBeforehand(Placement placement, Party party, Beforehand basis) {
        Map<String, Object> facts = PlacementTold.facts(placement);
        facts.put("party", party.name());
        facts.put("decision", Decision.YES.name());
        facts.put("givenBy", basis.by().toString());
        facts.put("givenAt", basis.givenAt().toString());
        facts.put(basis.standingReleaseId() == null ? "favourite" : "standingRelease",
            String.valueOf(basis.standingReleaseId() == null ? basis.favouriteId() : basis.standingReleaseId()));
        audit.record(null, "consented", ENTITY, placement.id(), PlacementTold.organisation(placement, party), facts);
    }

    private boolean groundsHold(Row row) {
        return text.of(row).grounds(LocalDate.now(clock.withZone(Zones.AMSTERDAM))).check(row.period().start().atZone(Zones.AMSTERDAM).toLocalDate(), text.wttaFrom()).isEmpty();
    }

    private void definite(Placement placement, Row row, List<Finding> findings) {
        agreements.addCheck(placement.id(), placement.textVersion(), clock.instant(), text.limitsVersion(row.period()), findings);
        progress.recount(placement.requestId());
    }

    private List<Placement> begin(UUID requestId, List<UUID> shiftIds, UUID employeeId, UUID employerChosen, String notInPool,
            Function<Loan, Placement> birth, boolean standby) {
        checkShape(shiftIds);
        placements.lock(requestId, shiftIds, employeeId);
        Asked asked = queries.asked(requestId).orElseThrow(() -> new NotFound("request.notFound"));
        requireOpen(asked);
        Member member = queries.member(employeeId, asked.xKm(), asked.yKm()).filter(Member::participating)
            .orElseThrow(() -> new RuleViolation(notInPool));
        List<Placement> made = new ArrayList<>();
        for (int i = 0; i < shiftIds.size(); i++) {
            String field = "shiftIds[" + i + "]";
            AskedShift shift = asked.shift(shiftIds.get(i))
                .orElseThrow(() -> new RuleViolation(List.of(Violation.of(field, "placement.shifts.unknown"))));
            requireFree(shift, employeeId, standby);
            LocalDate day = shift.period().start().atZone(Zones.AMSTERDAM).toLocalDate();
            List<Employer> employers = queries.employers(employeeId, day);
            policy.requireEmployed(employers.stream().map(Employer::organisationId).toList());
            Employer lender = lender(employers, asked.borrowerId(), employerChosen);
            Placement placement = birth.apply(new Loan(requestId, shift.id(), employeeId, lender.organisationId(), asked.borrowerId(), shift.period(),
                shift.breakMinutes()));
            AgreementContent first = text.first(asked, shift, lender, employeeId, member, employers);
            placement.underGrounds(first.waadiGround(), first.vatGround());
            placements.add(placement);
            placements.flush();
            agreements.add(placement.id(), 1, AgreementText.CLAUSES, first, clock.instant());
            made.add(placement);
        }
        return made;
    }

    private static void checkShape(List<UUID> shiftIds) {
        if (shiftIds.isEmpty()) {
            throw new RuleViolation(List.of(Violation.of("shiftIds", "placement.shifts.none")));
        }
        if (shiftIds.contains(null)) {
            throw new RuleViolation(List.of(Violation.of("shiftIds[" + shiftIds.indexOf(null) + "]", "placement.shifts.unknown")));
        }
        if (new HashSet<>(shiftIds).size() < shiftIds.size()) {
            throw new RuleViolation(List.of(Violation.of("shiftIds", "placement.shifts.twice")));
        }
    }

    private void requireOpen(Asked asked) {
        if (!asked.status().isOpen() && asked.status() != RequestStatus.FILLED && asked.status() != RequestStatus.RUNNING) {
            throw new Conflict("placement.request.notOpen", asked.status());
        }
        if (asked.deadline() != null && !clock.instant().isBefore(asked.deadline())) {
            throw new Conflict("placement.request.tooLate", asked.deadline());
        }
    }

    private void requireFree(AskedShift shift, UUID employeeId, boolean standby) {
        if (!clock.instant().isBefore(shift.period().start())) {
            throw new Conflict("placement.shift.begun");
        }
        if (shift.isFull() && !standby) {
            throw new Conflict("placement.shift.full");
        }
        if (queries.isBound(employeeId, shift.period(), null)) {
            throw new Conflict("constraint.placement_no_overlap");
        }
    }

    /** Her employer other than the borrower: the one she acts for, else the one with most contract minutes; the borrower for its own people. */
    static Employer lender(List<Employer> employers, UUID borrowerId, UUID chosen) {
        List<Employer> others = employers.stream().filter(employer -> !employer.organisationId().equals(borrowerId)).toList();
        Optional<Employer> actedFor = others.stream().filter(employer -> employer.organisationId().equals(chosen)).findFirst();
        return actedFor.orElseGet(() -> others.isEmpty() ? employers.get(0) : others.get(0));
    }

    private void tell(List<Placement> made, Change change) {
        Actor who = actor.get();
        for (Placement placement : made) {
            audit.record(who, change.name().toLowerCase(Locale.ROOT), ENTITY, placement.id(),
                change == Change.PROPOSED ? placement.borrowerId() : placement.lenderId(), PlacementTold.facts(placement));
            told.fire(placement, change);
        }
    }

    private static List<PlacementRef> refs(List<Placement> made) {
        return made.stream().map(placement -> new PlacementRef(placement.id(), placement.version(), placement.state())).toList();
    }

    /**
     * A party says yes or no. With the third yes to one text the placement is definite, unless a rule refuses, or a
     * soft finding has come up that the lender did not know when it said yes: then the lender is asked again (R5). Where
     * only the lender's is missing then, and it gave it beforehand for loans like this, that holds at once.
     *
     * @return the placement after it; unchanged when the party had said the same to the same text
     * @throws StaleData {@code stale}, or {@code placement.consent.oldText} when another text holds now
     * @throws Conflict {@code constraint.placement_no_overlap}, {@code placement.shift.full}, {@code placement.shift.begun},
     *         {@code placement.consent.twice}, {@code placement.consent.notOpen}
     * @throws RuleViolation the key of a hard working-time rule, {@code placement.consent.reasonNeeded} where the lender
     *         goes against a soft one, {@code placement.release.reasonNeeded} where it goes against its own agreements
     */
    public PlacementDetail giveConsent(GiveConsent command) {
        checkShape(command);
        Placement placement = mine(command.placementId(), command.party(), command.seenVersion());
        Actor who = actor.get();
        boolean yes = command.decision() == Decision.YES;
        boolean last = yes && placement.isLastYes(command.party());
        CancelReason no = yes ? null : CancelReasons.read(command.reason(), CancelReason.NOT_GIVEN);
        String justification = yes && command.party() == Party.LENDER ? justification(command.reason()) : null;
        Row row = queries.row(placement.id()).orElseThrow();
        List<Finding> findings = yes && (last || command.party() == Party.LENDER) ? reader.findings(row) : List.of();
        boolean lenderAgain = last && command.party() != Party.LENDER && findings.stream().noneMatch(Finding::isHard) && !placement.lenderKnew(findings);
        if (lenderAgain) {
            placement.askLenderAgain(clock.instant());
        }
        Release release = yes && command.party() == Party.LENDER ? Release.of(justification, findings) : null;
        if (!placement.consent(command.party(), command.decision(), who.personId(), command.textVersion(), no, release, clock.instant())) {
            return detail(placement.id());
        }
        if (yes && command.party() == Party.BORROWER) {
            RuleViolation.throwIfAny(text.of(row).grounds(placement.waadiCheckedOn())
                .check(row.period().start().atZone(Zones.AMSTERDAM).toLocalDate(), text.wttaFrom()));
        }
        if (last) {
            if (placement.swapId() == null) {
                requireRoom(placement);
            }
            RuleViolation.throwIfAny(findings.stream().filter(Finding::isHard)
                .map(finding -> new Violation(finding.rule().name(), finding.key(), finding.arguments())).toList());
        }
        if (command.party() == Party.LENDER && justification == null && findings.stream().anyMatch(finding -> !finding.isHard())) {
            throw new RuleViolation(List.of(Violation.of("reason", "placement.consent.reasonNeeded")));
        }
        Optional<ReleaseRoom> beyond = yes && command.party() == Party.LENDER ? rooms.lockedRoom(row).filter(ReleaseRoom::isBeyond) : Optional.empty();
        if (beyond.isPresent() && justification == null) {
            throw new RuleViolation(List.of(Violation.of("reason", "placement.release.reasonNeeded")));
        }
        Optional<Beforehand> standing = yes && placement.swapId() == null && placement.isLastYes(Party.LENDER) ? underStandingRelease(placement, row) : Optional.empty();
        placements.flush();
        boolean definite = last && !lenderAgain && (placement.swapId() == null || swaps.complete(placement)) || standing.isPresent();
        if (definite) {
            definite(placement, row, findings);
        }
        Change change = definite ? Change.CONFIRMED : lenderAgain ? Change.LENDER_ASKED_AGAIN : yes ? Change.CONSENTED : Change.DECLINED;
        Map<String, Object> facts = PlacementTold.facts(placement);
        facts.put("party", command.party().name());
        facts.put("decision", command.decision().name());
        beyond.ifPresent(room -> {
            facts.put("beyondBudgetMinutes", room.isBeyondBudget() ? room.releasedMinutes() + room.minutes() - room.budgetMinutes() : 0);
            facts.put("blackout", room.blackout() == null ? null : room.blackout().reason().name());
        });
        standing.ifPresent(basis -> recordBeforehand(placement, Party.LENDER, basis));
        audit.record(who, change.name().toLowerCase(Locale.ROOT), ENTITY, placement.id(), PlacementTold.organisation(placement, command.party()), facts);
        told.fire(placement, change);
        return detail(placement.id());
    }

    private Optional<Beforehand> underStandingRelease(Placement placement, Row row) {
        if (!reader.findings(row).isEmpty() || !rooms.hasRoom(placement)) {
            return Optional.empty();
        }
        return rooms.standing(placement).filter(basis -> placement.consentBeforehand(Party.LENDER, basis, clock.instant()));
    }

    /** Never more people than asked, and nobody in two places: both under the locks, so that the constraint has nothing left to refuse. */
    private void requireRoom(Placement placement) {
        if (queries.filled(placement.shiftId()) >= queries.headcount(placement.shiftId())) {
            throw new Conflict("placement.shift.full");
        }
        if (queries.isBound(placement.employeeId(), placement.period(), placement.id())) {
            throw new Conflict("constraint.placement_no_overlap");
        }
    }

    private static void checkShape(GiveConsent command) {
        List<Violation> faults = new ArrayList<>();
        if (command.party() == null) {
            faults.add(Violation.of("party", "placement.consent.partyMissing"));
        }
        if (command.decision() == null) {
            faults.add(Violation.of("decision", "placement.consent.decisionMissing"));
        }
        if (command.textVersion() == null) {
            faults.add(Violation.of("textVersion", "placement.consent.textVersionMissing"));
        }
        RuleViolation.throwIfAny(faults);
    }

    /** Free text of a manager: short, without health data and without anything that looks like a BSN (R7, R8). */
    private static String justification(String reason) {
        return reason == null || reason.isBlank() ? null : FreeText.required("reason", reason, LONGEST_REASON);
    }

    /** @throws NotFound {@code placement.notFound} to anybody but the three parties */
    public PlacementDetail detail(UUID placementId) {
        Row row = queries.row(placementId).orElseThrow(() -> new NotFound("placement.notFound"));
        policy.requireRead(actor.get(), PlacementReader.parties(row));
        return reader.detail(row, actor.get());
    }

    /**
     * @param after id of the last one that was seen; null for the newest
     * @param limit at most this many
     * @return newest first: her own, those of her library's people, those at her library
     */
    public List<PlacementDetail> list(PlacementFilter filter, UUID after, int limit) {
        return reader.details(queries.slice(scope(), filter(filter), after, limit), actor.get());
    }

    /**
     * @param view which of her placements
     * @param page first is 1
     * @param size rows of a page
     */
    public PlacementRows page(PlacementRows.View view, PlacementFilter filter, int page, int size) {
        Side side = Side.valueOf(view.name());
        return new PlacementRows(reader.details(queries.page(scope(), side, filter(filter), clock.instant(), (page - 1) * size, size), actor.get()),
            queries.count(scope(), side, filter(filter)));
    }

    private Scope scope() {
        return policy.scope(actor.get());
    }

    private Filter filter(PlacementFilter filter) {
        return new Filter(filter.state(), filter.requestId(), filter.from(), filter.to(), clock.instant());
    }

    /** Who may is asked before anything is locked; what was seen is compared after, for meanwhile it may have changed. */
    private Placement mine(UUID id, Party party, int seenVersion) {
        Head head = lock.head(id);
        policy.requireSpeakFor(actor.get(), PlacementLock.parties(head), party);
        return lock.locked(head, seenVersion);
    }
}
