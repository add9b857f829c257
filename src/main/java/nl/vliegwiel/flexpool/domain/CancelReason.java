package nl.vliegwiel.flexpool.domain;

import java.util.Arrays;
import java.util.List;

/**
 * Why a party says no or ends a loan. Closed and neutral: nothing here tells of anybody's health (R8), and "not
 * given" is always enough (R11).
 */
public enum CancelReason {
    /** Something else was planned for this time. */
    PLANNING_CHANGED,
    /** The work is not needed any more. */
    NEED_ENDED,
    /** The hours are needed at the own library. */
    NEEDED_AT_HOME,
    /** Time or place do not fit. */
    TIME_OR_PLACE,
    /** The work does not fit what somebody can or wants to learn. */
    TASK_DOES_NOT_FIT,
    /** The terms of the agreement do not suit. */
    TERMS,
    /** Changed places with a colleague; follows from a swap and is never chosen. */
    SWAPPED,
    /** Another person was found. */
    FILLED_OTHERWISE,
    /** No reason given. */
    NOT_GIVEN;

    /** What people choose from. */
    public static List<CancelReason> choices() {
        return Arrays.stream(values()).filter(reason -> reason != SWAPPED).toList();
    }
}
