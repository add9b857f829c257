package nl.vliegwiel.flexpool.domain.planning;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Says why of every assignment, every open shift and every person who is not on a shift. Costs about as much to make as one step of
 * prices; keep one per proposal. What it cannot prove it does not claim.
 */
public final class PlanExplainer {
    /** How far a rule gives way to help an open shift: what a planner may well ask for. */
    private static final Map<PlanRule, Integer> SMALL_STEPS = Collections.unmodifiableMap(new EnumMap<>(Map.of(PlanRule.DISTANCE, 5, PlanRule.LEVEL, 1, PlanRule.AVAILABLE, 60,
            PlanRule.MINUTES, 120, PlanRule.FORBIDDEN, 0)));
    private static final int ANY_STEP = 0;
    private static final int STEPS = 40;
    private static final double PACE = 0.5;
    /** Points of loss that the search for a proof aims at; a bigger one is found less exactly, a smaller one in smaller steps. */
    private static final long HOPED_FOR = 100;

    private final PlanningProblem problem;
    private final PlanProposal proposal;
    private final Eligibility eligibility;
    private final PlanningTables tables;
    private final PriceProof proof;
    private final List<List<Integer>> weeks = new ArrayList<>();

    /**
     * @param proposal made for this very problem, pins included
     */
    public PlanExplainer(PlanningProblem problem, PlanProposal proposal) {
        this.problem = problem;
        this.proposal = proposal;
        eligibility = new Eligibility(problem);
        tables = new PlanningTables(problem);
        proof = new PriceProof(tables, proposal.prices().scaled());
        for (int person = 0; person < problem.people().size(); person++) {
            weeks.add(new ArrayList<>());
        }
        for (int shift = 0; shift < problem.shifts().size(); shift++) {
            if (!proposal.plan().isOpen(shift)) {
                weeks.get(proposal.plan().personOf(shift)).add(shift);
            }
        }
        weeks.forEach(week -> week.sort(Comparator.comparingInt((Integer shift) -> problem.shifts().get(shift).time().from()).thenComparingInt(shift -> shift)));
    }

    /**
     * The parts of one assignment.
     *
     * @throws IllegalArgumentException when the shift is open
     */
    public AssignmentParts assignment(int shift) {
        int person = proposal.plan().personOf(shift);
        if (person == Plan.OPEN) {
            throw new IllegalArgumentException("shift " + shift + " is open");
        }
        PlanWeights weights = problem.weights();
        int surplus = eligibility.surplusLevels(shift, person);
        double km = problem.kmToWork(person, shift);
        int ofHerWeek = weeks.get(person).indexOf(shift) + 1;
        return new AssignmentParts(shift, person, problem.pinned().contains(new Pairing(shift, person)),
                weights.covered(problem.shifts().get(shift).priority()), surplus, weights.perSurplusLevel() * surplus, km, weights.perKm() * km,
                weights.fit(surplus, km), ofHerWeek, weights.spreadCost(problem.people().get(person).earlierShifts() + ofHerWeek), weights.libraryCost(problem.people().get(person).hoursLentMore()));
    }

    /**
     * Why nobody is on a shift.
     *
     * @throws IllegalArgumentException when the shift is covered
     */
    public UnfilledShift unfilled(int shift) {
        if (!proposal.plan().isOpen(shift)) {
            throw new IllegalArgumentException("shift " + shift + " is covered");
        }
        Map<PlanRule, Integer> funnel = new EnumMap<>(PlanRule.class);
        Map<PlanRule, Integer> busy = new EnumMap<>(PlanRule.class);
        Map<PlanRule, List<Integer>> oneRuleAway = new EnumMap<>(PlanRule.class);
        int could = 0;
        long bestBound = Long.MIN_VALUE;
        for (int person = 0; person < problem.people().size(); person++) {
            Set<PlanRule> failing = eligibility.failing(shift, person);
            if (failing.isEmpty()) {
                could++;
                Set<PlanRule> inTheWay = inTheWay(shift, person);
                inTheWay.stream().findFirst().ifPresent(rule -> busy.merge(rule, 1, Integer::sum));
                if (inTheWay.equals(Set.of(PlanRule.MINUTES))) {
                    oneRuleAway.computeIfAbsent(PlanRule.MINUTES, none -> new ArrayList<>()).add(person);
                }
                int pair = tables.pair(shift, person);
                bestBound = pair < 0 ? bestBound : Math.max(bestBound, proof.boundWith(pair));
            } else {
                PlanRule first = failing.iterator().next();
                funnel.merge(first, 1, Integer::sum);
                Set<PlanRule> all = EnumSet.copyOf(failing);
                all.addAll(inTheWay(shift, person));
                if (all.size() == 1) {
                    oneRuleAway.computeIfAbsent(first, none -> new ArrayList<>()).add(person);
                }
            }
        }
        long loss = bestBound == Long.MIN_VALUE ? 0 : proposal.value() - bestBound;
        if (could > 0 && loss <= 0) {
            loss = loss(PriceSearch.covering(tables, proposal.prices().scaled(), PACE, shift));
        }
        return new UnfilledShift(shift, funnel, could, busy, Math.max(0, loss), help(shift, oneRuleAway));
    }

