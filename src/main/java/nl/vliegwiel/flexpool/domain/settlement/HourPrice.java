package nl.vliegwiel.flexpool.domain.settlement;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import nl.vliegwiel.platform.rule.Violation;

/**
 * What an hour of somebody of a library costs, in a stretch of days (R2, R6).
 *
 * @param scale salary scale; null for everybody without a price of her own scale
 * @param chargedCents what a borrower pays
 * @param wageCents gross wage
 * @param chargesCents of the employer
 * @param adminCents administration that is really made
 * @param from first day
 * @param until first day on which it no longer holds; null as long as no end is known
 * @param demo invented for the demonstration
 */
public record HourPrice(String scale, int chargedCents, int wageCents, int chargesCents, int adminCents, LocalDate from, LocalDate until, boolean demo) {
    /** No hour of library work costs more than this; a larger figure is a slip of the hand. */
    public static final int MOST_CENTS = 50_000;

    public int costPriceCents() {
        return wageCents + chargesCents + adminCents;
    }

    public boolean holdsOn(LocalDate day) {
        return !day.isBefore(from) && (until == null || day.isBefore(until));
    }

    /**
     * Faults that stop the save.
     *
     * @return {@code rate.amount.range} per part, {@code rate.wage.missing}, {@code rate.margin} (charged, cost price) where more
     *         than the cost is charged (R2), {@code rate.until.afterFrom}; empty when all is well
     */
    public List<Violation> check() {
        List<Violation> faults = new ArrayList<>();
        range("wageCents", wageCents, faults);
        range("chargesCents", chargesCents, faults);
        range("adminCents", adminCents, faults);
        range("chargedCents", chargedCents, faults);
        if (!faults.isEmpty()) {
            return faults;
        }
        if (wageCents == 0) {
            faults.add(Violation.of("wageCents", "rate.wage.missing"));
        }
        if (chargedCents > costPriceCents()) {
            faults.add(Violation.of("chargedCents", "rate.margin", chargedCents / 100.0, costPriceCents() / 100.0));
        }
        if (until != null && !until.isAfter(from)) {
            faults.add(Violation.of("validTo", "rate.until.afterFrom"));
        }
        return faults;
    }

    private static void range(String field, int cents, List<Violation> faults) {
        if (cents < 0 || cents > MOST_CENTS) {
            faults.add(Violation.of(field, "rate.amount.range", MOST_CENTS / 100));
        }
    }
}
