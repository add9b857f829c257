package nl.vliegwiel.flexpool.domain.planning;

import java.util.List;

/**
 * A shift for one person.
 *
 * @param branch position in the problem's list of branches
 * @param priority 1 or more; a covered shift counts that many times
 */
public record OpenShift(int branch, Stretch time, int priority, List<SkillNeed> needs) {
    public OpenShift {
        if (priority < 1) {
            throw new IllegalArgumentException("a priority is 1 or more");
        }
        needs = List.copyOf(needs);
    }
}
