package nl.vliegwiel.flexpool.domain.ranking;

import java.util.List;
import java.util.Objects;

/**
 * All that the score may look at. What is not here cannot weigh: no age, sex, health, name, home library, and no
 * figure about behaviour such as refusals, speed of answering or ratings (R8, R9).
 *
 * @param ref stable key of the candidate, which breaks ties; in the same order in SQL (text, byte by byte)
 * @param skills what is asked, beside what the candidate has
 * @param distanceMetres straight line from where the candidate starts to the place of the shift
 * @param travelMinutes estimate for one way
 * @param minutesLeft minutes that she still offers in the week of the shift, before this shift
 * @param shiftMinutes net minutes of the shift
 * @param loansInTwelveWeeks definite placements of hers that began in the twelve weeks before the shift
 * @param timesAtBranch definite placements of hers at this branch, ever, that began before the shift
 */
public record CandidateFacts(String ref, List<AskedSkill> skills, int distanceMetres, int travelMinutes,
        int minutesLeft, int shiftMinutes, int loansInTwelveWeeks, int timesAtBranch) {
    public CandidateFacts {
        Objects.requireNonNull(ref);
        skills = List.copyOf(skills);
    }
}
