package nl.vliegwiel.flexpool.domain.planning;

import java.util.Arrays;

/**
 * A price per shift: about what one more pair of hands on it would be worth to the plan. Whole numbers, {@value #SCALE} to
 * the point, so that the bound they prove has no rounding in it.
 */
public final class ShiftPrices {
    static final int SCALE = 1024;
    private final long[] price;

    ShiftPrices(long[] price) {
        this.price = price.clone();
    }

    /** Points, cut off. */
    public long points(int shift) {
        return price[shift] / SCALE;
    }

    /**
     * Prices that were kept, see {@link #scaled}.
     *
     * @throws IllegalArgumentException for a price below 0, which proves nothing
     */
    public static ShiftPrices of(long[] scaled) {
        if (Arrays.stream(scaled).anyMatch(price -> price < 0)) {
            throw new IllegalArgumentException("a price is 0 or more");
        }
        return new ShiftPrices(scaled);
    }

    /** By shift, {@value #SCALE} to the point, to be kept. */
    public long[] scaled() {
        return price.clone();
    }

    int shifts() {
        return price.length;
    }

    static ShiftPrices none(int shifts) {
        return new ShiftPrices(new long[shifts]);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof ShiftPrices prices && Arrays.equals(price, prices.price);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(price);
    }
}
