package nl.vliegwiel.platform.text;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import nl.vliegwiel.platform.rule.RuleViolation;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Numbers that pass the test without belonging to anybody: 123456782 and 111222333 are the usual examples. */
class BsnGuardTest {
    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "123456782|1", "Mijn nummer is 123456782.|16", "(111222333)|2", "123.456.782|1", "123 456 782|1",
        "1234.56.782|1", "1234-56-782|1", "BSN123456782|4", "bsn: 123456782|6", "scan_123456782.pdf|6",
        "kopie-111222333.jpg|7", "2 mensen 123456782 en 3|10", "eerst 123456789 dan 123456782|21",
        "sofinummer-123456782|12", "2027 123456782|6"})
    void findsNineLooseDigitsThatPassTheTest(String text, int position) {
        assertThat(BsnGuard.find(text)).hasValueSatisfying(hit -> {
            assertThat(hit.position()).isEqualTo(position);
            assertThat(text.substring(hit.start(), hit.end()).replaceAll("\\D", "")).hasSize(9);
        });
    }

    @ParameterizedTest
    @ValueSource(strings = {
        "123456789", "12345678", "1234567820", "0123456782", "000000000",
        "NL-0800070000", "NL-1234567820", "ISIL NL-9900010000", "NL20INGB0001234567", "NL91 ABNA 0417 1643 00",
        "DE123456782", "Order A-123456782", "IMG123456782", "+31 612345678", "+31123456782", "0031 123456782", "+31 (0)123456782",
        "06-12345678", "020 1234567", "28-03-2027 9", "1.234.567.820", "978-90-274-3964-2", "", "geen nummer"})
    void leavesOtherNumbersAlone(String text) {
        assertThat(BsnGuard.find(text)).isEmpty();
    }

    @Test
    void findsEachOfSeveral() {
        assertThat(BsnGuard.findAll("123456782, 111222333; 123456789")).extracting(BsnGuard.Hit::position).containsExactly(1, 12);
    }

    @Test
    void aVeryLongRowOfDigitsIsReadToItsEnd() {
        assertThat(BsnGuard.find("1 2".repeat(200_000))).isEmpty();
        assertThat(BsnGuard.find("7".repeat(500_000) + " 123456782")).isPresent();
    }

    @Test
    void theViolationTellsThePlaceAndNeverTheNumber() {
        assertThatThrownBy(() -> BsnGuard.require("body", "nr 123456782")).isInstanceOfSatisfying(RuleViolation.class, e -> {
            assertThat(e.violations()).singleElement().satisfies(v -> {
                assertThat(v.field()).isEqualTo("body");
                assertThat(v.arguments()).containsExactly(4);
            });
            assertThat(e.getMessage()).doesNotContain("123456782");
        });
        assertThat(BsnGuard.check("body", null)).isEmpty();
    }

    @Property
    void aNumberAloneIsAHitExactlyWhenItPassesTheElevenTest(@ForAll @IntRange(min = 1, max = 999_999_999) int number) {
        String digits = "%09d".formatted(number);
        int sum = 0;
        for (int i = 0; i < 9; i++) {
            sum += (i == 8 ? -1 : 9 - i) * (digits.charAt(i) - '0');
        }
        assertThat(BsnGuard.find("nummer " + digits + " van mij").isPresent()).isEqualTo(sum % 11 == 0);
    }

    @Test
    void aReleasedNumberPassesHoweverItIsGroupedAndOthersDoNot() {
        BsnGuard.consult("123456782"::equals);
        try {
            assertThat(BsnGuard.find("Bestelling 1234 56 782")).isEmpty();
            assertThat(BsnGuard.find("Bestelling 111222333")).isPresent();
        } finally {
            BsnGuard.consult(digits -> false);
        }
    }
}
