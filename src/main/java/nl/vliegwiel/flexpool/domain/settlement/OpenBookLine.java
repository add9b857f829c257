package nl.vliegwiel.flexpool.domain.settlement;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import nl.vliegwiel.flexpool.domain.agreement.Rate;
import nl.vliegwiel.flexpool.domain.agreement.RateKind;
import nl.vliegwiel.flexpool.domain.agreement.VatGround;

/**
 * The price of one placement, part by part, or the difference that a correction makes to what was settled. Whole cents.
 *
 * @param entry of the sheet that was priced
 * @param correction the amounts are a difference and may be below zero
 * @param costPriceCents what an hour costs the lender on that day
 * @param hourCents what is charged for it, never more (R2)
 * @param irregularMinutes of the minutes, those with something on top
 * @param netCents work, irregular hours and travel
 * @param vatCents rounded so that the lines of an invoice add up to its VAT
 * @param ratesVersion the rows that were used (R6)
 */
public record OpenBookLine(UUID placementId, int entry, boolean correction, UUID lenderId, UUID borrowerId, LocalDate workedOn, int minutes, String scale,
        int costPriceCents, int hourCents, long workCents, int irregularMinutes, long irregularCents, int roadMetres, int kilometreCents,
        long travelCents, long netCents, VatGround vatGround, int vatBasisPoints, long vatCents, String ratesVersion, boolean demo) {
    private static final int BASIS = 10_000;
    private static final int MINUTES_AN_HOUR = 60;
    private static final int MILLE = 1_000;

    public long totalCents() {
        return netCents + vatCents;
    }

    /** Lines with one of these keys go on one invoice: its VAT is reckoned over all of them. */
    public record InvoiceKey(UUID lenderId, VatGround vatGround, int vatBasisPoints) {
    }

    public InvoiceKey invoice() {
        return new InvoiceKey(lenderId, vatGround, vatBasisPoints);
    }

    /** A line, or the key that says which rate is missing on the day of the work. */
    public record Reckoned(OpenBookLine line, String missing) {
    }

    /**
     * Prices work by the rates of its day. The price that three parties agreed to holds, as long as it is not above the cost.
     *
     * @return with {@code settlement.missing.hour}, {@code .kilometre} or {@code .vat} where there is no rate: an amount is never invented
     */
    public static Reckoned of(ApprovedWork work, RateBook rates) {
        LocalDate day = work.day();
        Optional<HourPrice> hour = rates.hour(day, work.scale());
        Optional<Rate> kilometre = rates.on(day, RateKind.KILOMETRE_CENTS);
        Optional<Rate> vat = rates.on(day, RateKind.VAT_BASIS_POINTS);
        if (hour.isEmpty()) {
            return new Reckoned(null, "settlement.missing.hour");
        }
        if (kilometre.isEmpty()) {
            return new Reckoned(null, "settlement.missing.kilometre");
        }
        if (vat.isEmpty() && work.vatGround().isTaxed()) {
            return new Reckoned(null, "settlement.missing.vat");
        }
        HourPrice price = hour.get();
        int hourCents = work.agreedHourCents() == null ? price.chargedCents() : Math.min(work.agreedHourCents(), price.costPriceCents());
        List<RateBook.Stretch> stretches = rates.stretches(work.hours());
        RateBook.OnTop onTop = rates.onTop(work.hours(), price);
        boolean demo = price.demo() || onTop.demo();
        int net = work.hours().netMinutes();
        int kilometreCents = kilometre.get().figure();
        ApprovedWork.Settled before = work.before() == null ? new ApprovedWork.Settled(0, 0, 0, 0, 0, 0) : work.before();
        long workCents = Shares.rounded((long) net * hourCents, MINUTES_AN_HOUR) - before.workCents();
        long irregularCents = onTop.cents() - before.irregularCents();
        long travelCents = Shares.rounded((long) work.roadMetres() * kilometreCents, MILLE) - before.travelCents();
        return new Reckoned(new OpenBookLine(work.placementId(), work.entry(), work.before() != null, work.lenderId(), work.borrowerId(), day,
            net - before.minutes(), work.scale(), price.costPriceCents(), hourCents, workCents, Math.toIntExact(onTop.minutes()) - before.irregularMinutes(), irregularCents,
            work.roadMetres() - before.roadMetres(), kilometreCents, travelCents, workCents + irregularCents + travelCents, work.vatGround(),
            work.vatGround().isTaxed() ? vat.orElseThrow().figure() : 0, 0, RateBook.version(price, kilometre.get(), work.vatGround().isTaxed() ? vat.get() : null, stretches),
            demo), null);
    }

    /** The same lines in their order, each with its share of the VAT of the invoice that it goes on. */
    public static List<OpenBookLine> withVat(List<OpenBookLine> lines) {
        Map<InvoiceKey, List<Integer>> invoices = new LinkedHashMap<>();
        for (int i = 0; i < lines.size(); i++) {
            invoices.computeIfAbsent(lines.get(i).invoice(), key -> new ArrayList<>()).add(i);
        }
        List<OpenBookLine> done = new ArrayList<>(lines);
        invoices.forEach((key, places) -> {
            long[] vat = Shares.partOfEach(places.stream().map(i -> lines.get(i).netCents()).toList(), key.vatBasisPoints(), BASIS);
            for (int i = 0; i < vat.length; i++) {
                done.set(places.get(i), lines.get(places.get(i)).taxed(vat[i]));
            }
        });
        return done;
    }

    private OpenBookLine taxed(long vat) {
        return new OpenBookLine(placementId, entry, correction, lenderId, borrowerId, workedOn, minutes, scale, costPriceCents, hourCents, workCents,
            irregularMinutes, irregularCents, roadMetres, kilometreCents, travelCents, netCents, vatGround, vatBasisPoints, vat, ratesVersion, demo);
    }
}
