package nl.vliegwiel.flexpool.boundary;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import nl.vliegwiel.flexpool.domain.planning.Pairing;
import nl.vliegwiel.flexpool.domain.planning.Plan;
import nl.vliegwiel.flexpool.domain.planning.PlanExplainer;
import nl.vliegwiel.flexpool.domain.planning.PlanProgress;
import nl.vliegwiel.flexpool.domain.planning.PlanProposal;
import nl.vliegwiel.flexpool.domain.planning.PlanningEffort;
import nl.vliegwiel.flexpool.domain.planning.PlanningEngine;
import nl.vliegwiel.flexpool.domain.planning.PlanningWatch;
import nl.vliegwiel.flexpool.domain.planning.PricedSearchEngine;
import nl.vliegwiel.flexpool.domain.planning.WhyNotHere;
import nl.vliegwiel.flexpool.domain.ranking.Funnel;
import nl.vliegwiel.flexpool.domain.ranking.PoolIndex;
import nl.vliegwiel.flexpool.domain.ranking.PoolMember;
import nl.vliegwiel.flexpool.domain.ranking.ShiftDemand;
import nl.vliegwiel.flexpool.domain.weekplan.PlanState;
import nl.vliegwiel.flexpool.domain.weekplan.Seat;
import nl.vliegwiel.flexpool.domain.weekplan.SeatReasons;
import nl.vliegwiel.flexpool.domain.weekplan.WeekProblem;
import nl.vliegwiel.flexpool.domain.weekplan.WeekProblem.Before;
import nl.vliegwiel.flexpool.persistence.PlanQueries;
import nl.vliegwiel.flexpool.persistence.PlanQueries.Closed;
import nl.vliegwiel.flexpool.persistence.PlanQueries.Head;
import nl.vliegwiel.flexpool.persistence.PlanQueries.Made;
import nl.vliegwiel.flexpool.persistence.PlanQueries.OpenShift;
import nl.vliegwiel.flexpool.persistence.PlanQueries.Outcome;
import nl.vliegwiel.flexpool.persistence.PlanQueries.Pending;
import nl.vliegwiel.flexpool.persistence.RankingQueries;
import nl.vliegwiel.flexpool.persistence.RankingQueries.Asked;
import nl.vliegwiel.flexpool.persistence.RankingQueries.AskedSkill;
import nl.vliegwiel.platform.text.Texts;
import nl.vliegwiel.platform.time.Period;

/**
 * One run: reads the week, lets the engine plan it, holds each pair against the exact rules with the rest of the plan, and
 * writes lines with reasons. Asks nobody's rights: who may was asked when the run was begun. No transaction is open while it
 * thinks.
 */
@ApplicationScoped
class PlanRun {
    private static final int MOST_SHIFTS = 1_000;
    private static final int MOST_SEATS = 3_000;
    /** Best by the ranking of each shift; nobody reads on after so many either. */
    private static final int MOST_PEOPLE = 1_000;
    /** In a week with more seats, who else fits is judged by the prices that are there, and not by a search for better ones. */
    private static final int SEARCHED_SEATS = 60;
    /** A plan mended from an earlier one that is further from its bound is made anew. */
    private static final double GOOD = 0.999;
    /** How often the engine tries again without what the exact rules refused. */
    private static final int REPAIRS = 4;
    private static final int OTHERS = 3;
    /** From Monday to the day after the week, on which a shift of Sunday night may end. */
    private static final int DAYS = 7;
    private static final Duration LOOK = Duration.ofMillis(400);
    /** Safety net; steps end a run long before. */
    private static final Duration LONGEST = Duration.ofMinutes(2);

    private final PlanningEngine engine = new PricedSearchEngine();

    @Inject
    private PlanQueries plans;

    @Inject
    private RankingQueries queries;

    @Inject
    private Ranking ranking;

    @Inject
    private PlanKeeper keeper;

    @Inject
    private Clock clock;

    void fail(UUID id) {
        plans.fail(id, clock.instant());
    }

