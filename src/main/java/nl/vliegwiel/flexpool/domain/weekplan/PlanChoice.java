package nl.vliegwiel.flexpool.domain.weekplan;

import java.util.UUID;

/** What a planner decided about a person and a shift before a plan is made. */
public record PlanChoice(UUID shiftId, UUID personId, Kind kind) {
    /** Surely, or surely not. */
    public enum Kind {
        PIN, FORBID
    }
}
