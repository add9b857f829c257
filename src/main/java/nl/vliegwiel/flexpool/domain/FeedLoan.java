package nl.vliegwiel.flexpool.domain;

import java.time.Instant;
import java.util.UUID;
import nl.vliegwiel.platform.time.Period;

/**
 * A loan that is or was definite, as her calendar tells it; no person is named.
 *
 * @param sequence rises with every change of the placement or its request
 * @param changedAt when either last changed
 * @param borrower name of the library where she works
 * @param inductionBranch branch whose induction sheet she reads before; null where there is none
 * @param address street of the branch; null where it is not known
 */
public record FeedLoan(UUID id, int sequence, Instant changedAt, Period period, int breakMinutes, PlacementState state, String title, String borrower,
        String branch, String address, String place, UUID inductionBranch) {
    /** At a branch without a sheet. */
    public FeedLoan(UUID id, int sequence, Instant changedAt, Period period, int breakMinutes, PlacementState state, String title, String borrower,
            String branch, String address, String place) {
        this(id, sequence, changedAt, period, breakMinutes, state, title, borrower, branch, address, place, null);
    }

    /** What a calendar makes of it. */
    public enum Standing { DEFINITE, UNDECIDED, OFF }

    /** A loan whose text changed waits for three yeses again: the time is kept, but not certain. */
    public Standing standing() {
        if (state.isBooked()) {
            return Standing.DEFINITE;
        }
        return state.isOpen() ? Standing.UNDECIDED : Standing.OFF;
    }
}
