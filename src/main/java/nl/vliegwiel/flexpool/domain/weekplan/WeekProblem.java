package nl.vliegwiel.flexpool.domain.weekplan;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;
import java.util.function.Function;
import nl.vliegwiel.flexpool.domain.planning.BoundWork;
import nl.vliegwiel.flexpool.domain.planning.Eligibility;
import nl.vliegwiel.flexpool.domain.planning.OpenShift;
import nl.vliegwiel.flexpool.domain.planning.Pairing;
import nl.vliegwiel.flexpool.domain.planning.Place;
import nl.vliegwiel.flexpool.domain.planning.Plan;
import nl.vliegwiel.flexpool.domain.planning.PlanPerson;
import nl.vliegwiel.flexpool.domain.planning.PlanProposal;
import nl.vliegwiel.flexpool.domain.planning.PlanWeights;
import nl.vliegwiel.flexpool.domain.planning.PlanningProblem;
import nl.vliegwiel.flexpool.domain.planning.PlanningRules;
import nl.vliegwiel.flexpool.domain.planning.ShiftPrices;
import nl.vliegwiel.flexpool.domain.planning.SkillNeed;
import nl.vliegwiel.flexpool.domain.planning.Stretch;
import nl.vliegwiel.flexpool.domain.ranking.PoolMember;
import nl.vliegwiel.flexpool.domain.ranking.PoolMember.Loan;
import nl.vliegwiel.flexpool.domain.ranking.ShiftDemand;
import nl.vliegwiel.organisation.TravelTime;
import nl.vliegwiel.platform.time.Period;
import nl.vliegwiel.platform.time.Zones;

/**
 * A week of open shifts as the engine takes it.
 *
 * <p>Who may do one shift is decided by the exact filters of the ranking alone; there is no second definition. It goes in as
 * a mark: a skill that belongs to the shift and that only those hold who passed. A person is free at the shifts that she passed.
 * What ties shifts of one person (overlap, travel, rest, a long day, hours left) is the engine's. Time is counted in minutes that
 * really pass, so that a night in which the clock changes gives no hour of rest too many or too few. A seat is as long as its
 * net minutes, for hours left are counted net; the exact rules have the last word over what the break could hide.
 */
public final class WeekProblem {
    private static final int WEEKS_BACK = 12;
    private static final int METRES = 1000;
    /** With more than one in so many seats new, an earlier plan is no help. */
    private static final int NEW_SEATS = 10;
    /** More earlier loans than this weigh no further, so that a shift is never left open for the sake of the spread. */
    private static final int MOST_EARLIER = 12;

    private final LocalDate monday;
    private final List<Seat> seats;
    private final List<PoolMember> people;
    private final PlanningProblem problem;

    private WeekProblem(LocalDate monday, List<Seat> seats, List<PoolMember> people, PlanningProblem problem) {
        this.monday = monday;
        this.seats = List.copyOf(seats);
        this.people = List.copyOf(people);
        this.problem = problem;
    }

    /**
     * What goes in.
     *
     * @param fitting people who pass every filter, by shift
     * @param pending what people are asked or offered to do elsewhere and is not decided, by person
     * @param branchPoint place of a branch, in metres on the grid of the Netherlands
     * @param lentMore hours that each library lent more than it got in the twelve weeks before, per colleague in the pool; only above 0
     */
    public record Input(LocalDate monday, List<Seat> seats, Map<UUID, List<PoolMember>> fitting, Map<UUID, List<Loan>> pending,
            Collection<PlanChoice> choices, Function<UUID, int[]> branchPoint, Map<UUID, Integer> lentMore) {
    }

    /** A seat as it was in an earlier plan: who was on it (null for nobody), and its price. */
    public record Before(UUID shiftId, UUID personId, long price) {
    }

    /** Twelve weeks before Monday 00:00, of which loans count for a fair spread. */
    public static Instant fairSince(LocalDate monday) {
        return monday.minusWeeks(WEEKS_BACK).atStartOfDay(Zones.AMSTERDAM).toInstant();
    }

    /** The whole week from Monday 00:00 on the clock; 167 or 169 hours where the clock changes. */
    public static Period week(LocalDate monday) {
        return new Period(monday.atStartOfDay(Zones.AMSTERDAM).toInstant(), monday.plusWeeks(1).atStartOfDay(Zones.AMSTERDAM).toInstant());
    }

    public static WeekProblem of(Input input) {
        return new Builder(input).build();
    }

    public List<Seat> seats() {
        return seats;
    }

    public List<PoolMember> people() {
        return people;
    }

    public PlanningProblem problem() {
        return problem;
    }

