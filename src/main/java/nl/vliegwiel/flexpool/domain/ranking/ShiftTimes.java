package nl.vliegwiel.flexpool.domain.ranking;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import nl.vliegwiel.flexpool.domain.worktime.WorkingTimeCheck;
import nl.vliegwiel.platform.time.Period;
import nl.vliegwiel.platform.time.Zones;

/** The times of a shift in every form that a filter compares with, reckoned once for all members. */
final class ShiftTimes {
    final ShiftDemand demand;
    final long from;
    final long to;
    final int[] wall;
    final LocalDate firstDay;
    final LocalDate lastDay;
    final Period week;
    final Instant twelveWeeksBefore;
    final Instant earliest;
    final Instant latest;
    final Instant dayBefore;
    final Instant dayAfter;

    ShiftTimes(ShiftDemand demand) {
        this.demand = demand;
        Period shift = demand.shift();
        this.from = WallMinutes.micros(shift.start());
        this.to = WallMinutes.micros(shift.end());
        this.wall = WallMinutes.of(from, to);
        this.firstDay = demand.firstDay();
        this.lastDay = demand.lastDay();
        this.week = demand.week();
        this.twelveWeeksBefore = shift.start().atZone(Zones.AMSTERDAM).minusWeeks(12).toInstant();
        this.earliest = WorkingTimeCheck.earliestThatMatters(shift.start());
        this.latest = WorkingTimeCheck.latestThatMatters(shift.end());
        this.dayBefore = shift.start().minus(Duration.ofDays(1));
        this.dayAfter = shift.end().plus(Duration.ofDays(1));
    }
}
