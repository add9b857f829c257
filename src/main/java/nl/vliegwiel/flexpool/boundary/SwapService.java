package nl.vliegwiel.flexpool.boundary;

import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import nl.vliegwiel.flexpool.PlacementChanged.Change;
import nl.vliegwiel.flexpool.PlacementChanged;
import nl.vliegwiel.flexpool.SwapChanged;
import nl.vliegwiel.flexpool.boundary.PlacementPolicy.Parties;
import nl.vliegwiel.flexpool.domain.Party;
import nl.vliegwiel.flexpool.domain.Placement.Loan;
import nl.vliegwiel.flexpool.domain.Placement;
import nl.vliegwiel.flexpool.domain.PlacementState;
import nl.vliegwiel.flexpool.domain.SwapKind;
import nl.vliegwiel.flexpool.domain.SwapState;
import nl.vliegwiel.flexpool.domain.agreement.AgreementContent;
import nl.vliegwiel.flexpool.domain.worktime.Finding;
import nl.vliegwiel.flexpool.persistence.AgreementQueries;
import nl.vliegwiel.flexpool.persistence.PlacementQueries.Asked;
import nl.vliegwiel.flexpool.persistence.PlacementQueries.AskedShift;
import nl.vliegwiel.flexpool.persistence.PlacementQueries.Employer;
import nl.vliegwiel.flexpool.persistence.PlacementQueries.Head;
import nl.vliegwiel.flexpool.persistence.PlacementQueries.Member;
import nl.vliegwiel.flexpool.persistence.PlacementQueries;
import nl.vliegwiel.flexpool.persistence.PlacementRepository;
import nl.vliegwiel.flexpool.persistence.SwapQueries.Colleague;
import nl.vliegwiel.flexpool.persistence.SwapQueries.Row;
import nl.vliegwiel.flexpool.persistence.SwapQueries.ShiftRow;
import nl.vliegwiel.flexpool.persistence.SwapQueries;
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

/**
 * Two people change places, or one takes a shift over, also between employers. First the two agree; then the new
 * agreements wait for their employers and the borrowers like any other (R1), and all places change in one go.
 */
@UseCase
public class SwapService {
    private static final String ENTITY = "swap";
    private static final int LONGEST_ADDRESS = 254;

    @Inject
    private SwapQueries swaps;

    @Inject
    private SwapPolicy policy;

    @Inject
    private SwapCompletion completion;

    @Inject
    private PlacementRepository placements;

    @Inject
    private PlacementQueries queries;

    @Inject
    private PlacementPolicy placementPolicy;

    @Inject
    private PlacementReader reader;

    @Inject
    private AgreementQueries agreements;

    @Inject
    private AgreementText text;

    @Inject
    private CurrentActor actor;

    @Inject
    private Clock clock;

    @Inject
    private Audit audit;

    @Inject
    private Event<PlacementChanged> changed;

    /**
     * She asks a colleague whom she spoke with, by her address; who takes part in the pool and who does not is not told.
     *
     * @throws NotFound {@code placement.notFound}; Forbidden to all but the employee
     * @throws Conflict {@code swap.notDefinite}, {@code placement.shift.begun}, {@code constraint.swap_given_once}
     * @throws RuleViolation {@code swap.colleague.unknown}, {@code swap.kind.missing}
     */
    public SwapView ask(UUID placementId, String email, SwapKind kind) {
        Actor who = actor.get();
        Head head = queries.head(placementId).orElseThrow(() -> new NotFound("placement.notFound"));
        placementPolicy.requireSpeakFor(who, new Parties(head.id(), head.employeeId(), head.lenderId(), head.borrowerId()), Party.EMPLOYEE);
        if (kind == null) {
            throw new RuleViolation(List.of(Violation.of("kind", "swap.kind.missing")));
        }
        Colleague colleague = Optional.ofNullable(email).map(String::strip).filter(one -> !one.isEmpty() && one.length() <= LONGEST_ADDRESS && one.indexOf('\u0000') < 0)
            .flatMap(swaps::colleague).filter(one -> !who.is(one.personId()))
            .orElseThrow(() -> new RuleViolation(List.of(Violation.of("email", "swap.colleague.unknown"))));
        placements.lock(head.requestId(), List.of(head.shiftId()), head.employeeId());
        requireSwappable(placements.get(placementId));
        if (swaps.openWith(placementId).stream().findAny().isPresent()) {
            throw new Conflict("constraint.swap_given_once");
        }
        UUID id = Ids.next();
        swaps.add(id, kind, placementId, who.personId(), colleague.personId(), clock.instant());
        return said(swaps.find(id).orElseThrow(), SwapChanged.Change.ASKED);
    }

