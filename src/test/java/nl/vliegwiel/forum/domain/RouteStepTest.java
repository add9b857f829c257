package nl.vliegwiel.forum.domain;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class RouteStepTest {
    @Test
    void aQuestionToEverybodyGoesToTheRegionThenToWhoKnowsThenToTheModerator() {
        assertThat(RouteStep.first(true, false)).isEqualTo(RouteStep.CIRCLE);
        assertThat(RouteStep.CIRCLE.next()).contains(RouteStep.EXPERTS);
        assertThat(RouteStep.EXPERTS.next()).contains(RouteStep.MODERATOR);
        assertThat(RouteStep.MODERATOR.next()).isEmpty();
    }

    @Test
    void theRegionIsNotAskedAboutWhoAsksNamelesslyNorTwice() {
        assertThat(RouteStep.first(true, true)).as("her region would tell who asks").isEqualTo(RouteStep.EXPERTS);
        assertThat(RouteStep.first(false, false)).as("the HR-kring read it already").isEqualTo(RouteStep.EXPERTS);
    }

    @Test
    void eachStepComesLaterThanTheOneBefore() {
        for (RouteStep step : RouteStep.values()) {
            step.next().ifPresent(next -> assertThat(next.after()).isGreaterThan(step.after()));
        }
    }
}