    /**
     * An earlier plan of this week as one of the seats and people that are there now, to begin from.
     *
     * @param before seats of the earlier plan, in its order
     * @return empty when so much is new that beginning anew is better
     */
    public Optional<PlanProposal> asBefore(List<Before> before) {
        Map<UUID, Deque<Before>> byShift = new HashMap<>();
        before.forEach(seat -> byShift.computeIfAbsent(seat.shiftId(), id -> new ArrayDeque<>()).add(seat));
        Map<UUID, Integer> numbers = new HashMap<>();
        for (int person = 0; person < people.size(); person++) {
            numbers.put(people.get(person).personId(), person);
        }
        int[] personOf = new int[seats.size()];
        long[] prices = new long[seats.size()];
        int unknown = 0;
        for (int seat = 0; seat < personOf.length; seat++) {
            Before was = byShift.getOrDefault(seats.get(seat).shiftId(), new ArrayDeque<>()).poll();
            personOf[seat] = was == null || was.personId() == null ? Plan.OPEN : numbers.getOrDefault(was.personId(), Plan.OPEN);
            prices[seat] = was == null ? 0 : was.price();
            unknown += was == null ? 1 : 0;
        }
        return unknown * NEW_SEATS > personOf.length ? Optional.empty()
            : Optional.of(new PlanProposal(new Plan(personOf), 0, Long.MAX_VALUE, ShiftPrices.of(prices), false));
    }

    /** The same week without these pairs. */
    public WeekProblem without(Collection<Pairing> pairs) {
        PlanningProblem next = problem;
        for (Pairing pair : pairs) {
            next = next.forbid(pair);
        }
        return new WeekProblem(monday, seats, people, next);
    }

    /** True where there is nothing to search: no seat, or nobody for any. */
    public boolean isEmpty() {
        return seats.isEmpty() || people.isEmpty();
    }

    /** The person of a seat with the other shifts of the plan as if they were definite, for the exact rules. */
    public PoolMember withOthersOf(Plan plan, int seat) {
        int person = plan.personOf(seat);
        List<Loan> others = new ArrayList<>();
        for (int other : plan.shiftsOf(person)) {
            if (other != seat) {
                ShiftDemand demand = seats.get(other).demand();
                others.add(new Loan(demand.shift().start(), demand.shift().end(), demand.breakMinutes(), demand.branchId()));
            }
        }
        return people.get(person).with(others);
    }

    /** SHA-256 of all that went in, the same for the same input on every node. */
    public String hash() {
        return hash(List.of());
    }

    /** As {@link #hash()}, for a plan that begins from an earlier one. */
    public String hash(List<Before> before) {
        StringBuilder text = new StringBuilder(monday.toString());
        for (int seat = 0; seat < seats.size(); seat++) {
            OpenShift shift = problem.shifts().get(seat);
            text.append("|s").append(seats.get(seat).shiftId()).append(shift.time()).append(shift.priority()).append(problem.branches().get(shift.branch())).append(shift.needs());
        }
        for (int person = 0; person < people.size(); person++) {
            PlanPerson one = problem.people().get(person);
            text.append("|p").append(people.get(person).personId()).append(one.home()).append(one.maxKm()).append(' ').append(one.minutesLeft()).append(' ').append(one.earlierShifts()).append(' ').append(one.hoursLentMore())
                .append(new TreeMap<>(one.skills())).append(one.boundWork());
        }
        text.append("|pins").append(problem.pinned());
        problem.forbidden().stream().map(Pairing::toString).sorted().forEach(text::append);
        before.forEach(text::append);
        text.append(problem.rules()).append(problem.weights());
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(text.toString().getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java has SHA-256", e);
        }
    }

    /** Puts people, shifts and branches into positions. */
    private static final class Builder {
        private final Input input;
        private final Instant begin;
        private final Map<UUID, Integer> marks = new LinkedHashMap<>();
        private final Map<UUID, Integer> branches = new LinkedHashMap<>();
        private final List<Place> places = new ArrayList<>();
        private final Map<UUID, PoolMember> members = new TreeMap<>();
        private final Map<UUID, Set<UUID>> shiftsOf = new HashMap<>();
        private final Map<UUID, ShiftDemand> demands = new LinkedHashMap<>();

        Builder(Input input) {
            this.input = input;
            begin = week(input.monday()).start();
            for (Seat seat : input.seats()) {
                // Marks are below zero, so that none is the number of a skill
                marks.computeIfAbsent(seat.shiftId(), id -> -1 - marks.size());
                demands.put(seat.shiftId(), seat.demand());
                place(seat.demand().branchId(), new Place(seat.demand().x() / (double) METRES, seat.demand().y() / (double) METRES));
            }
            demands.keySet().forEach(shift -> input.fitting().getOrDefault(shift, List.of()).forEach(member -> {
                members.putIfAbsent(member.personId(), member);
                shiftsOf.computeIfAbsent(member.personId(), id -> new TreeSet<>()).add(shift);
            }));
        }