    /** Why a person is not on a shift; looks for better prices where those of the proposal prove nothing. */
    public WhyNotHere whyNot(int shift, int person) {
        return whyNot(shift, person, true);
    }

    /** As {@link #whyNot}, by the prices that are there alone: cheap enough for every pair, and says “about equal” more often. */
    public WhyNotHere whyNotAtOnce(int shift, int person) {
        return whyNot(shift, person, false);
    }

    private WhyNotHere whyNot(int shift, int person, boolean search) {
        int present = proposal.plan().personOf(shift);
        if (present == person) {
            return new WhyNotHere(WhyNotHere.Answer.HERE, Set.of(), List.of(), 0);
        }
        Set<PlanRule> failing = eligibility.failing(shift, person);
        if (!failing.isEmpty()) {
            return new WhyNotHere(WhyNotHere.Answer.RULE, failing, List.of(), 0);
        }
        if (present != Plan.OPEN && problem.pinned().contains(new Pairing(shift, present))) {
            return new WhyNotHere(WhyNotHere.Answer.PINNED, Set.of(), List.of(), 0);
        }
        int pair = tables.pair(shift, person);
        List<Integer> inTheWay = weeks.get(person).stream().filter(other -> eligibility.collision(shift, other).isPresent()).toList();
        if (pair < 0) {
            // Her own pins leave no room: as hard as a rule, and the pins in the way say which
            return new WhyNotHere(WhyNotHere.Answer.RULE, inTheWay(shift, person), inTheWay, 0);
        }
        long loss = proposal.value() - proof.boundWith(pair);
        if (loss <= 0 && search) {
            loss = loss(PriceSearch.with(tables, proposal.prices().scaled(), PACE, pair));
        }
        return new WhyNotHere(loss > 0 ? WhyNotHere.Answer.WORSE : WhyNotHere.Answer.ABOUT_EQUAL, Set.of(), inTheWay, Math.max(0, loss));
    }

    /** Looks for prices that prove more than those of the proposal do. */
    private long loss(PriceSearch search) {
        for (int step = 0; step < STEPS && !search.settled(); step++) {
            search.step(proposal.value() - HOPED_FOR);
        }
        return proposal.value() - search.bound();
    }

    /** The rules by which the shifts that she has in the plan exclude this one. */
    private Set<PlanRule> inTheWay(int shift, int person) {
        EnumSet<PlanRule> rules = EnumSet.noneOf(PlanRule.class);
        int minutes = problem.shifts().get(shift).time().minutes();
        for (int other : weeks.get(person)) {
            minutes += problem.shifts().get(other).time().minutes();
            eligibility.collision(shift, other).ifPresent(rules::add);
        }
        if (minutes > problem.people().get(person).minutesLeft()) {
            rules.add(PlanRule.MINUTES);
        }
        return rules;
    }

    private Optional<UnfilledShift.Help> help(int shift, Map<PlanRule, List<Integer>> oneRuleAway) {
        List<UnfilledShift.Help> helps = new ArrayList<>();
        SMALL_STEPS.forEach((rule, step) -> {
            int people = (int) oneRuleAway.getOrDefault(rule, List.of()).stream().filter(person -> missing(rule, shift, person) <= step).count();
            helps.add(new UnfilledShift.Help(rule, step, people));
        });
        Optional<UnfilledShift.Help> small = most(helps);
        if (small.isPresent()) {
            return small;
        }
        helps.clear();
        oneRuleAway.forEach((rule, people) -> helps.add(new UnfilledShift.Help(rule, ANY_STEP, people.size())));
        return most(helps);
    }

    private static Optional<UnfilledShift.Help> most(List<UnfilledShift.Help> helps) {
        return helps.stream().filter(help -> help.people() > 0)
                .max(Comparator.comparingInt(UnfilledShift.Help::people).thenComparing(UnfilledShift.Help::rule));
    }

    /** By how much a person misses a rule, in the unit of its step. */
    private double missing(PlanRule rule, int shift, int person) {
        OpenShift work = problem.shifts().get(shift);
        PlanPerson who = problem.people().get(person);
        return switch (rule) {
            case DISTANCE -> problem.kmToWork(person, shift) - who.maxKm();
            case LEVEL -> work.needs().stream().mapToInt(need -> need.level() - who.level(need.skill())).max().orElse(0);
            case AVAILABLE -> who.windows().stream()
                    .mapToInt(window -> Math.max(0, window.from() - work.time().from()) + Math.max(0, work.time().to() - window.to()))
                    .min().orElse(Integer.MAX_VALUE);
            case MINUTES -> weeks.get(person).stream().mapToInt(other -> problem.shifts().get(other).time().minutes()).sum()
                    + work.time().minutes() - who.minutesLeft();
            default -> 0;
        };
    }
}
