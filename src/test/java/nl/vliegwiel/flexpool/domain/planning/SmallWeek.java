package nl.vliegwiel.flexpool.domain.planning;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** A week for a test, written down in a few lines. Everybody has skill 0 at level 1, lives at branch 0, and can always work. */
final class SmallWeek {
    static final int HOUR = 60;
    static final int DAY = 24 * HOUR;
    private final List<Place> branches = new ArrayList<>(List.of(new Place(0, 0)));
    private final List<PlanPerson> people = new ArrayList<>();
    private final List<OpenShift> shifts = new ArrayList<>();
    private final List<Pairing> pinned = new ArrayList<>();
    private final Set<Pairing> forbidden = new HashSet<>();

    SmallWeek branch(double kmEast) {
        branches.add(new Place(kmEast, 0));
        return this;
    }

    SmallWeek person() {
        return person(new PlanPerson(new Place(0, 0), 50, 40 * HOUR, Map.of(0, 1), List.of(new Stretch(0, 7 * DAY))));
    }

    SmallWeek person(PlanPerson person) {
        people.add(person);
        return this;
    }

    /** A shift of priority 1 for skill 0. */
    SmallWeek shift(int branch, int from, int to) {
        return shift(new OpenShift(branch, new Stretch(from, to), 1, List.of(new SkillNeed(0, 1))));
    }

    SmallWeek shift(OpenShift shift) {
        shifts.add(shift);
        return this;
    }

    SmallWeek pin(int shift, int person) {
        pinned.add(new Pairing(shift, person));
        return this;
    }

    SmallWeek forbid(int shift, int person) {
        forbidden.add(new Pairing(shift, person));
        return this;
    }

    PlanningProblem problem() {
        return new PlanningProblem(branches, people, shifts, pinned, forbidden, PlanningRules.STANDARD, PlanWeights.STANDARD);
    }

    PlanProposal planned() {
        return plan(problem());
    }

    static PlanProposal plan(PlanningProblem problem) {
        return new PricedSearchEngine().plan(problem, PlanningEffort.full(problem), PlanningWatch.NONE);
    }

    int covered() {
        return planned().plan().covered();
    }
}
