package nl.vliegwiel.flexpool.boundary;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import nl.vliegwiel.flexpool.domain.settlement.Quarter;
import nl.vliegwiel.flexpool.persistence.SettlementQueries.GiveAndTake;
import nl.vliegwiel.flexpool.persistence.SettlementQueries.OpenSheet;

/**
 * What one library settles in a quarter, with each other library.
 *
 * @param quarters in which there is something, youngest first
 * @param missing work that cannot be priced
 * @param mayKeep the reader may run, send and pay
 */
public record SettlementOverview(UUID libraryId, String library, Quarter quarter, List<Quarter> quarters, List<Counterpart> counterparts, List<Lack> missing,
        boolean mayKeep) {
    /**
     * @param settlements stored ones, oldest first, and last what a run would add; that one has no id
     * @param open work whose hours are not approved yet
     * @param year what was given and taken in the four quarters until and with this one; null for nothing
     */
    public record Counterpart(UUID id, String name, List<SettlementView> settlements, List<Open> open, Year year) {
    }

    /** A sheet that waits, as {@link OpenSheet} has it. */
    public record Open(UUID placementId, Instant start, Instant end, String title, String employee, boolean ours) {
    }

    /** A placement that cannot be priced. @param key of the text that names the rate */
    public record Lack(UUID placementId, String key, String employee, String title, Instant start) {
    }

    /** Hours in minutes, euros in cents without VAT, as {@link GiveAndTake} has it. */
    public record Year(int givenMinutes, int takenMinutes, long givenCents, long takenCents) {
    }
}
