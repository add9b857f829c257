package nl.vliegwiel.flexpool.domain.planning;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * One week to plan. People, shifts and branches are known by their position in these lists.
 *
 * @param pinned pairs that a planner decided; they stay. Each must obey the rules itself, see {@link Eligibility#brokenPin}
 * @param forbidden pairs that a planner does not want
 */
public record PlanningProblem(List<Place> branches, List<PlanPerson> people, List<OpenShift> shifts, List<Pairing> pinned,
        Set<Pairing> forbidden, PlanningRules rules, PlanWeights weights) {
    public PlanningProblem {
        branches = List.copyOf(branches);
        people = List.copyOf(people);
        shifts = List.copyOf(shifts);
        pinned = List.copyOf(pinned);
        forbidden = Set.copyOf(forbidden);
        for (OpenShift shift : shifts) {
            inside(shift.branch(), branches.size(), "branch of a shift");
        }
        for (PlanPerson person : people) {
            for (BoundWork work : person.boundWork()) {
                inside(work.branch(), branches.size(), "branch of bound work");
            }
        }
        boolean[] taken = new boolean[shifts.size()];
        for (Pairing pin : pinned) {
            inside(pin.shift(), shifts.size(), "pinned shift");
            inside(pin.person(), people.size(), "pinned person");
            if (taken[pin.shift()]) {
                throw new IllegalArgumentException("shift " + pin.shift() + " is pinned twice");
            }
            taken[pin.shift()] = true;
        }
    }

    /** A problem without pins and with the standard rules and weights. */
    public PlanningProblem(List<Place> branches, List<PlanPerson> people, List<OpenShift> shifts) {
        this(branches, people, shifts, List.of(), Set.of(), PlanningRules.STANDARD, PlanWeights.STANDARD);
    }

    /** The same week in which this pair is decided; a pin of another person on that shift is replaced. */
    public PlanningProblem pin(Pairing pair) {
        List<Pairing> pins = new ArrayList<>(pinned);
        pins.removeIf(pin -> pin.shift() == pair.shift());
        pins.add(pair);
        return new PlanningProblem(branches, people, shifts, pins, forbidden, rules, weights);
    }

    /** The same week in which this pair shall not be; a pin of it is taken back. */
    public PlanningProblem forbid(Pairing pair) {
        Set<Pairing> more = new HashSet<>(forbidden);
        more.add(pair);
        return new PlanningProblem(branches, people, shifts, pinned.stream().filter(pin -> !pin.equals(pair)).toList(), more, rules, weights);
    }

    /** Kilometres from a person's home to the branch of a shift. */
    double kmToWork(int person, int shift) {
        return people.get(person).home().kmTo(branches.get(shifts.get(shift).branch()));
    }

    private static void inside(int position, int size, String what) {
        if (position < 0 || position >= size) {
            throw new IllegalArgumentException(what + " " + position + " is not in the problem");
        }
    }
}
