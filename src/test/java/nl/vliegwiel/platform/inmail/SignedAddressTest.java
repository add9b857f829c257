package nl.vliegwiel.platform.inmail;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import nl.vliegwiel.platform.inmail.SignedAddress.Meant;
import nl.vliegwiel.platform.time.Zones;
import org.junit.jupiter.api.Test;

/** An address belongs to one person, one thing and a time; nobody makes one who has not the key. */
class SignedAddressTest {
    private static final Clock CLOCK = Clock.fixed(Instant.parse("2026-11-23T09:00:00Z"), Zones.AMSTERDAM);
    private static final UUID TOPIC = UUID.fromString("0196a0f0-0000-7000-8000-000000000001");
    private static final UUID ANNA = UUID.fromString("0196a0f0-0000-7000-8000-000000000002");
    private static final UUID BRAM = UUID.fromString("0196a0f0-0000-7000-8000-000000000003");

    private static SignedAddress with(String key, Clock clock) {
        return new SignedAddress(Optional.of("antwoord@in.vliegwiel.example"), Optional.of(key), clock);
    }

    private final SignedAddress addresses = with("k".repeat(32), CLOCK);
    private final String address = addresses.make('r', TOPIC, ANNA, 90).orElseThrow();

    @Test
    void anAddressSaysWhatItIsForAndIsForOnePersonAlone() {
        Meant meant = addresses.read(address).orElseThrow();
        assertThat(meant.kind()).isEqualTo('r');
        assertThat(meant.about()).isEqualTo(TOPIC);
        assertThat(addresses.isFor(meant, ANNA)).isTrue();
        assertThat(addresses.isFor(meant, BRAM)).isFalse();
        assertThat(address.substring(0, address.indexOf('@'))).as("no longer than mail allows").hasSizeLessThanOrEqualTo(64).isEqualTo(address.substring(0, address.indexOf('@')).toLowerCase(Locale.ROOT));
    }

    @Test
    void noChangeOfItIsGenuine() {
        int at = address.indexOf('@');
        for (int i = address.indexOf('+') + 1; i < at; i++) {
            char other = address.charAt(i) == '3' ? '4' : '3';
            String forged = address.substring(0, i) + other + address.substring(i + 1);
            assertThat(addresses.read(forged).filter(meant -> addresses.isFor(meant, ANNA))).as(forged).isEmpty();
        }
        assertThat(with("x".repeat(32), CLOCK).read(address).filter(meant -> with("x".repeat(32), CLOCK).isFor(meant, ANNA))).as("another key").isEmpty();
    }

    @Test
    void itEndsAfterItsLastDay() {
        Meant meant = addresses.read(address).orElseThrow();
        assertThat(with("k".repeat(32), Clock.offset(CLOCK, Duration.ofDays(90))).isOver(meant)).isFalse();
        assertThat(with("k".repeat(32), Clock.offset(CLOCK, Duration.ofDays(91))).isOver(meant)).isTrue();
    }

    @Test
    void whatIsNoneOfOursIsNone() {
        for (String other : new String[] {"", "antwoord@in.vliegwiel.example", "antwoord+@in.vliegwiel.example", "antwoord+abc@in.vliegwiel.example", "antwoord+" + "v".repeat(47) + "@in.vliegwiel.example",
            "antwoord+" + "0".repeat(47) + "@in.vliegwiel.example", "antwoord+'; drop@in.vliegwiel.example", address.replace("in.", "uit.")}) {
            assertThat(addresses.read(other).filter(meant -> addresses.isFor(meant, ANNA))).as(other).isEmpty();
        }
    }

    @Test
    void withoutAKeyThereAreNoAddressesAndAShortOneIsRefused() {
        SignedAddress off = new SignedAddress(Optional.of("antwoord@in.vliegwiel.example"), Optional.empty(), CLOCK);
        assertThat(off.make('r', TOPIC, ANNA, 1)).isEmpty();
        assertThat(off.read(address)).isEmpty();
        assertThatThrownBy(() -> with("short", CLOCK)).isInstanceOf(IllegalArgumentException.class);
    }
}
