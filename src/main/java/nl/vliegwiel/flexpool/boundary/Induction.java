package nl.vliegwiel.flexpool.boundary;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import nl.vliegwiel.flexpool.domain.induction.InductionText;

/**
 * The induction sheet of a branch, as one person sees it.
 *
 * @param version 0 when there is no sheet yet
 * @param text null when there is no sheet yet
 * @param mayKeep the reader writes it
 * @param works the reader works there and may accept it
 * @param acceptedAt when the reader accepted the version that holds; null for not
 * @param guests for who keeps it: people with work to come, and whether they accepted; empty for others
 * @param former earlier versions, for who keeps it
 */
public record Induction(UUID branchId, String branch, UUID organisationId, String organisation, String place, int version, InductionText text, String publishedBy,
        Instant publishedAt, boolean mayKeep, boolean works, Instant acceptedAt, List<Guest> guests, List<Former> former) {
    public Induction {
        guests = List.copyOf(guests);
        former = List.copyOf(former);
    }

    /** Somebody with definite work to come. @param accepted the version that holds */
    public record Guest(UUID personId, String name, String lender, Instant firstStart, boolean accepted, Instant acceptedAt) {
    }

    public record Former(int version, String publishedBy, Instant publishedAt) {
    }

    /** How many still have to accept it. */
    public long missing() {
        return guests.stream().filter(one -> !one.accepted()).count();
    }

    /** Whether the reader is asked now. */
    public boolean asksMe() {
        return works && version > 0 && acceptedAt == null;
    }

    /**
     * What a placement says of it.
     *
     * @param version 0 when the branch has no sheet
     * @param acceptedAt when she accepted the version that holds; null for not
     * @param late nothing was accepted before the work began
     */
    public record OfPlacement(UUID branchId, int version, Instant acceptedAt, boolean late) {
        public boolean isMissing() {
            return version > 0 && acceptedAt == null;
        }
    }
}
