package nl.vliegwiel.flexpool.domain.weekplan;

import java.util.UUID;
import nl.vliegwiel.flexpool.domain.ranking.ShiftDemand;

/**
 * One free place in a shift; a shift that asks for three people has three.
 *
 * @param priority how many times it counts when it is covered, from the urgency of its request
 */
public record Seat(UUID shiftId, ShiftDemand demand, int priority) {
}
