package nl.vliegwiel.flexpool.domain;

/**
 * What happens when nobody comes; said by the library that asks, in the order of weight. A planner covers first what cannot wait.
 * It changes nothing in who may do the work, nor in the order of people for one shift.
 */
public enum Urgency {
    /** The library manages without. */
    NORMAL,
    /** Something does not take place. */
    HIGH,
    /** The branch stays closed. */
    URGENT;

    /** How many times a covered shift counts in a plan: 1, 2 or 3. */
    public int priority() {
        return ordinal() + 1;
    }
}
