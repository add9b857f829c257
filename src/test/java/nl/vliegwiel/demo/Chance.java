package nl.vliegwiel.demo;

import java.time.Instant;
import java.util.List;
import java.util.SplittableRandom;
import java.util.UUID;

/** Chance with a fixed seed: the same data every time. */
final class Chance {
    private final SplittableRandom random;

    Chance(long seed) {
        this.random = new SplittableRandom(seed);
    }

    /** From {@code low} up to and including {@code high}. */
    int between(int low, int high) {
        return random.nextInt(low, high + 1);
    }

    boolean percent(int percent) {
        return random.nextInt(100) < percent;
    }

    <T> T oneOf(List<T> things) {
        return things.get(random.nextInt(things.size()));
    }

    /** One of the places of {@code weights}, as often as its weight says. */
    int weighted(int... weights) {
        int total = 0;
        for (int weight : weights) {
            total += weight;
        }
        int left = random.nextInt(total);
        int index = 0;
        while (left >= weights[index]) {
            left -= weights[index++];
        }
        return index;
    }

    /** A time-ordered id (UUID version 7) of a thing made at {@code moment}. */
    UUID id(Instant moment) {
        long high = (moment.toEpochMilli() << 16) | 0x7000L | (random.nextLong() & 0x0FFFL);
        long low = (random.nextLong() & 0x3FFFFFFFFFFFFFFFL) | 0x8000000000000000L;
        return new UUID(high, low);
    }
}