    void make(UUID id, List<UUID> libraries) {
        Head head = plans.head(id).orElseThrow();
        Read read = read(head, libraries);
        plans.progress(id, read.week.seats().size(), read.week.people().size(), 0, 0, 0, 0, clock.instant());
        Search search = new Search(id, read);
        search.run();
        List<Made> lines = new ArrayList<>();
        for (int seat = 0; seat < search.week.seats().size(); seat++) {
            lines.add(search.line(seat));
        }
        boolean stopped = search.proposal != null && search.proposal.stopped();
        boolean made = search.proposal != null;
        keeper.keep(new Outcome(id, stopped ? PlanState.STOPPED : PlanState.READY, read.hash(), read.week.people().size(), search.covered(),
            made ? search.value() : 0, made ? search.bound() : 0, search.leftOut, made ? search.proposal.prices() : null, clock.instant()), lines);
    }

    /**
     * What the tables say: the week, how each shift is asked, and the plan that it begins from.
     *
     * @param closed by shift, how many fit whose libraries would rather not lend then
     * @param before empty for a week that is planned for the first time
     */
    private record Read(WeekProblem week, Map<UUID, Asked> asked, Map<UUID, Integer> closed, List<Before> before, Ranking.Round round) {
        /** What it begins from went in too. */
        String hash() {
            return week.hash(before);
        }
    }

    private Read read(Head head, List<UUID> libraries) {
        Period week = WeekProblem.week(head.monday());
        ranking.warmUp();
        Ranking.Round round = ranking.round();
        List<OpenShift> open = plans.openShifts(libraries, week, clock.instant(), MOST_SHIFTS);
        Map<UUID, Asked> asked = queries.asked(open.stream().map(OpenShift::requestId).collect(Collectors.toSet()));
        List<Closed> shut = plans.closed(head.monday(), head.monday().plusDays(DAYS));
        Map<UUID, Integer> closed = new HashMap<>();
        List<Seat> seats = new ArrayList<>();
        Map<UUID, List<PoolMember>> fitting = new LinkedHashMap<>();
        List<Pending> pending = plans.pending(new Period(week.start().minus(Duration.ofDays(1)), week.end().plus(Duration.ofDays(1))));
        Map<UUID, Set<UUID>> waiting = pending.stream().collect(Collectors.groupingBy(Pending::shiftId, Collectors.mapping(Pending::personId, Collectors.toSet())));
        for (OpenShift one : open) {
            Asked request = asked.get(one.requestId());
            ShiftDemand demand = request.demand(request.shifts().stream().filter(shift -> shift.id().equals(one.shiftId())).findFirst().orElseThrow(), Texts.DUTCH);
            Set<UUID> here = waiting.getOrDefault(one.shiftId(), Set.of());
            List<PoolMember> passed = round.best(demand, request.weights(), MOST_PEOPLE, person -> !here.contains(person)).stream().map(PoolIndex.Ranked::member).toList();
            // The plan proposes nobody whose library said beforehand that it would rather not; a planner may still ask her by hand
            List<PoolMember> lendable = passed.stream().filter(member -> !isClosed(member, demand, shut)).toList();
            closed.put(one.shiftId(), passed.size() - lendable.size());
            fitting.put(one.shiftId(), lendable);
            for (int free = 0; free < one.free() && seats.size() < MOST_SEATS; free++) {
                seats.add(new Seat(one.shiftId(), demand, one.urgency().priority()));
            }
        }
        Map<UUID, List<PoolMember.Loan>> busy = pending.stream().collect(Collectors.groupingBy(Pending::personId, Collectors.mapping(Pending::loan, Collectors.toList())));
        Map<UUID, Integer> lentMore = plans.lentMore(new Period(WeekProblem.fairSince(head.monday()), week.start()), head.monday());
        return new Read(WeekProblem.of(new WeekProblem.Input(head.monday(), seats, fitting, busy, plans.choices(head.id()), round::point, lentMore)), asked, closed,
            head.basedOn() == null ? List.of() : plans.before(head.basedOn()), round);
    }

