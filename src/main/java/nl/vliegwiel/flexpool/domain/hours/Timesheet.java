package nl.vliegwiel.flexpool.domain.hours;

import java.time.Instant;
import nl.vliegwiel.platform.rule.Conflict;

/**
 * The hours of one placement, from what was planned to what both employers agreed to (R12).
 *
 * The employee enters and submits, the borrower confirms, the lender approves; either of the two sends back. What is
 * approved is locked: a correction is a new entry that goes the same way, and the approved one holds until then.
 *
 * @param version raised by each change; 0 as long as nothing was entered
 * @param entry number of the entry that counts now; 0 for none
 * @param hours of that entry, or what is proposed
 * @param approvedEntry the entry that both employers agreed to last; null for none
 */
public record Timesheet(int version, HoursState state, int entry, WorkedHours hours, Integer approvedEntry) {
    /** Nothing entered yet. */
    public static Timesheet proposed(WorkedHours planned) {
        return new Timesheet(0, HoursState.OPEN, 0, planned, null);
    }

    /**
     * Other hours, as long as no employer agreed to them. The same hours again change nothing.
     *
     * @throws Conflict {@code hours.locked} once the borrower confirmed; then a correction is the way
     */
    public Timesheet enter(WorkedHours other) {
        if (state == HoursState.CONFIRMED || state == HoursState.APPROVED) {
            throw new Conflict("hours.locked", state);
        }
        return state != HoursState.OPEN && other.equals(hours) ? this : new Timesheet(version + 1, HoursState.ENTERED, entry + 1, other, approvedEntry);
    }

    /**
     * They are right, says the employee; without an entry of her own, the planned shift was.
     *
     * @throws Conflict {@code hours.state.notNow}; {@code hours.notOver} while the work goes on
     */
    public Timesheet submit(Instant now) {
        if (!state.isHers()) {
            throw new Conflict("hours.state.notNow", state);
        }
        requireOver(hours, now);
        return new Timesheet(version + 1, HoursState.SUBMITTED, Math.max(1, entry), hours, approvedEntry);
    }

    /** @throws Conflict {@code hours.state.notNow} */
    public Timesheet confirm() {
        return from(HoursState.SUBMITTED, HoursState.CONFIRMED, approvedEntry);
    }

    /** @throws Conflict {@code hours.state.notNow} */
    public Timesheet approve() {
        return from(HoursState.CONFIRMED, HoursState.APPROVED, entry);
    }

    /**
     * The employer whose turn it is sends them back.
     *
     * @throws Conflict {@code hours.state.notNow} when it is neither employer's turn
     */
    public Timesheet reject() {
        if (!isWithEmployers()) {
            throw new Conflict("hours.state.notNow", state);
        }
        return new Timesheet(version + 1, HoursState.REJECTED, entry, hours, approvedEntry);
    }

    /**
     * Other hours after the lock: a new entry, submitted at once.
     *
     * @throws Conflict {@code hours.notLocked} when they can simply be changed; {@code hours.same} when nothing would change;
     *         {@code hours.notOver}
     */
    public Timesheet correct(WorkedHours other, Instant now) {
        if (state != HoursState.APPROVED) {
            throw new Conflict("hours.notLocked", state);
        }
        if (other.equals(hours)) {
            throw new Conflict("hours.same");
        }
        requireOver(other, now);
        return new Timesheet(version + 1, HoursState.SUBMITTED, entry + 1, other, approvedEntry);
    }

    /** One of the employers decides now. */
    public boolean isWithEmployers() {
        return state == HoursState.SUBMITTED || state == HoursState.CONFIRMED;
    }

    private Timesheet from(HoursState now, HoursState next, Integer approved) {
        if (state != now) {
            throw new Conflict("hours.state.notNow", state);
        }
        return new Timesheet(version + 1, next, entry, hours, approved);
    }

    private static void requireOver(WorkedHours hours, Instant now) {
        if (hours.end().isAfter(now)) {
            throw new Conflict("hours.notOver", hours.end());
        }
    }
}
