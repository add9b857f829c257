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

    long[] scaled() {
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
