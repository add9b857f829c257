package nl.vliegwiel.flexpool.domain;

import java.time.Instant;
import java.util.EnumSet;
import java.util.Set;
import nl.vliegwiel.platform.rule.Conflict;

/** Life of a placement. Never deleted, only changed in state (R15). */
public enum PlacementState {
    /** The employee asked for it. */
    APPLIED,
    /** The borrower asked for the employee, or the agreement changed and waits for new consents. */
    PROPOSED,
    /** The employee would come if nobody else does; seen by planners only, never called up automatically late (R13). */
    STANDBY,
    /** Three yeses to one text: definite (R1). */
    CONFIRMED,
    /** Definite and begun; follows from the clock, see {@link #at}. */
    RUNNING,
    /** Both employers agree on the hours (R12). */
    HOURS_CLOSED,
    /** Paid or netted. */
    SETTLED,
    /** A party said no. */
    DECLINED,
    /** The employee took it back before it was definite. */
    WITHDRAWN,
    /** Ended by a party, or its request ended. */
    CANCELLED,
    /** The employee did not come. */
    NO_SHOW;

    private static final Set<PlacementState> OPEN = EnumSet.of(APPLIED, PROPOSED, STANDBY);
    private static final Set<PlacementState> BOOKED = EnumSet.of(CONFIRMED, RUNNING, HOURS_CLOSED, SETTLED);

    /** The states that may follow this one. */
    public Set<PlacementState> next() {
        return switch (this) {
            case APPLIED, PROPOSED -> EnumSet.of(STANDBY, CONFIRMED, DECLINED, WITHDRAWN, CANCELLED);
            case STANDBY -> EnumSet.of(APPLIED, PROPOSED, DECLINED, WITHDRAWN, CANCELLED);
            case CONFIRMED -> EnumSet.of(PROPOSED, RUNNING, CANCELLED, NO_SHOW);
            case RUNNING -> EnumSet.of(HOURS_CLOSED, CANCELLED, NO_SHOW);
            case HOURS_CLOSED -> EnumSet.of(SETTLED);
            case SETTLED, DECLINED, WITHDRAWN, CANCELLED, NO_SHOW -> EnumSet.noneOf(PlacementState.class);
        };
    }

    public boolean mayBecome(PlacementState other) {
        return next().contains(other);
    }

    /** @throws Conflict {@code placement.state.notNow} (args: this state, the wanted state) */
    public PlacementState become(PlacementState other) {
        if (!mayBecome(other)) {
            throw new Conflict("placement.state.notNow", this, other);
        }
        return other;
    }

    /**
     * What it is called at a moment: definite work runs from its start on. The clock says so, no row does.
     *
     * @param start of the work
     */
    public PlacementState at(Instant now, Instant start) {
        return this == CONFIRMED && !now.isBefore(start) ? RUNNING : this;
    }

    /** Waits for a decision; does not keep anybody from other work. */
    public boolean isOpen() {
        return OPEN.contains(this);
    }

    /** A decision can be given now. A standby has to be called up first. */
    public boolean takesConsent() {
        return this == APPLIED || this == PROPOSED;
    }

    /** Holds the person's time: two of these never overlap, and they count for the working-time check. */
    public boolean isBooked() {
        return BOOKED.contains(this);
    }

    public boolean isFinal() {
        return next().isEmpty();
    }

    /**
     * Where a party's "stop this" leads: the employee withdraws what is not definite yet, everything else is
     * cancelled.
     *
     * @throws Conflict {@code placement.state.notNow} when it is too late
     */
    public PlacementState stoppedBy(Party party) {
        return become(isOpen() && party == Party.EMPLOYEE ? WITHDRAWN : CANCELLED);
    }
}
