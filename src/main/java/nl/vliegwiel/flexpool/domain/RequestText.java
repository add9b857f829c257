package nl.vliegwiel.flexpool.domain;

import java.time.Instant;
import java.util.UUID;

/**
 * What a request says apart from its shifts and skills.
 *
 * @param branchId where the work is
 * @param title 3–120 characters
 * @param description may be empty, at most 4,000 characters
 * @param purpose why
 * @param circles who is reached
 * @param deadline moment until which people may react; null for until the work begins
 * @param urgency what happens when nobody comes
 */
public record RequestText(UUID branchId, String title, String description, Purpose purpose, Circles circles, Instant deadline, Urgency urgency) {
    public static final int SHORTEST_TITLE = 3;
    public static final int LONGEST_TITLE = 120;
    public static final int LONGEST_DESCRIPTION = 4000;

    /** Of a request that is like most. */
    public RequestText(UUID branchId, String title, String description, Purpose purpose, Circles circles, Instant deadline) {
        this(branchId, title, description, purpose, circles, deadline, Urgency.NORMAL);
    }
}
