package nl.vliegwiel.flexpool.domain.planning;

import java.util.List;
import java.util.Set;

/**
 * Why a person is not on a shift in this plan.
 *
 * @param rules the rules that she fails, when {@link Answer#RULE}
 * @param inTheWay shifts proposed to her that she would have to give up
 * @param loss points that any plan with her on the shift has less, at least, when {@link Answer#WORSE}
 */
public record WhyNotHere(Answer answer, Set<PlanRule> rules, List<Integer> inTheWay, long loss) {
    public WhyNotHere {
        rules = Set.copyOf(rules);
        inTheWay = List.copyOf(inTheWay);
    }

    /** The answers, from hard to soft. */
    public enum Answer {
        /** She is on it. */
        HERE,
        /** A rule forbids it. */
        RULE,
        /** Somebody decided that another does it. */
        PINNED,
        /** The prices prove that every plan with her on it is worth less. */
        WORSE,
        /** Nothing speaks against it that could be proved: the planner's choice. */
        ABOUT_EQUAL
    }
}