    /** As {@link RankingQueries#closed}: all libraries that could lend her would rather not on those days. */
    private static boolean isClosed(PoolMember member, ShiftDemand demand, List<Closed> shut) {
        Set<UUID> lenders = new HashSet<>(member.employersOn(demand.firstDay()));
        lenders.remove(demand.organisationId());
        return !lenders.isEmpty() && lenders.stream().allMatch(lender -> shut.stream().anyMatch(one -> one.organisationId().equals(lender)
            && !one.first().isAfter(demand.lastDay()) && !one.last().isBefore(demand.firstDay())));
    }

    /** The search with what it found. */
    private final class Search implements PlanningWatch {
        private final UUID id;
        private final Read read;
        private final Instant until = clock.instant().plus(LONGEST);
        private final Map<UUID, Funnel> funnels = new HashMap<>();
        private WeekProblem week;
        private PlanProposal proposal;
        private PlanExplainer explainer;
        private Set<Integer> refused = Set.of();
        private int leftOut;
        private long bound;
        private Instant looked = Instant.EPOCH;
        private boolean stop;
        private PlanProgress best;

        Search(UUID id, Read read) {
            this.id = id;
            this.read = read;
            week = read.week;
        }

        void run() {
            if (week.isEmpty()) {
                return;
            }
            proposal = first();
            bound = proposal.bound();
            List<Pairing> wrong = wrong();
            for (int repair = 0; repair < REPAIRS && !wrong.isEmpty(); repair++) {
                leftOut += wrong.size();
                week = week.without(wrong);
                proposal = engine.replan(week.problem(), proposal, PlanningEffort.mend(), this);
                wrong = wrong();
            }
            leftOut += wrong.size();
            refused = wrong.stream().map(Pairing::shift).collect(Collectors.toSet());
            explainer = new PlanExplainer(week.problem(), proposal);
        }

        /** From the plan before, within a second; anew where there is none, or where that ends too far from what is possible. */
        private PlanProposal first() {
            Optional<PlanProposal> before = read.before.isEmpty() ? Optional.empty() : week.asBefore(read.before);
            if (before.isPresent()) {
                PlanProposal mended = engine.replan(week.problem(), before.get(), PlanningEffort.mend(), this);
                if (mended.stopped() || mended.quality() >= GOOD) {
                    return mended;
                }
            }
            return engine.plan(week.problem(), PlanningEffort.full(week.problem()), this);
        }

        /** Pairs that the exact rules refuse beside the rest of the plan; of two that exclude each other the later one. */
        private List<Pairing> wrong() {
            Plan plan = proposal.plan();
            int[] kept = new int[plan.shifts()];
            for (int seat = 0; seat < kept.length; seat++) {
                kept[seat] = plan.personOf(seat);
            }
            List<Pairing> wrong = new ArrayList<>();
            for (int seat = kept.length - 1; seat >= 0; seat--) {
                if (kept[seat] != Plan.OPEN && !read.round.whyNot(week.withOthersOf(new Plan(kept), seat), week.seats().get(seat).demand()).isEmpty()) {
                    wrong.add(new Pairing(seat, kept[seat]));
                    kept[seat] = Plan.OPEN;
                }
            }
            return wrong;
        }

        private boolean isOpen(int seat) {
            return proposal == null || proposal.plan().isOpen(seat) || refused.contains(seat);
        }

        int covered() {
            return (int) IntStream.range(0, week.seats().size()).filter(seat -> !isOpen(seat)).count();
        }

        /** Points of the plan without what the exact rules refused at last. */
        long value() {
            return Math.max(0, proposal.value() - refused.stream().mapToLong(seat -> explainer.assignment(seat).total()).sum());
        }

        /** That of the first search: what the exact rules refuse beside other shifts never makes more possible. */
        long bound() {
            return Math.max(value(), bound);
        }

