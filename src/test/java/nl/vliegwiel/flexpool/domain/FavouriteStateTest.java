package nl.vliegwiel.flexpool.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import nl.vliegwiel.platform.rule.Conflict;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class FavouriteStateTest {
    @Test
    void sheAnswersTheQuestionOnce() {
        assertThat(FavouriteState.ASKED.answered(true)).isEqualTo(FavouriteState.AGREED);
        assertThat(FavouriteState.ASKED.answered(false)).isEqualTo(FavouriteState.DECLINED);
        assertThatThrownBy(() -> FavouriteState.AGREED.answered(false)).isInstanceOf(Conflict.class);
    }

    @ParameterizedTest
    @EnumSource(names = {"ASKED", "AGREED"})
    void whatIsAskedOrAgreedEndsAtAnyMoment(FavouriteState state) {
        assertThat(state.ended()).isEqualTo(FavouriteState.ENDED);
    }

    @ParameterizedTest
    @EnumSource(names = {"DECLINED", "ENDED"})
    void whatIsOverDoesNotEndAgain(FavouriteState state) {
        assertThatThrownBy(state::ended).isInstanceOf(Conflict.class);
    }
}
