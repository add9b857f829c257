package nl.vliegwiel.flexpool.domain.settlement;

import java.util.Collection;
import java.util.UUID;

/**
 * What two libraries owe each other. Netting the money is fine, hiding an invoice is not: both sides stay visible.
 *
 * @param ours hours that the one lent
 * @param theirs hours that the other lent
 */
public record Netting(UUID oneId, UUID otherId, Side ours, Side theirs) {
    /** Hours that one library lent the other, and what for. */
    public record Side(int placements, int minutes, long netCents, long vatCents) {
        public long totalCents() {
            return netCents + vatCents;
        }

        Side plus(OpenBookLine line) {
            return new Side(placements + (line.correction() ? 0 : 1), minutes + line.minutes(), netCents + line.netCents(), vatCents + line.vatCents());
        }
    }

    /** @throws IllegalArgumentException for a line of other libraries */
    public static Netting of(UUID one, UUID other, Collection<OpenBookLine> lines) {
        Side ours = new Side(0, 0, 0, 0);
        Side theirs = ours;
        for (OpenBookLine line : lines) {
            if (line.lenderId().equals(one) && line.borrowerId().equals(other)) {
                ours = ours.plus(line);
            } else if (line.lenderId().equals(other) && line.borrowerId().equals(one)) {
                theirs = theirs.plus(line);
            } else {
                throw new IllegalArgumentException("A line of other libraries");
            }
        }
        return new Netting(one, other, ours, theirs);
    }

    /** What the other pays the one; below zero when it is the other way round. */
    public long balanceCents() {
        return ours.totalCents() - theirs.totalCents();
    }

    /** Minutes that the one gave more than it took. */
    public int balanceMinutes() {
        return ours.minutes() - theirs.minutes();
    }

    /** Who pays; null where nobody does. */
    public UUID payerId() {
        return balanceCents() == 0 ? null : balanceCents() > 0 ? otherId : oneId;
    }

    /** Who gets the money; null where nobody does. */
    public UUID payeeId() {
        return balanceCents() == 0 ? null : balanceCents() > 0 ? oneId : otherId;
    }

    /** The same, seen from the other side. */
    public Netting turned() {
        return new Netting(otherId, oneId, theirs, ours);
    }
}