        Made line(int seat) {
            Seat place = week.seats().get(seat);
            Asked request = read.asked.get(place.demand().requestId());
            boolean open = isOpen(seat);
            PoolMember member = open ? null : week.people().get(proposal.plan().personOf(seat));
            SeatReasons reasons = open
                ? new SeatReasons(List.of(), 0, 0, 0, others(seat), why(seat, request))
                : new SeatReasons(PoolIndex.score(member, place.demand(), request.weights()).reasons(), explainer.assignment(seat).ofHerWeek(),
                    week.problem().people().get(proposal.plan().personOf(seat)).earlierShifts(), explainer.assignment(seat).libraryCost(), others(seat), null);
            boolean pinned = !open && week.problem().pinned().contains(new Pairing(seat, proposal.plan().personOf(seat)));
            return new Made(request.requestId(), place.shiftId(), request.organisationId(), member == null ? null : member.personId(), pinned, reasons);
        }

        /** Who else passes every rule for the shift: those about whom nothing speaks against first, then those that cost least. */
        private List<SeatReasons.Other> others(int seat) {
            if (proposal == null) {
                return List.of();
            }
            int mark = week.problem().shifts().get(seat).needs().get(week.problem().shifts().get(seat).needs().size() - 1).skill();
            List<SeatReasons.Other> others = new ArrayList<>();
            for (int person = 0; person < week.people().size() && others.size() < MOST_PEOPLE; person++) {
                if (week.problem().people().get(person).level(mark) > 0 && person != proposal.plan().personOf(seat)) {
                    WhyNotHere why = explainer.whyNotAtOnce(seat, person);
                    if (why.answer() != WhyNotHere.Answer.RULE) {
                        others.add(new SeatReasons.Other(week.people().get(person).personId(), why.answer(), why.loss()));
                    }
                }
            }
            others.sort(Comparator.comparing((SeatReasons.Other other) -> other.answer() == WhyNotHere.Answer.ABOUT_EQUAL ? 0 : 1).thenComparingLong(SeatReasons.Other::loss));
            List<SeatReasons.Other> shown = new ArrayList<>(others.subList(0, Math.min(OTHERS, others.size())));
            if (week.seats().size() <= SEARCHED_SEATS) {
                shown.replaceAll(other -> searched(seat, other));
            }
            return shown;
        }

        private SeatReasons.Other searched(int seat, SeatReasons.Other other) {
            int person = IntStream.range(0, week.people().size()).filter(one -> week.people().get(one).personId().equals(other.personId())).findFirst().orElseThrow();
            WhyNotHere why = explainer.whyNot(seat, person);
            return new SeatReasons.Other(other.personId(), why.answer(), why.loss());
        }

        private SeatReasons.Open why(int seat, Asked request) {
            Seat place = week.seats().get(seat);
            Funnel funnel = funnels.computeIfAbsent(place.shiftId(), shift -> read.round.funnel(place.demand()));
            SeatReasons.Help help = funnel.changes().stream().findFirst().map(change -> new SeatReasons.Help(change.kind(), change.gain(), change.subject(),
                request.skills().stream().filter(skill -> skill.nameNl().equals(change.subject())).map(AskedSkill::nameEn).findFirst().orElse(""))).orElse(null);
            return new SeatReasons.Open(funnel.members(), funnel.steps(), funnel.fits(), read.closed.getOrDefault(place.shiftId(), 0),
                proposal == null || !proposal.plan().isOpen(seat) ? Map.of() : explainer.unfilled(seat).busy(), help);
        }

        @Override
        public boolean stop() {
            Instant now = clock.instant();
            if (!stop && Duration.between(looked, now).compareTo(LOOK) > 0) {
                looked = now;
                stop = now.isAfter(until) || best != null && plans.progress(id, week.seats().size(), week.people().size(), best.plan().covered(),
                    Math.max(0, best.value()), best.bound(), (int) Math.round(100 * Math.min(1, Math.max(0, best.share()))), now);
            }
            return stop;
        }

        @Override
        public void better(PlanProgress progress) {
            best = progress;
        }
    }
}
