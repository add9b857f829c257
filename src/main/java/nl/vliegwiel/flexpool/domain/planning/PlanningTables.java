package nl.vliegwiel.flexpool.domain.planning;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The problem as plain arrays for the engine. A <em>pair</em> is a shift and a person who may do it; pairs are numbered by
 * person and, within a person, by shift. Pinned shifts are no pairs any more: they are taken off the person's minutes
 * and counted in {@link #before}, and {@link #pinnedValue} holds their points.
 */
final class PlanningTables {
    /** So that rounding cannot exclude anybody before the rule itself is asked. */
    private static final double MARGIN_KM = 0.001;

    final PlanningProblem problem;
    final int people;
    final int shifts;
    /** First pair of each person; one longer than the people. */
    final int[] firstPair;
    final int[] pairShift;
    final int[] pairPerson;
    final int[] pairGain;
    /** Pairs by shift, those with the most points first. */
    final int[][] pairsOfShift;
    final int[] shiftMinutes;
    final int[] minutesLeft;
    /** Shifts that count before the first proposed one, for the spread. */
    final int[] before;
    final long pinnedValue;
    private final long[][] collides;
    private final int[] spread;

    PlanningTables(PlanningProblem problem) {
        this.problem = problem;
        Eligibility eligibility = new Eligibility(problem);
        eligibility.brokenPin().ifPresent(broken -> {
            throw new IllegalArgumentException("shift " + broken.pin().shift() + " pinned to person " + broken.pin().person() + " breaks " + broken.rule());
        });
        people = problem.people().size();
        shifts = problem.shifts().size();
        shiftMinutes = problem.shifts().stream().mapToInt(shift -> shift.time().minutes()).toArray();
        minutesLeft = problem.people().stream().mapToInt(PlanPerson::minutesLeft).toArray();
        before = problem.people().stream().mapToInt(PlanPerson::earlierShifts).toArray();
        collides = collisions(eligibility);
        spread = new int[Arrays.stream(before).max().orElse(0) + shifts + 2];
        for (int k = 1; k < spread.length; k++) {
            spread[k] = problem.weights().spreadCost(k);
        }

        int[] pinnedTo = new int[shifts];
        Arrays.fill(pinnedTo, Plan.OPEN);
        int[][] pinsOf = new int[people][0];
        long points = 0;
        for (Pairing pin : problem.pinned()) {
            int person = pin.person();
            pinnedTo[pin.shift()] = person;
            minutesLeft[person] -= shiftMinutes[pin.shift()];
            before[person]++;
            points += eligibility.gain(pin.shift(), person) - spread[before[person]];
            pinsOf[person] = Arrays.copyOf(pinsOf[person], pinsOf[person].length + 1);
            pinsOf[person][pinsOf[person].length - 1] = pin.shift();
        }
        pinnedValue = points;

        List<int[]> shiftsOf = eligibleShifts(eligibility, pinnedTo, pinsOf);
        firstPair = new int[people + 1];
        for (int person = 0; person < people; person++) {
            firstPair[person + 1] = firstPair[person] + shiftsOf.get(person).length;
        }
        int pairs = firstPair[people];
        pairShift = new int[pairs];
        pairPerson = new int[pairs];
        pairGain = new int[pairs];
        int[] perShift = new int[shifts];
        for (int person = 0; person < people; person++) {
            int pair = firstPair[person];
            for (int shift : shiftsOf.get(person)) {
                pairShift[pair] = shift;
                pairPerson[pair] = person;
                pairGain[pair] = eligibility.gain(shift, person);
                perShift[shift]++;
                pair++;
            }
        }
        pairsOfShift = pairsByShift(perShift);
    }

    /** A first upper bound: every shift covered by the person whom it suits best. */
    long everythingCovered() {
        long sum = pinnedValue;
        for (int[] pairs : pairsOfShift) {
            sum += pairs.length == 0 ? 0 : pairGain[pairs[0]];
        }
        return sum;
    }

    int pairs() {
        return pairShift.length;
    }

    /** Whether nobody can do both shifts. */
    boolean collide(int shift, int other) {
        return (collides[shift][other >> 6] >>> other & 1) != 0;
    }

    /** What one more shift costs a person who has {@code planned} of the plan already. */
    int nextSpreadCost(int person, int planned) {
        return spread[before[person] + planned + 1];
    }

    /** The pair of this shift and person, or -1 when she may not do it. */
    int pair(int shift, int person) {
        int found = Arrays.binarySearch(pairShift, firstPair[person], firstPair[person + 1], shift);
        return found < 0 ? -1 : found;
    }

    private long[][] collisions(Eligibility eligibility) {
        long[][] rows = new long[shifts][(shifts + 63) >> 6];
        List<Integer> byBegin = new ArrayList<>();
        for (int shift = 0; shift < shifts; shift++) {
            byBegin.add(shift);
        }
        byBegin.sort(Comparator.comparingInt(shift -> problem.shifts().get(shift).time().from()));
        for (int i = 0; i < shifts; i++) {
            int shift = byBegin.get(i);
            Stretch time = problem.shifts().get(shift).time();
            for (int j = i + 1; j < shifts; j++) {
                int other = byBegin.get(j);
                Stretch later = problem.shifts().get(other).time();
                if (later.day() != time.day() && later.from() - time.to() >= problem.rules().leastRest()) {
                    break;
                }
                if (eligibility.collision(shift, other).isPresent()) {
                    rows[shift][other >> 6] |= 1L << other;
                    rows[other][shift >> 6] |= 1L << shift;
                }
            }
        }
        return rows;
    }

    /** Looks only at people who have the rarest skill that a shift asks for and live in a square around it, which spares most of the work. */
    private List<int[]> eligibleShifts(Eligibility eligibility, int[] pinnedTo, int[][] pinsOf) {
        Map<Integer, List<Integer>> bySkill = new HashMap<>();
        List<Integer> everybody = new ArrayList<>();
        for (int person = 0; person < people; person++) {
            everybody.add(person);
            for (int skill : problem.people().get(person).skills().keySet()) {
                bySkill.computeIfAbsent(skill, none -> new ArrayList<>()).add(person);
            }
        }
        double[] x = problem.people().stream().mapToDouble(person -> person.home().x()).toArray();
        double[] y = problem.people().stream().mapToDouble(person -> person.home().y()).toArray();
        double[] reach = problem.people().stream().mapToDouble(person -> person.maxKm() + MARGIN_KM).toArray();
        int[][] own = new int[people][4];
        int[] count = new int[people];
        for (int shift = 0; shift < shifts; shift++) {
            if (pinnedTo[shift] != Plan.OPEN) {
                continue;
            }
            List<Integer> asked = everybody;
            for (SkillNeed need : problem.shifts().get(shift).needs()) {
                List<Integer> skilled = bySkill.getOrDefault(need.skill(), List.of());
                if (need.level() > 0 && skilled.size() < asked.size()) {
                    asked = skilled;
                }
            }
            Place branch = problem.branches().get(problem.shifts().get(shift).branch());
            for (int person : asked) {
                if (Math.abs(x[person] - branch.x()) <= reach[person] && Math.abs(y[person] - branch.y()) <= reach[person]
                        && shiftMinutes[shift] <= minutesLeft[person] && !collidesWithAny(shift, pinsOf[person]) && eligibility.may(shift, person)) {
                    if (count[person] == own[person].length) {
                        own[person] = Arrays.copyOf(own[person], 2 * count[person]);
                    }
                    own[person][count[person]++] = shift;
                }
            }
        }
        List<int[]> found = new ArrayList<>(people);
        for (int person = 0; person < people; person++) {
            found.add(Arrays.copyOf(own[person], count[person]));
        }
        return found;
    }

    private boolean collidesWithAny(int shift, int[] others) {
        for (int other : others) {
            if (collide(shift, other)) {
                return true;
            }
        }
        return false;
    }

    private int[][] pairsByShift(int[] perShift) {
        int[][] byShift = new int[shifts][];
        for (int shift = 0; shift < shifts; shift++) {
            byShift[shift] = new int[perShift[shift]];
        }
        int[] filled = new int[shifts];
        for (int pair = 0; pair < pairShift.length; pair++) {
            byShift[pairShift[pair]][filled[pairShift[pair]]++] = pair;
        }
        for (int shift = 0; shift < shifts; shift++) {
            byShift[shift] = Arrays.stream(byShift[shift]).boxed()
                    .sorted(Comparator.comparingInt((Integer pair) -> -pairGain[pair]).thenComparingInt(pair -> pair))
                    .mapToInt(Integer::intValue).toArray();
        }
        return byShift;
    }
}
