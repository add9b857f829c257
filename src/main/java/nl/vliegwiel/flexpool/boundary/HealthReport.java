package nl.vliegwiel.flexpool.boundary;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

/**
 * How the pool did in some months. Where fewer than five placements stand behind a figure it is left out, so that nobody is
 * recognised; the sums of a region or the network hold them.
 *
 * @param scope of what: a library, a region or all
 * @param id of the library or POI; null for the network
 * @param from first day of the first month
 * @param until last day of the last month
 * @param sum of all months
 * @param balances libraries of a region or the network; the counterparts of one library
 * @param flows who helped whom, most hours first
 * @param spots where the libraries are
 * @param asOf when the figures were made; null for not yet
 */
public record HealthReport(Scope scope, UUID id, String name, UUID libraryId, String library, UUID poiId, String poi, LocalDate from, LocalDate until, Figures sum,
        List<Month> months, List<Balance> balances, List<Flow> flows, List<Spot> spots, Instant asOf) {
    /** Fewer than this are nobody's business. */
    public static final int SMALLEST = 5;

    public enum Scope {
        LIBRARY, REGION, NETWORK
    }

    /**
     * Figures; null where there are too few behind them.
     *
     * @param meanFillMinutes from publishing to the third yes
     * @param late seats that were asked less than a week before
     * @param plannerMinutes of whole libraries, from the audit
     * @param roadMetres there and back, per loan
     */
    public record Figures(int requests, int seats, int filled, Integer fillPercent, Integer meanFillMinutes, Integer withinDay, Integer withinThree, Integer withinWeek, Integer later,
            int late, Integer latePercent, int plannerMinutes, Integer plannerMinutesPerSeat, int lent, Integer roadMetres, int givenMinutes, int takenMinutes) {
    }

    public record Month(LocalDate month, Figures figures) {
    }

    /** Hours of a library; null where there are too few behind them. */
    public record Balance(UUID id, String name, Integer fillPercent, Integer givenMinutes, Integer takenMinutes) {
    }

    public record Flow(UUID lenderId, String lender, UUID borrowerId, String borrower, int placements, int minutes) {
    }

    /** Kilometres of the Dutch grid; without id one of the places that draw the country. */
    public record Spot(UUID id, String name, double xKm, double yKm) {
    }
}
