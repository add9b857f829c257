package nl.vliegwiel.flexpool.domain.ranking;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;

/**
 * Why so few: how many members of the pool are left after each filter, and what one change would add.
 *
 * @param members who were ever in the pool and have a job on the days of the shift, taking part or not
 * @param steps one per filter that somebody failed first, in the order of the filters
 * @param fits who are on the list
 * @param changes what would add people, most first
 */
public record Funnel(int members, List<Step> steps, int fits, List<Change> changes) {
    /** How much farther people would travel in the change that asks so. */
    public static final int FARTHER_MINUTES = 15;

    public Funnel {
        steps = List.copyOf(steps);
        changes = List.copyOf(changes);
    }

    /**
     * One filter.
     *
     * @param failed who failed it first
     * @param left who are still there after it
     */
    public record Step(FilterRule rule, int failed, int left) {
    }

    /**
     * One change of the request, or of what people offer.
     *
     * @param kind SKILL (not required any more), OWN (people of the library itself), CIRCLES (the whole country), TRAVEL (a quarter of an hour farther) or TIME (another moment)
     * @param subject name of the skill; empty otherwise
     * @param gain who would be on the list then, besides those who are
     */
    public record Change(Kind kind, String subject, int gain) {
    }

    /** What is changed. */
    public enum Kind {
        SKILL, OWN, CIRCLES, TRAVEL, TIME
    }

    static Funnel of(Map<FilterRule, Integer> first, int fits, List<ShiftDemand.Skill> required, int[] bySkill, int own, int circles, int travel, int time) {
        List<Step> steps = new ArrayList<>();
        int counted = fits + first.values().stream().mapToInt(Integer::intValue).sum();
        int left = counted;
        for (FilterRule rule : FilterRule.values()) {
            int failed = first.getOrDefault(rule, 0);
            if (failed > 0) {
                left -= failed;
                steps.add(new Step(rule, failed, left));
            }
        }
        List<Change> changes = new ArrayList<>();
        for (int i = 0; i < required.size(); i++) {
            changes.add(new Change(Kind.SKILL, required.get(i).name(), bySkill[i]));
        }
        changes.add(new Change(Kind.OWN, "", own));
        changes.add(new Change(Kind.CIRCLES, "", circles));
        changes.add(new Change(Kind.TRAVEL, "", travel));
        changes.add(new Change(Kind.TIME, "", time));
        return new Funnel(counted, steps, fits, changes.stream().filter(change -> change.gain() > 0)
                .sorted(Comparator.comparingInt(Change::gain).reversed().thenComparing(Change::kind).thenComparing(Change::subject)).toList());
    }
}
