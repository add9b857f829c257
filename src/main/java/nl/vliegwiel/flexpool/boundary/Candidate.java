package nl.vliegwiel.flexpool.boundary;

import java.util.List;
import java.util.UUID;
import nl.vliegwiel.flexpool.domain.PlacementState;
import nl.vliegwiel.flexpool.domain.ranking.Reason;

/**
 * A card: somebody who fits a shift. Without a name until she came forward (R10).
 *
 * @param candidateRef her name on the cards of this request, for a proposal
 * @param employeeId who she is; null on an anonymous card
 * @param name null on an anonymous card
 * @param function what she does at her own library
 * @param score 0–1000
 * @param reasons parts of the score, told in bands as long as the card is anonymous
 * @param distanceKm in a straight line; rounded up to 5 km on an anonymous card
 * @param travelMinutes one way; rounded up to 5 minutes on an anonymous card
 * @param skillMatch per cent of the skills asked that she has at the asked level
 * @param skills what is asked beside what she has
 * @param lenderClosed every library that could lend her would rather not on these days; it may all the same
 * @param placementId her open application or proposal for this shift; null for none
 */
public record Candidate(String candidateRef, UUID employeeId, String name, String function, int score, List<Reason> reasons, int distanceKm,
        int travelMinutes, int skillMatch, List<SkillFit> skills, boolean lenderClosed, UUID placementId, PlacementState placementState) {
    public Candidate {
        reasons = List.copyOf(reasons);
        skills = List.copyOf(skills);
    }

    /**
     * A skill that is asked.
     *
     * @param name in the reader's language
     * @param minLevel asked
     * @param level held, 0 for none
     */
    public record SkillFit(UUID skillId, String name, int minLevel, boolean required, int level) {
    }
}
