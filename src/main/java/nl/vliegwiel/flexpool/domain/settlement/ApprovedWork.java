package nl.vliegwiel.flexpool.domain.settlement;

import java.time.LocalDate;
import java.util.UUID;
import nl.vliegwiel.flexpool.domain.agreement.VatGround;
import nl.vliegwiel.flexpool.domain.hours.WorkedHours;
import nl.vliegwiel.platform.time.Zones;

/**
 * Hours that both employers agreed to and that are not settled yet.
 *
 * @param entry number of the entry they agreed to
 * @param agreedHourCents what three parties said yes to; null where no price was known then
 * @param roadMetres there and back
 * @param scale of the employee at the lender; null for none
 * @param before what was settled for this placement already; null for nothing
 */
public record ApprovedWork(UUID placementId, int entry, UUID lenderId, UUID borrowerId, WorkedHours hours, Integer agreedHourCents, int roadMetres,
        VatGround vatGround, String scale, Settled before) {
    /** Sums of the lines that were sent. */
    public record Settled(int minutes, long workCents, int irregularMinutes, long irregularCents, int roadMetres, long travelCents) {
    }

    /** The day on which the work began: its rates hold for all of it. */
    public LocalDate day() {
        return hours.start().atZone(Zones.AMSTERDAM).toLocalDate();
    }
}
