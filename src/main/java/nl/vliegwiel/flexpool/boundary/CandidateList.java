package nl.vliegwiel.flexpool.boundary;

import java.util.List;
import java.util.UUID;
import nl.vliegwiel.flexpool.domain.ranking.FailedRule;
import nl.vliegwiel.flexpool.domain.ranking.Funnel;
import nl.vliegwiel.flexpool.domain.ranking.Weights;

/**
 * Who fits one shift, best first. A human chooses.
 *
 * @param next name of the last card when there are more
 * @param funnel null unless it was asked
 * @param weights by which the order came about
 * @param explanation null unless it was asked
 */
public record CandidateList(UUID requestId, UUID shiftId, List<Candidate> items, String next, Funnel funnel, Weights weights,
        Explanation explanation) {
    public CandidateList {
        items = List.copyOf(items);
    }

    /**
     * Why somebody is, or is not, on the list.
     *
     * @param candidate her card
     * @param failed rules that she fails, the first one first; empty when she is on the list
     */
    public record Explanation(Candidate candidate, List<FailedRule> failed) {
        public Explanation {
            failed = List.copyOf(failed);
        }

        public boolean onTheList() {
            return failed.isEmpty();
        }
    }
}
