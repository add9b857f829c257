package nl.vliegwiel.flexpool.boundary;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import nl.vliegwiel.flexpool.domain.worktime.Finding;
import nl.vliegwiel.flexpool.domain.worktime.HomeHours;
import nl.vliegwiel.flexpool.domain.worktime.Work;
import nl.vliegwiel.flexpool.domain.worktime.WorkRecord;
import nl.vliegwiel.flexpool.domain.worktime.WorkingTimeCheck;
import nl.vliegwiel.flexpool.domain.worktime.WorkingTimeLimits;
import nl.vliegwiel.flexpool.persistence.WorkingTimeQueries;
import nl.vliegwiel.flexpool.persistence.WorkingTimeQueries.Booked;
import nl.vliegwiel.organisation.TravelTime;
import nl.vliegwiel.platform.time.Period;

/** Holds work that is asked against all definite work of the person, at whatever library (R5). */
@ApplicationScoped
class WorkingTime {
    @Inject
    private WorkingTimeQueries queries;

    /**
     * Work that is asked of somebody.
     *
     * @param placementId its own placement, which does not count as other work; null for none yet
     * @param givesUp placement that she would give up for it by a swap, which does not count then; null for none
     * @param ownLibrary true where she would work more at her own library, so that it comes on top of her contract
     */
    record Asked(UUID placementId, UUID givesUp, UUID employeeId, Period period, int breakMinutes, UUID branchId, double xKm, double yKm, int contractMinutes,
            int offeredMinutes, boolean ownLibrary) {
    }

    /** @return the findings of each, in its order; two queries for all of them together */
    List<List<Finding>> findings(List<Asked> asked) {
        if (asked.isEmpty()) {
            return List.of();
        }
        WorkingTimeLimits limits = queries.limits();
        Map<UUID, List<Booked>> booked = booked(asked);
        WorkingTimeCheck check = new WorkingTimeCheck(limits);
        return asked.stream().map(one -> check.check(record(one, booked.getOrDefault(one.employeeId(), List.of())))).toList();
    }

    /** Name of the set of limits that holds on a day (R6). */
    String limitsVersion(LocalDate day) {
        return queries.limits().versionOn(day);
    }

    private Map<UUID, List<Booked>> booked(Collection<Asked> asked) {
        Instant from = asked.stream().map(one -> WorkingTimeCheck.earliestThatMatters(one.period().start())).min(Instant::compareTo).orElseThrow();
        Instant to = asked.stream().map(one -> WorkingTimeCheck.latestThatMatters(one.period().end())).max(Instant::compareTo).orElseThrow();
        return new HashMap<>(queries.booked(asked.stream().map(Asked::employeeId).distinct().toList(), from, to));
    }

    private static WorkRecord record(Asked one, List<Booked> booked) {
        Instant from = WorkingTimeCheck.earliestThatMatters(one.period().start());
        Instant to = WorkingTimeCheck.latestThatMatters(one.period().end());
        List<Work> others = booked.stream()
            .filter(work -> !work.placementId().equals(one.placementId()) && !work.placementId().equals(one.givesUp()))
            .filter(work -> work.period().start().isBefore(to) && work.period().end().isAfter(from))
            .map(work -> Work.loan(work.period(), work.breakMinutes()).withTravel(travel(one, work)))
            .toList();
        HomeHours home = one.ownLibrary() ? HomeHours.onTop(one.contractMinutes()) : HomeHours.assumed(one.contractMinutes());
        // The week of the Arbeidstijdenwet begins on Sunday
        return new WorkRecord(Work.loan(one.period(), one.breakMinutes()), others, home, one.offeredMinutes(), DayOfWeek.SUNDAY);
    }

    private static int travel(Asked one, Booked other) {
        return other.branchId().equals(one.branchId()) ? 0
            : TravelTime.minutes((int) Math.round(1000 * Math.hypot(one.xKm() - other.xKm(), one.yKm() - other.yKm())));
    }
}
