package nl.vliegwiel.organisation.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import nl.vliegwiel.platform.rule.RuleViolation;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

class IsilTest {
    @ParameterizedTest
    @NullSource
    @ValueSource(strings = {"", "NL-080007000", "NL-08000700000", "NL0800070000", "DE-0800070000", "NL-08000A0000", "NL-0800070000x", "NL-٠٨٠٠٠٧٠٠٠٠"})
    void whatIsNotACodeIsRefused(String text) {
        assertThatThrownBy(() -> Isil.of(text))
                .isInstanceOfSatisfying(RuleViolation.class, e -> assertThat(e.key()).isEqualTo("organisation.isil.shape"));
    }

    @Test
    void smallLettersAndSpacesAreForgiven() {
        assertThat(Isil.of(" nl-0800070000 ")).isEqualTo(new Isil("NL-0800070000")).hasToString("NL-0800070000");
    }

    @ParameterizedTest
    @CsvSource({"NL-0100030000,NATIONAL_LIBRARY", "NL-0600010000,SPECIAL", "NL-0700130000,PROVINCIAL_OR_NATIONAL",
        "NL-0800070000,PUBLIC_LIBRARY", "NL-9900070000,FICTIONAL", "NL-5500070000,OTHER"})
    void theFirstDigitsSayTheType(String code, Isil.Type type) {
        assertThat(new Isil(code).type()).isEqualTo(type);
        assertThat(new Isil(code).isFictional()).isEqualTo(type == Isil.Type.FICTIONAL);
    }

    @ParameterizedTest
    @CsvSource({"NL-0800070000,LEGAL_ENTITY", "NL-0800071001,BRANCH", "NL-0800072100,BOOKMOBILE", "NL-0800073001,SPECIAL_PLACE", "NL-0800074001,OTHER"})
    void theLastDigitsSayThePlace(String code, Isil.Part part) {
        assertThat(new Isil(code).part()).isEqualTo(part);
    }

    @Test
    void aBranchKnowsItsLegalEntity() {
        assertThat(new Isil("NL-0800071001").legalEntity()).isEqualTo("080007");
        assertThat(new Isil("NL-0800071001").ofLegalEntity()).isEqualTo(new Isil("NL-0800070000"));
    }
}
