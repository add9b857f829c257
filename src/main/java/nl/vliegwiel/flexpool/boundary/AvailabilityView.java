package nl.vliegwiel.flexpool.boundary;

import java.util.List;
import nl.vliegwiel.flexpool.domain.AvailabilityOverride;
import nl.vliegwiel.flexpool.domain.WeeklyPattern;

/** Somebody's week and its exceptions in the order of time; version 0 as long as nothing was saved. */
public record AvailabilityView(int version, WeeklyPattern week, List<AvailabilityOverride> overrides) {
}
