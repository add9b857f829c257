package nl.vliegwiel.flexpool.boundary;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.TemporalAdjusters;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import nl.vliegwiel.flexpool.domain.Placement;
import nl.vliegwiel.flexpool.domain.release.Beforehand;
import nl.vliegwiel.flexpool.domain.release.Blackout;
import nl.vliegwiel.flexpool.domain.release.ReleaseRoom;
import nl.vliegwiel.flexpool.domain.release.StandingRelease;
import nl.vliegwiel.flexpool.persistence.PlacementQueries;
import nl.vliegwiel.flexpool.persistence.PlacementQueries.Row;
import nl.vliegwiel.flexpool.persistence.ReleaseQueries;
import nl.vliegwiel.platform.time.Period;
import nl.vliegwiel.platform.time.Zones;

/** What a lender's agreements say about one loan, and whether it said yes to it beforehand (R1, R13). */
@ApplicationScoped
class ReleaseRooms {
    @Inject
    private ReleaseQueries queries;

    @Inject
    private PlacementQueries placements;

    @Inject
    private Clock clock;

    /** @return empty for own people of the borrower and where nothing was agreed */
    Optional<ReleaseRoom> room(Row row) {
        return room(row.lenderId(), row.borrowerId(), row.period(), minutes(row.period(), row.breakMinutes()), row.id());
    }

    /** The same under the lender's lock, for who is about to give away a part of its week. */
    Optional<ReleaseRoom> lockedRoom(Row row) {
        queries.lock(row.lenderId());
        return room(row);
    }

    private Optional<ReleaseRoom> room(UUID lenderId, UUID borrowerId, Period period, int minutes, UUID except) {
        if (lenderId.equals(borrowerId)) {
            return Optional.empty();
        }
        return queries.figures(lenderId).map(figures -> {
            LocalDate day = day(period);
            Blackout blackout = queries.blackouts(lenderId, day).stream().filter(one -> one.touches(period)).findFirst().orElse(null);
            LocalDate monday = monday(day);
            int released = figures.minutesPerWeek() == null ? 0 : queries.released(lenderId, monday, except);
            return new ReleaseRoom(monday, figures.minutesPerWeek(), released, minutes, blackout);
        }).filter(room -> room.budgetMinutes() != null || room.blackout() != null);
    }

    /**
     * The lender's yes under a standing release, if one covers this loan and nothing speaks against it: no black-out, room
     * in the week of the lender and in that of the release. Who asks has checked working time. Locks the lender's week.
     */
    Optional<Beforehand> standing(Placement placement) {
        if (placement.lenderId().equals(placement.borrowerId()) || !queries.lock(placement.lenderId())) {
            return Optional.empty();
        }
        Instant now = clock.instant();
        int minutes = minutes(placement.period(), placement.breakMinutes());
        LocalDate day = day(placement.period());
        if (room(placement.lenderId(), placement.borrowerId(), placement.period(), minutes, placement.id()).filter(ReleaseRoom::isBeyond).isPresent()) {
            return Optional.empty();
        }
        StandingRelease.Loan loan = new StandingRelease.Loan(placement.lenderId(), placement.borrowerId(), queries.region(placement.borrowerId()).orElse(null),
            placement.employeeId(), placement.period(), minutes);
        List<StandingRelease> given = queries.standingOn(placement.lenderId(), day);
        return given.stream().filter(one -> one.covers(loan, now) && !one.givenBy().equals(placement.employeeId()))
            .filter(one -> queries.releasedUnder(one.id(), monday(day)) + minutes <= one.minutesPerWeek())
            .findFirst().map(Beforehand::standing);
    }

    /** The borrower's yes, where it switched instant booking on for this favourite. */
    Optional<Beforehand> instant(Placement placement) {
        return queries.instant(placement.borrowerId(), placement.employeeId())
            .map(one -> Beforehand.instant(one.favouriteId(), one.by(), one.at()));
    }

    /** Never more people than asked, and nobody in two places; asked under the locks of the shift and the person. */
    boolean hasRoom(Placement placement) {
        return placements.filled(placement.shiftId()) < placements.headcount(placement.shiftId())
            && !placements.isBound(placement.employeeId(), placement.period(), placement.id());
    }

    private static int minutes(Period period, int breakMinutes) {
        return Math.toIntExact(period.minutes()) - breakMinutes;
    }

    private static LocalDate day(Period period) {
        return period.start().atZone(Zones.AMSTERDAM).toLocalDate();
    }

    static LocalDate monday(LocalDate day) {
        return day.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
    }
}
