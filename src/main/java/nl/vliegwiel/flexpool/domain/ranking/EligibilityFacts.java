package nl.vliegwiel.flexpool.domain.ranking;

import java.util.List;
import java.util.Objects;
import java.util.Set;
import nl.vliegwiel.flexpool.domain.Circle;
import nl.vliegwiel.flexpool.domain.worktime.Finding;
import nl.vliegwiel.platform.time.Period;

/**
 * All that the hard filters look at, for one person and one shift.
 *
 * @param participating takes part in the pool now
 * @param askedCircles circles that the request names
 * @param circles circles in which the person stands, {@link Circle#of}
 * @param skills what is asked, beside what the person has
 * @param shift the whole shift, break included
 * @param shiftMinutes net minutes of the shift
 * @param distanceMetres straight line from where the person starts to the place of the shift
 * @param travelMinutes estimate for one way
 * @param maxTravelMinutes the person's own maximum for one way
 * @param notFree the parts of the shift in which she is not available, {@code Availability.missing}
 * @param booked her definite placements around the shift
 * @param offeredMinutesPerWeek minutes of loans a week that she offers
 * @param loanMinutesInWeek net minutes of her definite placements in the week in which the shift begins
 * @param findings of the working-time check
 */
public record EligibilityFacts(boolean participating, Set<Circle> askedCircles, Set<Circle> circles,
        List<AskedSkill> skills, Period shift, int shiftMinutes, int distanceMetres, int travelMinutes,
        int maxTravelMinutes, List<Period> notFree, List<Period> booked, int offeredMinutesPerWeek,
        int loanMinutesInWeek, List<Finding> findings) {
    public EligibilityFacts {
        Objects.requireNonNull(shift);
        askedCircles = Set.copyOf(askedCircles);
        circles = Set.copyOf(circles);
        skills = List.copyOf(skills);
        notFree = List.copyOf(notFree);
        booked = List.copyOf(booked);
        findings = List.copyOf(findings);
    }
}