    /** @throws NotFound {@code swap.notFound} to everybody but the two people */
    public SwapView swap(UUID id) {
        Row row = row(id);
        policy.requireRead(actor.get(), row);
        return view(row);
    }

    /** The open or last swap of a placement, for its two people; empty for everybody else, and for none. */
    public Optional<SwapView> ofPlacement(UUID placementId) {
        return swaps.of(placementId).filter(row -> policy.mayRead(actor.get(), row)).map(this::view);
    }

    /**
     * The colleague says yes: to the agreement of the shift that she takes, and with an exchange she names the shift that
     * she gives. Rest and working time are asked for both, as if the places were changed already.
     *
     * @param takenId her placement that she gives for it; null with a handover
     * @throws Conflict {@code swap.state.notNow}, {@code swap.notDefinite}, {@code placement.shift.begun}, {@code constraint.placement_no_overlap},
     *         {@code constraint.placement_once}
     * @throws RuleViolation the key of a hard working-time rule; {@code swap.taken.missing}, {@code swap.taken.notYours}
     */
    public SwapView accept(UUID id, int seenVersion, UUID takenId) {
        Actor who = actor.get();
        policy.requireAnswer(who, row(id));
        boolean exchange = row(id).kind() == SwapKind.EXCHANGE;
        if (exchange && takenId == null) {
            throw new RuleViolation(List.of(Violation.of("placementId", "swap.taken.missing")));
        }
        UUID given = exchange ? takenId : null;
        if (given != null && swaps.shift(given).filter(shift -> who.is(shift.employeeId())).isEmpty()) {
            throw new RuleViolation(List.of(Violation.of("placementId", "swap.taken.notYours")));
        }
        completion.lock(row(id), given);
        Row swap = seen(id, seenVersion, SwapState.ASKED);
        Placement first = placements.get(swap.givenId());
        requireSwappable(first);
        Placement second = given == null ? null : placements.get(given);
        if (second != null) {
            requireSwappable(second);
            if (swaps.openWith(given).stream().anyMatch(other -> !other.id().equals(id))) {
                throw new Conflict("constraint.swap_given_once");
            }
        }
        swaps.become(id, SwapState.ACCEPTED, given, clock.instant());
        List<Placement> fresh = new ArrayList<>();
        fresh.add(follow(first, swap.colleagueId(), given, id, who));
        if (second != null) {
            fresh.add(follow(second, swap.askerId(), first.id(), id, who));
        }
        for (Placement one : fresh) {
            RuleViolation.throwIfAny(reader.findings(queries.row(one.id()).orElseThrow()).stream().filter(Finding::isHard)
                .map(finding -> new Violation(finding.rule().name(), finding.key(), finding.arguments())).toList());
        }
        for (Placement one : fresh) {
            audit.record(who, "swap_proposed", PlacementService.ENTITY, one.id(), one.lenderId(), Map.of("state", one.state().name(), "swap", id.toString()));
            changed.fire(new PlacementChanged(one.id(), one.requestId(), one.employeeId(), one.lenderId(), one.borrowerId(), Change.SWAP_PROPOSED,
                who.personId(), clock.instant()));
        }
        return said(row(id), SwapChanged.Change.ACCEPTED);
    }

