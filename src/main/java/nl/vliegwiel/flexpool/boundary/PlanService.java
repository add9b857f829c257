package nl.vliegwiel.flexpool.boundary;

import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.TemporalAdjusters;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import nl.vliegwiel.flexpool.domain.PlacementState;
import nl.vliegwiel.flexpool.domain.Urgency;
import nl.vliegwiel.flexpool.domain.planning.PlanWeights;
import nl.vliegwiel.flexpool.domain.planning.PlanningEffort;
import nl.vliegwiel.flexpool.domain.ranking.PoolIndex;
import nl.vliegwiel.flexpool.domain.weekplan.PlanChoice;
import nl.vliegwiel.flexpool.domain.weekplan.PlanState;
import nl.vliegwiel.flexpool.domain.weekplan.SeatReasons;
import nl.vliegwiel.flexpool.persistence.PlanQueries;
import nl.vliegwiel.flexpool.persistence.PlanQueries.Head;
import nl.vliegwiel.flexpool.persistence.PlanQueries.Line;
import nl.vliegwiel.flexpool.persistence.PlanQueries.Order;
import nl.vliegwiel.flexpool.persistence.RankingQueries;
import nl.vliegwiel.flexpool.persistence.RankingQueries.AskedShift;
import nl.vliegwiel.flexpool.persistence.RankingQueries.Card;
import nl.vliegwiel.platform.OpenToAllStaff;
import nl.vliegwiel.platform.UseCase;
import nl.vliegwiel.platform.actor.Actor;
import nl.vliegwiel.platform.actor.CurrentActor;
import nl.vliegwiel.platform.actor.Role;
import nl.vliegwiel.platform.audit.Audit;
import nl.vliegwiel.platform.persistence.Ids;
import nl.vliegwiel.platform.rule.Conflict;
import nl.vliegwiel.platform.rule.NotFound;
import nl.vliegwiel.platform.rule.Refusal;
import nl.vliegwiel.platform.rule.RuleViolation;
import nl.vliegwiel.platform.time.Period;
import nl.vliegwiel.platform.time.Zones;

/** A proposal for all open shifts of a week: asking for it, looking on, and asking all, some or none of its people. */
@UseCase
public class PlanService {
    static final String ENTITY = "plan";
    /** Version of what makes the problem and checks the plan; the engine's weights and the ranking's rules stand beside it. */
    static final String RULES = "plan-2 " + PoolIndex.RULES;
    private static final int SHOWN = 20;
    private static final int WEEKS_AHEAD = 53;
    /** A node that said nothing for so long is gone. */
    private static final Duration SILENCE = Duration.ofSeconds(90);

    @Inject
    private PlanQueries queries;

    @Inject
    private RankingQueries cards;

    @Inject
    private CandidateRefs refs;

    @Inject
    private CandidatePolicy candidatePolicy;

    @Inject
    private PlanPolicy policy;

    @Inject
    private PlacementService placements;

    @Inject
    private CurrentActor actor;

    @Inject
    private Clock clock;

    @Inject
    private Audit audit;

    @Inject
    private Event<Started> started;

    /** A run to begin, once it is committed; of these libraries. */
    record Started(UUID id, List<UUID> libraries) {
    }

    /** Something to plan for. */
    public record Desk(UUID organisationId, String name, boolean region) {
    }

    /** The week in which the clock stands, from its Monday. */
    @OpenToAllStaff
    public LocalDate thisMonday() {
        return clock.instant().atZone(Zones.AMSTERDAM).toLocalDate().with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
    }

    /** What the reader plans for: her libraries first, then regions. */
    public List<Desk> desks() {
        Actor who = actor.get();
        policy.requirePlanner(who);
        List<Desk> desks = new ArrayList<>();
        for (boolean region : new boolean[] {false, true}) {
            queries.names(who.organisationsWhere(region ? Role.POI_MODERATOR : Role.HR_MANAGER)).entrySet().stream()
                .sorted(Map.Entry.comparingByValue()).forEach(one -> desks.add(new Desk(one.getKey(), one.getValue(), region)));
        }
        return desks;
    }

    /** Proposals for a week that are for the reader's eyes, newest first. */
    public List<Head> proposals(LocalDate monday) {
        Actor who = actor.get();
        policy.requirePlanner(who);
        return queries.heads(who.organisationsWhere(Role.HR_MANAGER), who.organisationsWhere(Role.POI_MODERATOR), monday, SHOWN);
    }

    /**
     * Begins a proposal; it is made in the background.
     *
     * @param monday first day of the week
     * @return its id
     * @throws NotFound {@code plan.notFound} for a library or region that is not hers
     * @throws RuleViolation {@code plan.week.wrong} for a week that is over, too far ahead, or no Monday
     * @throws Conflict {@code plan.running} when one is being made already
     */
    public UUID ask(UUID organisationId, boolean region, LocalDate monday) {
        Actor who = actor.get();
        policy.requirePlan(who, organisationId, region);
        return begin(who, organisationId, region, monday, null, List.of());
    }

