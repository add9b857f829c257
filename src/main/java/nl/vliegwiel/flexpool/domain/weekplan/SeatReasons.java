package nl.vliegwiel.flexpool.domain.weekplan;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import nl.vliegwiel.flexpool.domain.planning.PlanRule;
import nl.vliegwiel.flexpool.domain.planning.WhyNotHere;
import nl.vliegwiel.flexpool.domain.ranking.Funnel;
import nl.vliegwiel.flexpool.domain.ranking.Reason;

/**
 * Why somebody is on a seat, or nobody; as it was when the plan was made.
 *
 * @param reasons parts of the score of who is on it, told in bands (R10); empty for an open seat
 * @param ofHerWeek which shift of hers this is in the plan; 0 for an open seat
 * @param earlier loans of the twelve weeks before
 * @param libraryCost points off because her library lent more than it got; 0 for an open seat
 * @param others people who pass every rule for the shift, and why they are not on it
 * @param open null for a seat with somebody
 */
public record SeatReasons(List<Reason> reasons, int ofHerWeek, int earlier, int libraryCost, List<Other> others, Open open) {
    public SeatReasons {
        reasons = List.copyOf(reasons);
        others = List.copyOf(others);
    }

    /**
     * Somebody else who could do it.
     *
     * @param loss points that every plan with her here has less, when that is proved; 0 otherwise
     */
    public record Other(UUID personId, WhyNotHere.Answer answer, long loss) {
    }

    /**
     * Why a seat stays open.
     *
     * @param members of the pool with a job then
     * @param steps how many fail each rule first
     * @param fits who fail none
     * @param closed of those, how many work at libraries that would rather not lend then
     * @param busy of those, how many have another shift of the plan in the way, by rule
     * @param help the one change that would help most; null for none
     */
    public record Open(int members, List<Funnel.Step> steps, int fits, int closed, Map<PlanRule, Integer> busy, Help help) {
        public Open {
            steps = List.copyOf(steps);
            busy = Map.copyOf(busy);
        }
    }

    /**
     * One change, and how many people it would bring.
     *
     * @param skillNl name of the skill that would not be required; empty for another change
     */
    public record Help(Funnel.Kind kind, int gain, String skillNl, String skillEn) {
    }
}
