package nl.vliegwiel.flexpool.domain.settlement;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.stream.LongStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

/** Parts add up to the whole, to the cent (R21). */
class SharesTest {
    @Property
    void sharesAddUpAndNobodyIsAUnitAwayFromHers(@ForAll @LongRange(min = 0, max = 10_000_000) long whole,
            @ForAll @Size(min = 1, max = 40) List<@LongRange(min = 0, max = 1_000_000) Long> weights) {
        long[] plain = weights.stream().mapToLong(Long::longValue).toArray();
        long sum = LongStream.of(plain).sum();
        if (sum == 0) {
            return;
        }
        long[] shares = Shares.divide(whole, plain);
        assertThat(LongStream.of(shares).sum()).isEqualTo(whole);
        for (int i = 0; i < shares.length; i++) {
            assertThat((double) shares[i]).isBetween((double) whole * plain[i] / sum - 1, (double) whole * plain[i] / sum + 1);
        }
    }

    @Property
    void vatOfTheLinesIsTheVatOfTheInvoiceWhateverTheirSign(@ForAll @Size(min = 1, max = 40) List<@LongRange(min = -5_000_000, max = 5_000_000) Long> amounts,
            @ForAll @IntRange(min = 0, max = 10_000) int basisPoints) {
        long[] parts = Shares.partOfEach(amounts, basisPoints, 10_000);
        long sum = amounts.stream().mapToLong(Long::longValue).sum();
        assertThat(LongStream.of(parts).sum()).isEqualTo(Shares.rounded(sum * basisPoints, 10_000));
        for (int i = 0; i < parts.length; i++) {
            assertThat(Math.abs(parts[i] * 10_000 - amounts.get(i) * basisPoints)).isLessThan(10_000);
        }
    }

    @Property
    void whatIsGivenBackIsWhatWasCharged(@ForAll @LongRange(min = -1_000_000_000, max = 1_000_000_000) long amount, @ForAll @IntRange(min = 1, max = 100_000) int divisor) {
        assertThat(Shares.rounded(-amount, divisor)).isEqualTo(-Shares.rounded(amount, divisor));
    }

    @Test
    void whatIsLeftGoesToTheLargestRemainder() {
        assertThat(Shares.divide(100, new long[] {1, 1, 1})).containsExactly(34, 33, 33);
        assertThat(Shares.divide(7, new long[] {10, 0, 90})).containsExactly(1, 0, 6);
        assertThat(Shares.partOfEach(List.of(50L, 50L, 50L), 2_100, 10_000)).as("3 × 10.5 cents are 31.5, so 32").containsExactly(11, 11, 10);
    }

    @Test
    void nothingCannotBeDivided() {
        assertThatThrownBy(() -> Shares.divide(1, new long[] {0, 0})).isInstanceOf(IllegalArgumentException.class);
        assertThat(Shares.divide(0, new long[] {0, 0})).containsExactly(0, 0);
    }
}
