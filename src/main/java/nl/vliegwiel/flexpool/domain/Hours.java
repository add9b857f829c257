package nl.vliegwiel.flexpool.domain;

import java.math.BigDecimal;
import java.math.RoundingMode;

/** Minutes as hours for a message: a number with at most two decimals, which the page's language writes out. */
public final class Hours {
    private Hours() {
    }

    public static BigDecimal of(long minutes) {
        BigDecimal hours = BigDecimal.valueOf(minutes).divide(BigDecimal.valueOf(60), 2, RoundingMode.HALF_UP);
        BigDecimal shortest = hours.stripTrailingZeros();
        return shortest.scale() < 0 ? shortest.setScale(0) : shortest;
    }
}
