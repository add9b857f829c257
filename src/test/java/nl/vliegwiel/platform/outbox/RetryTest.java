package nl.vliegwiel.platform.outbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class RetryTest {
    private static final Instant NOW = Instant.parse("2027-05-03T08:00:00Z");

    @Test
    void waitsTwiceAsLongAfterEachAttempt() {
        assertThat(Retry.next(1, NOW)).isEqualTo(NOW.plusSeconds(10));
        assertThat(Retry.next(2, NOW)).isEqualTo(NOW.plusSeconds(20));
        assertThat(Retry.next(4, NOW)).isEqualTo(NOW.plusSeconds(80));
    }

    @Test
    void neverWaitsLongerThanTenMinutesHoweverOftenItWasTried() {
        assertThat(Retry.next(9, NOW)).isEqualTo(NOW.plus(Duration.ofMinutes(10)));
        assertThat(Retry.next(Integer.MAX_VALUE, NOW)).isEqualTo(NOW.plus(Duration.ofMinutes(10)));
    }

    @Test
    void outlivesAWeekendButNotMore() {
        assertThat(Retry.givesUp(NOW.minus(Duration.ofHours(71)), NOW)).isFalse();
        assertThat(Retry.givesUp(NOW.minus(Duration.ofHours(73)), NOW)).isTrue();
    }
}
