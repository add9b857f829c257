package nl.vliegwiel.flexpool.domain.agreement;

import nl.vliegwiel.platform.rule.RuleViolation;

/**
 * What a loan will cost the borrower, open to both employers (R2). Whole cents; each line is rounded half up by
 * itself, so that the lines add up to the total.
 *
 * @param minutes net minutes of work
 * @param rateCents per hour
 * @param workCents minutes × rate
 * @param travelCents there and back
 * @param vatGround why VAT is or is not charged
 * @param vatBasisPoints rate of VAT in hundredths of a percent; 0 where none is charged
 * @param vatCents VAT on work, what is paid on top of it, and travel
 * @param totalCents all together
 */
public record CostPreview(int minutes, int rateCents, long workCents, long travelCents, VatGround vatGround,
        int vatBasisPoints, long vatCents, long totalCents) {
    /**
     * Reckons the preview.
     *
     * @param minutes net minutes of work, at least 0
     * @param hourRate what is charged per hour, in cents
     * @param costPrice what an hour costs the lender, in cents
     * @param roadMetres metres to travel, there and back, all days together
     * @param kilometreRate cents per kilometre
     * @param ground for VAT
     * @param vatBasisPoints standard rate of VAT; used only where the ground is taxed
     * @throws RuleViolation {@code agreement.cost.margin} (args: cents charged, cents of cost) when more than the
     *         cost is charged (R2), whatever the ground: the pool knows collegial loans only
     */
    public static CostPreview of(int minutes, int hourRate, int costPrice, long roadMetres, int kilometreRate,
            VatGround ground, int vatBasisPoints) {
        return of(minutes, hourRate, costPrice, roadMetres, kilometreRate, ground, vatBasisPoints, 0);
    }

    /** @param irregular what is paid on top of the wage at some of these hours, in cents; the rest as above */
    public static CostPreview of(int minutes, int hourRate, int costPrice, long roadMetres, int kilometreRate,
            VatGround ground, int vatBasisPoints, long irregular) {
        if (hourRate > costPrice) {
            throw new RuleViolation("agreement.cost.margin", hourRate, costPrice);
        }
        if (minutes < 0 || hourRate < 0 || roadMetres < 0 || kilometreRate < 0 || vatBasisPoints < 0 || irregular < 0) {
            throw new IllegalArgumentException("No cost is less than nothing");
        }
        long work = halfUp((long) minutes * hourRate, 60);
        long travel = halfUp(roadMetres * kilometreRate, 1_000);
        int basisPoints = ground.isTaxed() ? vatBasisPoints : 0;
        long vat = halfUp((work + irregular + travel) * basisPoints, 10_000);
        return new CostPreview(minutes, hourRate, work, travel, ground, basisPoints, vat, work + irregular + travel + vat);
    }

    /** Divides amounts that are not negative, half up. */
    static long halfUp(long amount, long divisor) {
        return (2 * amount + divisor) / (2 * divisor);
    }
}
