package nl.vliegwiel.flexpool.domain.planning;

import java.util.List;
import java.util.Map;

/**
 * Somebody who may be proposed.
 *
 * @param home where she starts from
 * @param maxKm how far she wants to go, straight line
 * @param minutesLeft minutes that she can still work this week
 * @param skills level by skill
 * @param windows when she can work
 * @param boundWork what she has already
 * @param earlierShifts shifts of the last weeks that count for a fair spread; 0 when the week is looked at alone
 * @param hoursLentMore hours that her library lent more than it got in the last weeks, per colleague in the pool; 0 for one that got more
 */
public record PlanPerson(Place home, double maxKm, int minutesLeft, Map<Integer, Integer> skills, List<Stretch> windows,
        List<BoundWork> boundWork, int earlierShifts, int hoursLentMore) {
    public PlanPerson {
        if (hoursLentMore < 0) {
            throw new IllegalArgumentException("who got more than it lent counts as 0");
        }
        if (earlierShifts < 0) {
            throw new IllegalArgumentException("earlier shifts cannot be fewer than none");
        }
        skills = Map.copyOf(skills);
        windows = List.copyOf(windows);
        boundWork = List.copyOf(boundWork);
    }

    public PlanPerson(Place home, double maxKm, int minutesLeft, Map<Integer, Integer> skills, List<Stretch> windows) {
        this(home, maxKm, minutesLeft, skills, windows, List.of(), 0);
    }

    /** Of a library that lent as much as it got. */
    public PlanPerson(Place home, double maxKm, int minutesLeft, Map<Integer, Integer> skills, List<Stretch> windows, List<BoundWork> boundWork, int earlierShifts) {
        this(home, maxKm, minutesLeft, skills, windows, boundWork, earlierShifts, 0);
    }

    /** Her level in a skill; 0 when she does not have it. */
    public int level(int skill) {
        return skills.getOrDefault(skill, 0);
    }
}
