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
 */
public record PlanPerson(Place home, double maxKm, int minutesLeft, Map<Integer, Integer> skills, List<Stretch> windows,
        List<BoundWork> boundWork, int earlierShifts) {
    public PlanPerson {
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

    /** Her level in a skill; 0 when she does not have it. */
    public int level(int skill) {
        return skills.getOrDefault(skill, 0);
    }
}