    /**
     * Plans the week of a proposal again, with one decision more. Who was asked already holds her seat by that.
     *
     * @param seat of which line
     * @param other who of the others of the line, from 0; -1 for who is on it
     * @throws NotFound {@code plan.notFound}
     */
    public UUID again(UUID id, int seat, int other, PlanChoice.Kind kind) {
        Actor who = actor.get();
        Head head = head(who, id);
        policy.requirePlan(who, head.organisationId(), head.region());
        Line line = visible(who, head).stream().filter(one -> one.seat() == seat && (one.personId() != null || other >= 0)).findFirst()
            .orElseThrow(() -> new NotFound("plan.notFound"));
        List<SeatReasons.Other> others = line.reasons().others();
        if (other >= others.size()) {
            throw new NotFound("plan.notFound");
        }
        PlanChoice choice = new PlanChoice(line.shiftId(), other < 0 ? line.personId() : others.get(other).personId(), kind);
        List<PlanChoice> choices = new ArrayList<>(queries.choices(id));
        choices.removeIf(one -> one.shiftId().equals(choice.shiftId()) && one.personId().equals(choice.personId()));
        choices.add(choice);
        return begin(who, head.organisationId(), head.region(), head.monday(), id, choices);
    }

    private UUID begin(Actor who, UUID organisationId, boolean region, LocalDate monday, UUID basedOn, Collection<PlanChoice> choices) {
        LocalDate now = thisMonday();
        if (monday == null || monday.getDayOfWeek() != DayOfWeek.MONDAY || monday.isBefore(now) || monday.isAfter(now.plusWeeks(WEEKS_AHEAD))) {
            throw new RuleViolation("plan.week.wrong");
        }
        Instant at = clock.instant();
        queries.giveUp(at.minus(SILENCE), at);
        UUID id = Ids.next();
        if (!queries.begin(new Order(id, organisationId, region, monday, who.personId(), at, basedOn, RULES, PlanWeights.STANDARD, PlanningEffort.mend().seed()), choices)) {
            throw new Conflict("plan.running");
        }
        audit.record(who, "asked", ENTITY, id, organisationId, Map.of("monday", monday.toString(), "region", region, "rules", RULES, "weights", PlanWeights.STANDARD.version(),
            "decided", choices.size()));
        started.fire(new Started(id, region ? queries.libraries(organisationId).stream().filter(library -> who.moderatesRegionOf(library)).toList() : List.of(organisationId)));
        return id;
    }

    /**
     * A proposal as the reader sees it.
     *
     * @param lines in the order of the shifts; of a region handed over only those of the reader's libraries
     * @param mine she may plan again, stop or hand it over
     * @param difference to the proposal that it was made from; null for none, or while it is being made
     */
    public record View(Head head, List<Card> lines, boolean mine, Difference difference) {
        public View {
            lines = List.copyOf(lines);
        }

        /**
         * A line as a card.
         *
         * @param name null on an anonymous card (R10) and for an open seat
         * @param placementId null as long as the reader need not see one
         * @param mayAsk the reader may ask this person now
         * @param others functions of the others, in the order of the reasons; null where none is known
         */
        public record Card(int seat, UUID requestId, String title, Urgency urgency, UUID shiftId, String library, String place, Period period, boolean covered, boolean pinned, String name, String function,
                SeatReasons reasons, UUID placementId, PlacementState placementState, boolean mayAsk, List<Someone> others) {
        }

        /** What a decision cost or brought: points more (below 0: less), and how many of the reader's seats have somebody else, or nobody any more, or somebody now. */
        public record Difference(long points, int seats) {
        }

        /** Somebody on a card; name null as long as R10 keeps it. */
        public record Someone(String name, String function) {
        }
    }

    /** @throws NotFound {@code plan.notFound} for what is not hers to see */
    public View view(UUID id) {
        Actor who = actor.get();
        Head head = head(who, id);
        boolean mine = policy.mayPlan(who, head.organisationId(), head.region());
        List<Line> lines = visible(who, head);
        return new View(head, lines.stream().map(line -> card(who, line)).toList(), mine, difference(who, head, lines));
    }

    private View.Difference difference(Actor who, Head head, List<Line> lines) {
        Head before = head.basedOn() == null || head.finishedAt() == null || head.state() == PlanState.FAILED ? null : queries.head(head.basedOn()).orElse(null);
        if (before == null) {
            return null;
        }
        Map<UUID, List<UUID>> then = people(visible(who, before));
        Map<UUID, List<UUID>> now = people(lines);
        Set<UUID> shifts = new HashSet<>(then.keySet());
        shifts.addAll(now.keySet());
        int seats = shifts.stream().mapToInt(shift -> {
            List<UUID> gone = new ArrayList<>(then.getOrDefault(shift, List.of()));
            List<UUID> come = new ArrayList<>(now.getOrDefault(shift, List.of()));
            gone.removeIf(come::remove);
            return Math.max(gone.size(), come.size());
        }).sum();
        return new View.Difference(head.value() - before.value(), seats);
    }

    private static Map<UUID, List<UUID>> people(List<Line> lines) {
        return lines.stream().filter(line -> line.personId() != null).collect(Collectors.groupingBy(Line::shiftId, Collectors.mapping(Line::personId, Collectors.toList())));
    }

