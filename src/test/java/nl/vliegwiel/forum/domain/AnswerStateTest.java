package nl.vliegwiel.forum.domain;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;

class AnswerStateTest {
    private static final LocalDate TODAY = LocalDate.of(2026, 11, 23);

    @Test
    void anAnswerIsDueOnTheFirstDayAndNotBefore() {
        assertThat(AnswerState.of(null, TODAY.plusDays(1), TODAY)).isEqualTo(AnswerState.CURRENT);
        assertThat(AnswerState.of(null, TODAY, TODAY)).isEqualTo(AnswerState.CHECK);
        assertThat(AnswerState.of(null, null, TODAY)).isEqualTo(AnswerState.CURRENT);
    }

    @Test
    void whatSomebodyCalledOutdatedIsSoWhateverItRestsOn() {
        assertThat(AnswerState.of(Instant.EPOCH, TODAY.plusYears(1), TODAY)).isEqualTo(AnswerState.OUTDATED);
        assertThat(AnswerState.of(Instant.EPOCH, TODAY, TODAY)).isEqualTo(AnswerState.OUTDATED);
    }
}
