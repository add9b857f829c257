package nl.vliegwiel.platform.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.LocalTime;
import nl.vliegwiel.flexpool.domain.PlacementState;
import org.junit.jupiter.api.Test;

class TextsTest {
    @Test
    void datesAndTimesReadAsTheLanguageWritesThem() {
        Object[] arguments = {LocalDate.of(2027, 3, 28), LocalTime.of(2, 30)};

        assertThat(Texts.of(Texts.DUTCH, "shift.time.doesNotExist", arguments)).contains("28 maart 2027", "2.30");
        assertThat(Texts.of(Texts.ENGLISH, "shift.time.doesNotExist", arguments)).contains("28 March 2027", "02:30");
    }

    @Test
    void aConstantReadsAsItsLabel() {
        assertThat(Texts.of(Texts.DUTCH, "placement.consent.notOpen", PlacementState.CONFIRMED))
                .isEqualTo("Over deze plaatsing kan nu niet worden beslist. De stand is: Definitief.");
    }

    @Test
    void aKeyWithoutTextReadsAsItself() {
        assertThat(Texts.of(Texts.DUTCH, "no.such.key")).isEqualTo("no.such.key");
    }
}
