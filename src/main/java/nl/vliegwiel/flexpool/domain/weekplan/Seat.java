package nl.vliegwiel.flexpool.domain.weekplan;

import java.util.UUID;
import nl.vliegwiel.flexpool.domain.ranking.ShiftDemand;

/** One free place in a shift; a shift that asks for three people has three. */
public record Seat(UUID shiftId, ShiftDemand demand) {
}
