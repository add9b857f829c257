package nl.vliegwiel.flexpool.boundary;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import nl.vliegwiel.flexpool.domain.Circle;
import nl.vliegwiel.flexpool.domain.Party;
import nl.vliegwiel.flexpool.domain.PlacementState;

/**
 * What happens when a party ends a placement, told before it does.
 *
 * @param after state that it gets
 * @param definite three yeses are there, so that somebody counts on it
 * @param begun the work has begun
 * @param windowHours hours before the start until which a cancellation is in time
 * @param windowEnds until when it is in time
 * @param late that moment has passed for what is definite; asks for a second thought, costs nothing
 * @param told who gets word
 * @param placeOpens somebody else is sought for the place, unless the borrower closes it
 * @param mayClosePlace the party can say that nobody is needed any more
 * @param circles who sees the place then
 * @param standby how many stand by for this shift; null for all but the borrower
 * @param hours hours were entered, which stay and go on to be confirmed and approved
 */
public record CancelPreview(UUID placementId, Party party, PlacementState after, boolean definite, boolean begun, int windowHours, Instant windowEnds,
        boolean late, Set<Party> told, boolean placeOpens, boolean mayClosePlace, List<Circle> circles, Integer standby, boolean hours) {
}
