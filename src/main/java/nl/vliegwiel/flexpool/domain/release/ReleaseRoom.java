package nl.vliegwiel.flexpool.domain.release;

import java.time.LocalDate;

/**
 * What a lender sees of its own agreements while it decides about one loan. It goes by them or against them; against
 * them it says why.
 *
 * @param monday of the week in which the loan begins
 * @param budgetMinutes null for no budget
 * @param releasedMinutes definite in that week, without this loan
 * @param minutes net, of this loan
 * @param blackout on its days; null for none
 */
public record ReleaseRoom(LocalDate monday, Integer budgetMinutes, int releasedMinutes, int minutes, Blackout blackout) {
    /** What is left before this loan. */
    public Integer leftMinutes() {
        return budgetMinutes == null ? null : Integer.valueOf(Math.max(0, budgetMinutes - releasedMinutes));
    }

    public boolean isBeyondBudget() {
        return budgetMinutes != null && releasedMinutes + minutes > budgetMinutes;
    }

    /** Whether a yes needs a reason. */
    public boolean isBeyond() {
        return isBeyondBudget() || blackout != null;
    }
}
