package nl.vliegwiel.flexpool.domain.release;

import java.time.LocalDate;
import java.util.List;

/**
 * What one week asks of a lender.
 *
 * @param budgetMinutes null for no budget
 * @param releasedMinutes net minutes of definite loans that begin in it
 * @param askedMinutes net minutes that still wait for the lender
 * @param blackouts that touch it
 */
public record ReleaseWeek(LocalDate monday, Integer budgetMinutes, int releasedMinutes, int askedMinutes, List<Blackout> blackouts) {
    public ReleaseWeek {
        blackouts = List.copyOf(blackouts);
    }

    public LocalDate sunday() {
        return monday.plusDays(6);
    }

    /** What may still be given; below 0 when more was given; null without a budget. */
    public Integer leftMinutes() {
        return budgetMinutes == null ? null : Integer.valueOf(budgetMinutes - releasedMinutes);
    }

    public boolean isOver() {
        return budgetMinutes != null && releasedMinutes > budgetMinutes;
    }
}