    /** How far a proposal is; share in per cent. */
    public record Progress(boolean running, int share, int covered, int seats) {
    }

    /** Only how far it is, for who looks on. @throws NotFound {@code plan.notFound} */
    public Progress progress(UUID id) {
        Head head = head(actor.get(), id);
        return new Progress(head.state() == PlanState.RUNNING, head.share(), head.covered(), head.seats());
    }

    private Head head(Actor who, UUID id) {
        policy.requirePlanner(who);
        Head head = queries.head(id).orElseThrow(() -> new NotFound("plan.notFound"));
        boolean ofHers = !policy.mayPlan(who, head.organisationId(), head.region())
            && queries.lines(id).stream().anyMatch(line -> who.has(Role.HR_MANAGER, line.organisationId()));
        policy.requireRead(who, head, ofHers);
        return head;
    }

    private List<Line> visible(Actor who, Head head) {
        return queries.lines(head.id()).stream().filter(line -> policy.maySeeLine(who, head, line.organisationId())).toList();
    }

    private View.Card card(Actor who, Line line) {
        List<UUID> people = new ArrayList<>(line.reasons().others().stream().map(SeatReasons.Other::personId).toList());
        Optional.ofNullable(line.personId()).ifPresent(people::add);
        Map<UUID, Card> known = cards.cards(people, line.requestId(), new AskedShift(line.shiftId(), line.period(), 0), line.period().start().atZone(Zones.AMSTERDAM).toLocalDate());
        View.Someone on = line.personId() == null ? new View.Someone(null, null) : someone(who, line, known.get(line.personId()));
        boolean ask = line.personId() != null && line.placementId() == null && policy.mayAsk(who, line.organisationId()) && clock.instant().isBefore(line.period().start());
        return new View.Card(line.seat(), line.requestId(), line.title(), line.urgency(), line.shiftId(), line.library(), line.place(), line.period(), line.personId() != null, line.pinned(), on.name(),
            on.function(), line.reasons(), policy.mayAsk(who, line.organisationId()) ? line.placementId() : null, line.placementState(), ask,
            line.reasons().others().stream().map(other -> someone(who, line, known.get(other.personId()))).toList());
    }

    private View.Someone someone(Actor who, Line line, Card card) {
        return card == null ? new View.Someone(null, null)
            : new View.Someone(candidatePolicy.maySeeName(who, line.organisationId(), card.cameForward()) ? card.name() : null, card.function());
    }

    /** Ends a run; the best so far stays. */
    public void stop(UUID id) {
        Actor who = actor.get();
        Head head = head(who, id);
        policy.requirePlan(who, head.organisationId(), head.region());
        queries.askToStop(id);
        audit.record(who, "stopped", ENTITY, id, head.organisationId(), Map.of());
    }

    /** Shows a proposal for a region to its libraries, each its own shifts. */
    public void handOver(UUID id) {
        Actor who = actor.get();
        Head head = head(who, id);
        policy.requirePlan(who, head.organisationId(), head.region());
        if (!head.region() || head.state() == PlanState.RUNNING || head.state() == PlanState.FAILED) {
            throw new Conflict("plan.hand.notNow");
        }
        queries.handOver(id, clock.instant());
        audit.record(who, "handed_over", ENTITY, id, head.organisationId(), Map.of());
    }

    /**
     * What became of a line that was accepted.
     *
     * @param refusal why not; null when she was asked
     */
    public record Answer(int seat, String title, Period period, Refusal refusal) {
    }

    /**
     * Asks the people of these lines, each by herself: a line that is refused does not keep the others back. From then on
     * everything goes as with a proposal made by hand (R1); nothing is assigned here (R13).
     *
     * @throws NotFound {@code plan.notFound}
     */
    @Transactional(Transactional.TxType.NOT_SUPPORTED)
    public List<Answer> accept(UUID id, Set<Integer> seats) {
        Actor who = actor.get();
        Head head = head(who, id);
        if (head.state() == PlanState.RUNNING) {
            throw new Conflict("plan.running");
        }
        List<Answer> answers = new ArrayList<>();
        for (Line line : visible(who, head)) {
            if (seats.contains(line.seat()) && line.personId() != null && line.placementId() == null && policy.mayAsk(who, line.organisationId())) {
                answers.add(new Answer(line.seat(), line.title(), line.period(), ask(who, head, line).orElse(null)));
            }
        }
        return answers;
    }

    private Optional<Refusal> ask(Actor who, Head head, Line line) {
        try {
            PlacementRef made = placements.propose(new Propose(line.requestId(), refs.ref(line.requestId(), line.personId()), List.of(line.shiftId()))).get(0);
            queries.decided(head.id(), line.seat(), made.id(), who.personId(), clock.instant());
            audit.record(who, "accepted", ENTITY, head.id(), line.organisationId(), Map.of("seat", line.seat(), "placement", made.id().toString()));
            return Optional.empty();
        } catch (Refusal refused) {
            audit.record(who, "refused", ENTITY, head.id(), line.organisationId(), Map.of("seat", line.seat(), "key", refused.key()));
            return Optional.of(refused);
        }
    }
}
