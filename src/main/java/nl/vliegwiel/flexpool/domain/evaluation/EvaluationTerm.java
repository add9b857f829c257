package nl.vliegwiel.flexpool.domain.evaluation;

import java.time.Instant;
import nl.vliegwiel.platform.time.Zones;

/**
 * When a placement can be evaluated. Both libraries need the consent of those who represent their staff, recorded before
 * the placement ended (R9); then there are three weeks, after which it ends by itself.
 *
 * @param ends of the placement
 * @param lenderSince when the lender recorded the consent that holds now; null for none
 * @param borrowerSince likewise for the borrower
 */
public record EvaluationTerm(Instant ends, Instant lenderSince, Instant borrowerSince) {
    public static final int DAYS = 21;

    /** Both libraries have it switched on now. */
    public boolean isOn() {
        return lenderSince != null && borrowerSince != null;
    }

    /** It is on, and was so before the placement ended: nobody is asked about what she did before. */
    public boolean isAsked() {
        return isOn() && !lenderSince.isAfter(ends) && !borrowerSince.isAfter(ends);
    }

    /** From then on nobody writes any more, and what one side wrote is read by the other. */
    public Instant until() {
        return ends.atZone(Zones.AMSTERDAM).plusDays(DAYS).toInstant();
    }

    public boolean hasBegun(Instant now) {
        return !now.isBefore(ends);
    }

    public boolean isOver(Instant now) {
        return !now.isBefore(until());
    }

    public boolean mayWrite(Instant now) {
        return isAsked() && hasBegun(now) && !isOver(now);
    }
}