    /** A new placement with its own text for who comes instead; it waits for three yeses like any other. */
    private Placement follow(Placement old, UUID employeeId, UUID givesUp, UUID swapId, Actor who) {
        if (queries.isBound(employeeId, old.period(), givesUp)) {
            throw new Conflict("constraint.placement_no_overlap");
        }
        Asked asked = queries.asked(old.requestId()).orElseThrow(() -> new NotFound("request.notFound"));
        AskedShift shift = asked.shift(old.shiftId()).orElseThrow(() -> new NotFound("request.notFound"));
        Member member = queries.member(employeeId, asked.xKm(), asked.yKm()).filter(Member::participating)
            .orElseThrow(() -> new RuleViolation("placement.apply.notParticipating"));
        LocalDate day = shift.period().start().atZone(Zones.AMSTERDAM).toLocalDate();
        List<Employer> employers = queries.employers(employeeId, day);
        placementPolicy.requireEmployed(employers.stream().map(Employer::organisationId).toList());
        Employer lender = PlacementService.lender(employers, asked.borrowerId(), who.is(employeeId) ? who.actingFor() : null);
        Placement fresh = Placement.swapped(Ids.next(), new Loan(old.requestId(), shift.id(), employeeId, lender.organisationId(), asked.borrowerId(),
            shift.period(), shift.breakMinutes()), swapId, old.id(), who.personId(), clock.instant());
        AgreementContent first = text.first(asked, shift, lender, employeeId, member, employers);
        fresh.underGrounds(first.waadiGround(), first.vatGround());
        placements.add(fresh);
        placements.flush();
        agreements.add(fresh.id(), 1, AgreementText.CLAUSES, first, clock.instant());
        return fresh;
    }

    /** The colleague says no; she need not say why (R11). @throws Conflict {@code swap.state.notNow} */
    public SwapView decline(UUID id, int seenVersion) {
        policy.requireAnswer(actor.get(), row(id));
        completion.lock(row(id), null);
        Row swap = seen(id, seenVersion, SwapState.ASKED);
        swaps.become(id, SwapState.DECLINED, null, clock.instant());
        return said(swap, SwapChanged.Change.DECLINED);
    }

    /** Who asked takes it back, until the places are changed. @throws Conflict {@code swap.state.notNow} */
    public SwapView withdraw(UUID id, int seenVersion) {
        policy.requireWithdraw(actor.get(), row(id));
        completion.lock(row(id), null);
        Row swap = row(id);
        Row seen = seen(id, seenVersion, swap.state() == SwapState.ACCEPTED ? SwapState.ACCEPTED : SwapState.ASKED);
        completion.end(seen, SwapState.WITHDRAWN);
        record(seen, SwapChanged.Change.WITHDRAWN);
        return view(row(id));
    }

    private Row seen(UUID id, int seenVersion, SwapState wanted) {
        Row row = row(id);
        if (row.version() != seenVersion) {
            throw new StaleData("stale");
        }
        if (row.state() != wanted) {
            throw new Conflict("swap.state.notNow", row.state());
        }
        return row;
    }

    /** What is given away is definite and did not begin. */
    private void requireSwappable(Placement placement) {
        if (placement.state() != PlacementState.CONFIRMED) {
            throw new Conflict("swap.notDefinite");
        }
        if (!clock.instant().isBefore(placement.period().start())) {
            throw new Conflict("placement.shift.begun");
        }
    }

    private SwapView said(Row swap, SwapChanged.Change change) {
        record(swap, change);
        completion.tell(swap, change);
        return view(row(swap.id()));
    }

    private void record(Row swap, SwapChanged.Change change) {
        Map<String, Object> facts = new LinkedHashMap<>();
        facts.put("kind", swap.kind().name());
        facts.put("given", swap.givenId().toString());
        audit.record(actor.get(), change.name().toLowerCase(Locale.ROOT), ENTITY, swap.id(), null, facts);
    }

    private Row row(UUID id) {
        return swaps.find(id).orElseThrow(() -> new NotFound("swap.notFound"));
    }

    private SwapView view(Row row) {
        Actor who = actor.get();
        Instant now = clock.instant();
        ShiftRow given = swaps.shift(row.givenId()).orElseThrow();
        boolean ahead = now.isBefore(given.period().start());
        boolean mayAnswer = row.state() == SwapState.ASKED && who.is(row.colleagueId()) && ahead;
        return new SwapView(row.id(), row.version(), row.kind(), row.state(), row.asker(), row.colleague(), given(given),
            row.takenId() == null ? null : swaps.shift(row.takenId()).map(SwapService::given).orElse(null),
            placements.ofSwap(row.id()).stream().map(Placement::id).toList(), row.askedAt(), mayAnswer, row.state().isOpen() && who.is(row.askerId()),
            mayAnswer && row.kind() == SwapKind.EXCHANGE ? swaps.ahead(who.personId(), now).stream().map(SwapService::given).toList() : List.of());
    }

    private static SwapView.Given given(ShiftRow shift) {
        return new SwapView.Given(shift.placementId(), shift.title(), shift.borrower(), shift.branch(), shift.place(), shift.period().start(),
            shift.period().end());
    }
}
