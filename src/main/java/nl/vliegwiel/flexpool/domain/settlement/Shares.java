package nl.vliegwiel.flexpool.domain.settlement;

import java.math.BigInteger;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.LongStream;

/** Whole cents and minutes out of fractions, so that the parts always add up to the whole (R21). */
public final class Shares {
    private Shares() {
    }

    /** Half away from zero, so that what is given back is what was charged. */
    public static long rounded(long amount, long divisor) {
        long size = (2 * Math.abs(amount) + divisor) / (2 * divisor);
        return amount < 0 ? -size : size;
    }

    /**
     * Divides a whole by weights, by largest remainder: everybody gets her share rounded down, and what is left goes unit by
     * unit to the largest fractions, of equal ones to the first.
     *
     * @param whole at least 0
     * @param weights at least 0 each, and not all 0 unless the whole is
     * @return a share per weight, together the whole
     */
    public static long[] divide(long whole, long[] weights) {
        long sum = LongStream.of(weights).sum();
        if (whole < 0 || LongStream.of(weights).anyMatch(weight -> weight < 0) || sum == 0 && whole != 0) {
            throw new IllegalArgumentException("Nothing to divide by");
        }
        return sum == 0 ? new long[weights.length] : spread(whole, multiplied(weights, whole), BigInteger.valueOf(sum));
    }

    /**
     * Rounds a part of each amount so that the rounded parts add up to the rounded part of all.
     *
     * @param amounts of any sign
     * @param part of {@code of}: 2,100 of 10,000 is 21 %
     * @return a whole number per amount, less than one away from its exact part, together {@code rounded(sum × part, of)}
     */
    public static long[] partOfEach(List<Long> amounts, long part, long of) {
        long[] plain = amounts.stream().mapToLong(Long::longValue).toArray();
        return spread(rounded(LongStream.of(plain).sum() * part, of), multiplied(plain, part), BigInteger.valueOf(of));
    }

    private static BigInteger[] multiplied(long[] values, long by) {
        return LongStream.of(values).mapToObj(value -> BigInteger.valueOf(value).multiply(BigInteger.valueOf(by))).toArray(BigInteger[]::new);
    }

    private static long[] spread(long whole, BigInteger[] exact, BigInteger divisor) {
        long[] shares = new long[exact.length];
        BigInteger[] rest = new BigInteger[exact.length];
        long left = whole;
        for (int i = 0; i < exact.length; i++) {
            rest[i] = exact[i].mod(divisor);
            shares[i] = exact[i].subtract(rest[i]).divide(divisor).longValueExact();
            left -= shares[i];
        }
        IntStream.range(0, exact.length).boxed().sorted(Comparator.comparing((Integer i) -> rest[i]).reversed()).limit(left)
            .forEach(i -> shares[i]++);
        return shares;
    }
}
