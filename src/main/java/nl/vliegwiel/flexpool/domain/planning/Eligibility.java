package nl.vliegwiel.flexpool.domain.planning;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Whether one person may do one shift, seen without the rest of the plan. The engine and the explanations both ask here. */
public final class Eligibility {
    private final PlanningProblem problem;

    public Eligibility(PlanningProblem problem) {
        this.problem = problem;
    }

    /** Every rule that forbids this pair; empty when she may do it. */
    public Set<PlanRule> failing(int shift, int person) {
        EnumSet<PlanRule> failing = EnumSet.noneOf(PlanRule.class);
        OpenShift work = problem.shifts().get(shift);
        PlanPerson who = problem.people().get(person);
        if (problem.forbidden().contains(new Pairing(shift, person))) {
            failing.add(PlanRule.FORBIDDEN);
        }
        for (SkillNeed need : work.needs()) {
            int level = who.level(need.skill());
            if (level == 0 && need.level() > 0) {
                failing.add(PlanRule.SKILL);
            } else if (level < need.level()) {
                failing.add(PlanRule.LEVEL);
            }
        }
        if (!available(who, work.time())) {
            failing.add(PlanRule.AVAILABLE);
        }
        if (problem.kmToWork(person, shift) > who.maxKm()) {
            failing.add(PlanRule.DISTANCE);
        }
        if (work.time().minutes() > who.minutesLeft()) {
            failing.add(PlanRule.MINUTES);
        }
        for (BoundWork bound : who.boundWork()) {
            collision(bound.branch(), bound.time(), work.branch(), work.time()).ifPresent(failing::add);
        }
        return failing;
    }

    /** The first failing rule in the order of {@link PlanRule}, or empty when she may do the shift. */
    public Optional<PlanRule> firstFailing(int shift, int person) {
        return failing(shift, person).stream().findFirst();
    }

    /** Same answer as {@code failing(...).isEmpty()}, cheap enough to ask for every pair of a province. */
    boolean may(int shift, int person) {
        OpenShift work = problem.shifts().get(shift);
        PlanPerson who = problem.people().get(person);
        if (work.time().minutes() > who.minutesLeft() || !available(who, work.time())) {
            return false;
        }
        for (SkillNeed need : work.needs()) {
            if (who.level(need.skill()) < need.level()) {
                return false;
            }
        }
        if (problem.kmToWork(person, shift) > who.maxKm() || problem.forbidden().contains(new Pairing(shift, person))) {
            return false;
        }
        for (BoundWork bound : who.boundWork()) {
            if (collision(bound.branch(), bound.time(), work.branch(), work.time()).isPresent()) {
                return false;
            }
        }
        return true;
    }

    /** The rule that forbids one person two shifts of the problem. */
    Optional<PlanRule> collision(int shift, int other) {
        OpenShift one = problem.shifts().get(shift);
        OpenShift two = problem.shifts().get(other);
        return collision(one.branch(), one.time(), two.branch(), two.time());
    }

    /** Levels above what is asked, summed over the skills asked for. */
    int surplusLevels(int shift, int person) {
        int surplus = 0;
        for (SkillNeed need : problem.shifts().get(shift).needs()) {
            surplus += problem.people().get(person).level(need.skill()) - need.level();
        }
        return surplus;
    }

    /** Points of this pair without the cost of the spread. */
    int gain(int shift, int person) {
        return problem.weights().covered(problem.shifts().get(shift).priority())
                + problem.weights().fit(surplusLevels(shift, person), problem.kmToWork(person, shift))
                - problem.weights().libraryCost(problem.people().get(person).hoursLentMore());
    }

    /** The first rule that a pin breaks, by itself or together with the pins before it, or empty when all stand. */
    public Optional<BrokenPin> brokenPin() {
        for (int index = 0; index < problem.pinned().size(); index++) {
            Pairing pin = problem.pinned().get(index);
            Optional<PlanRule> rule = firstFailing(pin.shift(), pin.person());
            int minutes = problem.shifts().get(pin.shift()).time().minutes();
            List<PlanRule> together = new ArrayList<>();
            for (Pairing earlier : problem.pinned().subList(0, index)) {
                if (earlier.person() == pin.person()) {
                    minutes += problem.shifts().get(earlier.shift()).time().minutes();
                    collision(earlier.shift(), pin.shift()).ifPresent(together::add);
                }
            }
            if (minutes > problem.people().get(pin.person()).minutesLeft()) {
                together.add(PlanRule.MINUTES);
            }
            Optional<PlanRule> broken = rule.or(() -> together.stream().sorted().findFirst());
            if (broken.isPresent()) {
                return Optional.of(new BrokenPin(pin, broken.get()));
            }
        }
        return Optional.empty();
    }

    private Optional<PlanRule> collision(int branch, Stretch time, int otherBranch, Stretch otherTime) {
        double km = problem.branches().get(branch).kmTo(problem.branches().get(otherBranch));
        return problem.rules().broken(time, otherTime, km, branch == otherBranch);
    }

    private static boolean available(PlanPerson who, Stretch time) {
        for (Stretch window : who.windows()) {
            if (window.contains(time)) {
                return true;
            }
        }
        return false;
    }

    /** A pin that cannot stand, and the rule it breaks. */
    public record BrokenPin(Pairing pin, PlanRule rule) {
    }
}
