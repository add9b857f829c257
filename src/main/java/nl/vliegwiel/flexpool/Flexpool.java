package nl.vliegwiel.flexpool;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import nl.vliegwiel.flexpool.domain.PatternSentence;
import nl.vliegwiel.flexpool.domain.reach.Pace;
import nl.vliegwiel.flexpool.persistence.OverviewQueries;
import nl.vliegwiel.flexpool.persistence.SettlementQueries;
import nl.vliegwiel.platform.time.Period;

/**
 * What the flexpool tells other features. It asks nobody's rights: who calls passes only people and libraries
 * of which the reader may see this.
 */
@ApplicationScoped
public class Flexpool {
    /** Work that is nearer than this is told of at once. */
    public static final Duration LAST_MINUTE = Pace.LAST_MINUTE;

    @Inject
    private OverviewQueries queries;

    @Inject
    private SettlementQueries settlements;

    /**
     * A placement as a message or a list names it; without the employee's name (R10).
     *
     * @param title of the request
     * @param borrower name of the library that asks
     * @param lender name of the library that lends
     * @param place where the work is
     * @param state name of its state
     * @param agreed parties that said yes to the present text: EMPLOYEE, LENDER, BORROWER
     */
    public record PlacementInBrief(UUID id, UUID requestId, String title, UUID borrowerId, String borrower, UUID lenderId, String lender,
            UUID employeeId, String place, Instant startsAt, Instant endsAt, String state, Set<String> agreed) {
        /** It waits for consents. */
        public boolean isWaiting() {
            return "APPLIED".equals(state) || "PROPOSED".equals(state);
        }

        public boolean isDefinite() {
            return "CONFIRMED".equals(state) || "RUNNING".equals(state);
        }
    }

    /**
     * An open request and how far it is.
     *
     * @param firstStart of the first shift still to come; null when there is none
     * @param seats people asked for in all shifts
     * @param filled definite placements
     * @param waiting placements that wait for a consent
     */
    public record RequestInBrief(UUID id, String title, String status, String library, String place, Instant firstStart, Instant deadline,
            int seats, int filled, int waiting) {
        /** For the plural of the text beside the figure. */
        public int getOpen() {
            return Math.max(0, seats - filled);
        }
    }

    /**
     * A request that looks for people now.
     *
     * @param deadline null for none
     * @param shifts those asked about that still have room, the earliest first
     */
    public record OpenCall(UUID requestId, String title, String library, String place, Instant deadline, List<Period> shifts) {
        public OpenCall {
            shifts = List.copyOf(shifts);
        }
    }

    /** Somebody who works elsewhere. */
    public record Away(UUID placementId, String employee, String borrower, String place, Instant startsAt, Instant endsAt) {
    }

    /**
     * A shift for which people are missing.
     *
     * @param missing how many
     */
    public record Unfilled(UUID requestId, String title, String library, String place, Instant startsAt, Instant endsAt, int missing) {
    }

    /** What a library lent and borrowed, in net minutes. */
    public record GiveAndTake(UUID libraryId, String library, long lentMinutes, long borrowedMinutes) {
        public long balanceMinutes() {
            return lentMinutes - borrowedMinutes;
        }
    }

    /**
     * How somebody stands in the pool.
     *
     * @param participating takes part now
     * @param week her weekly availability in a sentence
     * @param maxMinutesPerWeek that she offers
     * @param changedAt when she last looked after it
     */
    public record PoolInBrief(boolean participating, String week, int maxMinutesPerWeek, Instant changedAt) {
    }

    /**
     * A settlement of two libraries as a message names it; without amounts.
     *
     * @param quarter such as 2027Q1
     * @param names of the two libraries by id
     */
    public record SettlementInBrief(UUID id, String quarter, Map<UUID, String> names) {
    }

    public Optional<SettlementInBrief> settlement(UUID id) {
        return settlements.head(id).map(head -> new SettlementInBrief(id, head.quarter().name(), settlements.names(Set.of(head.oneId(), head.otherId()))));
    }

    /** Placements by their ids, by start; those that are not there are left out. */
    public List<PlacementInBrief> placements(Collection<UUID> ids) {
        return ids.isEmpty() ? List.of() : queries.placements(ids);
    }

    /** Definite loans that begin between two moments and have not begun, by start. */
    public List<PlacementInBrief> definiteBetween(Instant from, Instant to) {
        return queries.definiteBetween(from, to);
    }

    /** @return empty once the request is over or none of these shifts has room */
    public Optional<OpenCall> openCall(UUID requestId, Collection<UUID> shiftIds, Instant now) {
        return queries.openCall(requestId, shiftIds, now);
    }

    /** Definite work of an employee that has not ended, by start. */
    public List<PlacementInBrief> nextWorkOf(UUID employeeId, Instant now, int most) {
        return queries.nextWork(employeeId, now, most);
    }

    /** @return empty for somebody who never said whether she takes part */
    public Optional<PoolInBrief> poolOf(UUID employeeId, Locale language) {
        return queries.pool(employeeId).map(member -> new PoolInBrief(member.participating(), new PatternSentence(language).of(member.week()),
            member.maxMinutesPerWeek(), member.changedAt()));
    }

    /** Drafts and published requests of libraries whose last shift has not begun, the soonest first. */
    public List<RequestInBrief> openRequests(Set<UUID> libraries, Instant now, int most) {
        return libraries.isEmpty() ? List.of() : queries.openRequests(libraries, now, most);
    }

    /** People of these libraries who work elsewhere in a stretch of time. */
    public List<Away> away(Set<UUID> libraries, Instant from, Instant to, int most) {
        return libraries.isEmpty() ? List.of() : queries.away(libraries, from, to, most);
    }

    /** Shifts of published requests of these libraries that lack people, by start. */
    public List<Unfilled> unfilled(Set<UUID> libraries, Instant from, Instant to, int most) {
        return libraries.isEmpty() ? List.of() : queries.unfilled(libraries, from, to, most);
    }

    /** Definite loans of each of these libraries since a moment, by name. */
    public List<GiveAndTake> giveAndTake(Set<UUID> libraries, Instant since) {
        return libraries.isEmpty() ? List.of() : queries.giveAndTake(libraries, since);
    }
}
