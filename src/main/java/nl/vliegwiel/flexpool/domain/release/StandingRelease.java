package nl.vliegwiel.flexpool.domain.release;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import nl.vliegwiel.flexpool.domain.ThreeYeses;
import nl.vliegwiel.platform.rule.Violation;
import nl.vliegwiel.platform.time.Period;
import nl.vliegwiel.platform.time.Zones;

/**
 * A yes that a lender gave beforehand (R1): to one library or to a region, for one employee or for all, within limits.
 *
 * @param borrowerId the library it is for; null when it is for a region
 * @param regionId the POI whose libraries it is for; null when it is for one library
 * @param employeeId for whom; null for everybody who works there
 * @param minutesPerWeek net minutes of a week from Monday that it may give
 * @param maxShiftMinutes longest shift, net minutes
 * @param validTo last day, included
 * @param clauseVersion version of the words to which the person said yes
 * @param revokedAt null as long as it holds
 */
public record StandingRelease(UUID id, int version, UUID lenderId, UUID borrowerId, String borrowerName, UUID regionId, String regionName, UUID employeeId,
        String employeeName, int minutesPerWeek, int maxShiftMinutes, LocalDate validFrom, LocalDate validTo, String clauseVersion, UUID givenBy,
        String givenByName, Instant givenAt, String revokedByName, Instant revokedAt) {
    /** Version of the words under "Doorlopend vrijgeven" on the page; other words are another version. */
    public static final String CLAUSES = "1";

    private static final int SHORTEST = 15;
    private static final int LONGEST_SHIFT = 720;
    private static final int MOST_A_WEEK = 600_000;

    /**
     * A loan that might fall under it.
     *
     * @param borrowerRegion POI of the borrower; null for none
     * @param minutes net
     */
    public record Loan(UUID lenderId, UUID borrowerId, UUID borrowerRegion, UUID employeeId, Period period, int minutes) {
        LocalDate day() {
            return period.start().atZone(Zones.AMSTERDAM).toLocalDate();
        }
    }

    /**
     * Whether this yes was meant for the loan. What is left of its week is asked apart.
     *
     * @param now R13: within 48 hours of the start nothing comes about by itself
     */
    public boolean covers(Loan loan, Instant now) {
        boolean whom = borrowerId != null ? borrowerId.equals(loan.borrowerId()) : regionId.equals(loan.borrowerRegion());
        return revokedAt == null && !lenderId.equals(loan.borrowerId()) && lenderId.equals(loan.lenderId()) && whom
            && (employeeId == null || employeeId.equals(loan.employeeId()))
            && !loan.day().isBefore(validFrom) && !loan.day().isAfter(validTo)
            && loan.minutes() <= maxShiftMinutes && ThreeYeses.mayActAutomatically(loan.period().start(), now);
    }

    public boolean isOver(LocalDate today) {
        return revokedAt != null || validTo.isBefore(today);
    }

    /**
     * What somebody wants to give.
     *
     * @param validTo last day, included
     */
    public record Wanted(UUID borrowerId, UUID regionId, UUID employeeId, Integer minutesPerWeek, Integer maxShiftMinutes, LocalDate validFrom, LocalDate validTo) {
        /** @param at prefix of the fields, such as {@code standingReleases[0].} */
        public List<Violation> check(String at, UUID lenderId, LocalDate today) {
            List<Violation> faults = new ArrayList<>();
            if ((borrowerId == null) == (regionId == null)) {
                faults.add(Violation.of(at + "borrowerId", "release.standing.toWhom"));
            }
            if (lenderId.equals(borrowerId)) {
                faults.add(Violation.of(at + "borrowerId", "release.standing.toYourself"));
            }
            if (minutesPerWeek == null || minutesPerWeek < SHORTEST || minutesPerWeek > MOST_A_WEEK) {
                faults.add(Violation.of(at + "minutesPerWeek", "release.standing.minutes"));
            }
            if (maxShiftMinutes == null || maxShiftMinutes < SHORTEST || maxShiftMinutes > LONGEST_SHIFT) {
                faults.add(Violation.of(at + "maxShiftMinutes", "release.standing.shift"));
            }
            if (validFrom == null) {
                faults.add(Violation.of(at + "validFrom", "release.date.missing"));
            }
            if (validTo == null) {
                faults.add(Violation.of(at + "validTo", "release.date.missing"));
            }
            if (validFrom != null && validTo != null) {
                if (!Days.isSane(validFrom)) {
                    faults.add(Violation.of(at + "validFrom", "release.date.range"));
                } else if (validTo.isBefore(validFrom)) {
                    faults.add(Violation.of(at + "validTo", "release.date.endBeforeStart"));
                } else if (validTo.isBefore(today)) {
                    faults.add(Violation.of(at + "validTo", "release.date.past"));
                } else if (Days.isTooLong(validFrom, validTo)) {
                    faults.add(Violation.of(at + "validTo", "release.date.tooLong"));
                }
            }
            return faults;
        }
    }
}
