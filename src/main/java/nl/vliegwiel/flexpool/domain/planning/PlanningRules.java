package nl.vliegwiel.flexpool.domain.planning;

import java.util.Optional;

/**
 * The figures of the rules on two pieces of work of one person.
 *
 * @param minutesPerKm travel between two branches, per kilometre straight line
 * @param changeMinutes extra for leaving one branch and arriving at another
 * @param longestSpan most minutes from first begin to last end on one day
 * @param leastRest least minutes between work on different days
 */
public record PlanningRules(double minutesPerKm, int changeMinutes, int longestSpan, int leastRest) {
    /** 60 km/h with a detour of 1.3, a quarter of an hour to change; 12 hours a day and 11 hours rest (Arbeidstijdenwet 5:3, 5:7). */
    public static final PlanningRules STANDARD = new PlanningRules(1.3, 15, 720, 660);

    public PlanningRules {
        if (!(minutesPerKm >= 0) || changeMinutes < 0 || longestSpan < 0 || leastRest < 0) {
            throw new IllegalArgumentException("the figures of the rules are 0 or more");
        }
    }

    /**
     * The first rule that forbids one person both pieces of work, or empty when she may do both. The order of the two
     * does not matter.
     *
     * @param kmBetween kilometres between the two branches
     * @param sameBranch whether they are one branch
     */
    public Optional<PlanRule> broken(Stretch one, Stretch other, double kmBetween, boolean sameBranch) {
        if (one.overlaps(other)) {
            return Optional.of(PlanRule.OVERLAP);
        }
        Stretch first = one.from() <= other.from() ? one : other;
        Stretch second = first == one ? other : one;
        int gap = second.from() - first.to();
        if (first.day() != second.day()) {
            return gap < leastRest ? Optional.of(PlanRule.REST) : Optional.empty();
        }
        if (gap < minutesPerKm * kmBetween + (sameBranch ? 0 : changeMinutes)) {
            return Optional.of(PlanRule.TRAVEL);
        }
        return second.to() - first.from() > longestSpan ? Optional.of(PlanRule.SPAN) : Optional.empty();
    }
}
