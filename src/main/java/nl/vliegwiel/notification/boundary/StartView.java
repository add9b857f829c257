package nl.vliegwiel.notification.boundary;

import java.util.List;
import nl.vliegwiel.flexpool.Flexpool.Away;
import nl.vliegwiel.flexpool.Flexpool.GiveAndTake;
import nl.vliegwiel.flexpool.Flexpool.PlacementInBrief;
import nl.vliegwiel.flexpool.Flexpool.PoolInBrief;
import nl.vliegwiel.flexpool.Flexpool.RequestInBrief;
import nl.vliegwiel.flexpool.Flexpool.Unfilled;
import nl.vliegwiel.platform.outbox.Outbox;

/**
 * What somebody finds when she comes in. A part that is not of her role is null.
 *
 * @param givenName to be greeted by
 * @param waiting the most urgent decisions
 * @param waitingInAll how many decisions wait
 * @param next own work elsewhere, soonest first; null for somebody without employment
 * @param pool how she stands in the pool; null without employment, or when she never said
 * @param requests of the libraries she is HR manager of
 * @param away people of those libraries who work elsewhere this week
 * @param unfilled shifts of the region in the next seven days that lack people
 * @param balance what the libraries of the region lent and borrowed in a year
 * @param figures of the network, for administrators
 * @param outbox how the outgoing mail stands, for administrators
 */
public record StartView(String givenName, List<InboxLine> waiting, int waitingInAll, List<PlacementInBrief> next, PoolInBrief pool, List<RequestInBrief> requests,
        List<Away> away, List<Unfilled> unfilled, List<GiveAndTake> balance, Figures figures, Outbox.State outbox) {
    /** How large the network is. */
    public record Figures(int libraries, int people, int neverSignedIn, int skills) {
    }

    public boolean isEmployee() {
        return next != null;
    }

    public boolean isHrManager() {
        return requests != null;
    }

    public boolean isModerator() {
        return unfilled != null;
    }

    public boolean isAdmin() {
        return outbox != null;
    }
}
