package nl.vliegwiel.flexpool.boundary;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import nl.vliegwiel.flexpool.domain.hours.HoursState;
import nl.vliegwiel.flexpool.domain.hours.HoursStep;
import nl.vliegwiel.flexpool.domain.hours.WorkedHours;

/**
 * The hours of one placement as all three parties read them (R12).
 *
 * @param version 0 as long as nothing was entered
 * @param planned the shift as it was agreed, with the travel that is proposed
 * @param hours what counts now; the planned ones as long as nothing was entered
 * @param approvedEntry number of the entry that both employers agreed to last; null for none
 * @param entries all that was ever entered, oldest first
 * @param mine what the reader can do now
 */
public record HoursSheet(UUID placementId, int version, String title, UUID employeeId, String employee, UUID lenderId, String lender, UUID borrowerId,
        String borrower, String branch, String place, WorkedHours planned, HoursState state, int entry, WorkedHours hours, Integer approvedEntry,
        List<Entry> entries, List<Step> steps, Mine mine) {
    /**
     * @param byAnother somebody entered them on her behalf
     * @param replaced a later entry took its place
     */
    public record Entry(int number, WorkedHours hours, String reason, UUID personId, String name, Instant at, boolean byAnother, boolean replaced) {
    }

    /** Somebody's decision about an entry. */
    public record Step(int entry, HoursStep step, UUID personId, String name, Instant at, String reason) {
    }

    /** @param herself the reader is the employee */
    public record Mine(boolean herself, boolean mayEnter, boolean maySubmit, boolean mayConfirm, boolean mayApprove, boolean mayReject, boolean mayCorrect) {
    }

    /** The last decision about the present entry; null for none. */
    public Step last(HoursStep step) {
        return steps.stream().filter(one -> one.entry() == entry && one.step() == step).reduce((first, second) -> second).orElse(null);
    }

    /** Why it came back; null unless it did. */
    public Step rejected() {
        return state == HoursState.REJECTED ? last(HoursStep.REJECTED) : null;
    }
}