        WeekProblem build() {
            List<OpenShift> shifts = input.seats().stream().map(this::shift).toList();
            List<PoolMember> people = List.copyOf(members.values());
            List<PlanPerson> persons = people.stream().map(this::person).toList();
            Set<Pairing> forbidden = new HashSet<>();
            List<Pairing> wanted = new ArrayList<>();
            Set<Integer> taken = new HashSet<>();
            for (PlanChoice choice : input.choices()) {
                int person = people.indexOf(members.get(choice.personId()));
                for (int seat = 0; seat < shifts.size() && person >= 0; seat++) {
                    if (input.seats().get(seat).shiftId().equals(choice.shiftId())) {
                        if (choice.kind() == PlanChoice.Kind.FORBID) {
                            forbidden.add(new Pairing(seat, person));
                        } else if (taken.add(seat)) {
                            wanted.add(new Pairing(seat, person));
                            break;
                        }
                    }
                }
            }
            PlanningProblem problem = new PlanningProblem(places, persons, shifts, List.of(), forbidden, PlanningRules.STANDARD, PlanWeights.STANDARD);
            for (Pairing pin : wanted) {
                PlanningProblem pinned = problem.pin(pin);
                // A pin that the rules do not allow any more is left out; the plan then shows the seat without it
                problem = new Eligibility(pinned).brokenPin().isEmpty() ? pinned : problem;
            }
            return new WeekProblem(input.monday(), input.seats(), people, problem);
        }

        private OpenShift shift(Seat seat) {
            ShiftDemand demand = seat.demand();
            List<SkillNeed> needs = new ArrayList<>();
            demand.skills().stream().filter(ShiftDemand.Skill::required).forEach(skill -> needs.add(new SkillNeed(skill.id(), skill.level())));
            needs.add(new SkillNeed(marks.get(seat.shiftId()), 1));
            int from = minutes(demand.shift().start());
            return new OpenShift(branches.get(demand.branchId()), new Stretch(from, from + demand.minutes()), seat.priority(), needs);
        }

        private PlanPerson person(PoolMember member) {
            Map<Integer, Integer> skills = new HashMap<>();
            List<Stretch> windows = new ArrayList<>();
            int left = 0;
            double metres = 0;
            for (UUID shift : shiftsOf.get(member.personId())) {
                ShiftDemand demand = demands.get(shift);
                skills.put(marks.get(shift), 1);
                demand.skills().stream().filter(ShiftDemand.Skill::required).forEach(skill -> skills.put(skill.id(), member.level(skill.id())));
                int from = minutes(demand.shift().start());
                windows.add(new Stretch(from, from + demand.minutes()));
                left = Math.max(left, member.minutesLeft(demand));
                metres = Math.max(metres, member.metresTo(demand));
            }
            Period week = week(input.monday());
            Instant twelveWeeksBefore = fairSince(input.monday());
            int earlier = (int) member.loansBetween(twelveWeeksBefore, week.start()).stream().filter(loan -> !loan.from().isBefore(twelveWeeksBefore)).count();
            List<BoundWork> bound = new ArrayList<>();
            member.loansBetween(week.start().minus(Duration.ofDays(1)), week.end().plus(Duration.ofDays(1))).forEach(loan -> bound.add(bound(loan)));
            input.pending().getOrDefault(member.personId(), List.of()).forEach(loan -> bound.add(bound(loan)));
            // The filters reckon the way in whole minutes and metres; a metre more never lets a pair through that has no mark
            double reach = Math.max(metres, TravelTime.metresWithin(member.travelLimit())) + 1;
            return new PlanPerson(new Place(member.x() / (double) METRES, member.y() / (double) METRES), reach / METRES, left, skills, windows, bound,
                Math.min(MOST_EARLIER, earlier), lentMore(member));
        }

        /** Of several libraries the one that gave least would lend her; work at her own library lends nobody. */
        private int lentMore(PoolMember member) {
            Set<UUID> employers = member.employersOn(input.monday());
            boolean lent = shiftsOf.get(member.personId()).stream().anyMatch(shift -> !employers.contains(demands.get(shift).organisationId()));
            return lent ? employers.stream().mapToInt(library -> input.lentMore().getOrDefault(library, 0)).min().orElse(0) : 0;
        }

        private BoundWork bound(Loan loan) {
            if (!branches.containsKey(loan.branchId())) {
                int[] point = input.branchPoint().apply(loan.branchId());
                place(loan.branchId(), new Place(point[0] / (double) METRES, point[1] / (double) METRES));
            }
            return new BoundWork(branches.get(loan.branchId()), new Stretch(minutes(loan.from()), minutes(loan.to())));
        }

        private void place(UUID branch, Place where) {
            if (branches.putIfAbsent(branch, places.size()) == null) {
                places.add(where);
            }
        }

        private int minutes(Instant moment) {
            return Math.toIntExact(Duration.between(begin, moment).toMinutes());
        }
    }

    /** The person on a seat of a plan, or empty. */
    public Optional<PoolMember> on(Plan plan, int seat) {
        return plan.isOpen(seat) ? Optional.empty() : Optional.of(people.get(plan.personOf(seat)));
    }
}
