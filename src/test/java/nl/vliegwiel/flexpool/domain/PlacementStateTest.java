package nl.vliegwiel.flexpool.domain;

import static nl.vliegwiel.flexpool.domain.PlacementState.APPLIED;
import static nl.vliegwiel.flexpool.domain.PlacementState.CANCELLED;
import static nl.vliegwiel.flexpool.domain.PlacementState.CONFIRMED;
import static nl.vliegwiel.flexpool.domain.PlacementState.DECLINED;
import static nl.vliegwiel.flexpool.domain.PlacementState.HOURS_CLOSED;
import static nl.vliegwiel.flexpool.domain.PlacementState.NO_SHOW;
import static nl.vliegwiel.flexpool.domain.PlacementState.PROPOSED;
import static nl.vliegwiel.flexpool.domain.PlacementState.RUNNING;
import static nl.vliegwiel.flexpool.domain.PlacementState.SETTLED;
import static nl.vliegwiel.flexpool.domain.PlacementState.STANDBY;
import static nl.vliegwiel.flexpool.domain.PlacementState.WITHDRAWN;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.Set;
import java.util.stream.Stream;
import nl.vliegwiel.platform.rule.Conflict;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class PlacementStateTest {
    @Test
    void onlyWhatWaitsForConsentCanBecomeDefinite() {
        assertThat(Stream.of(PlacementState.values()).filter(s -> s.mayBecome(CONFIRMED)))
                .containsExactly(APPLIED, PROPOSED);
    }

    @Test
    void bookedIsExactlyWhatHoldsTheTimeOfAPerson() {
        assertThat(Stream.of(PlacementState.values()).filter(PlacementState::isBooked))
                .containsExactly(CONFIRMED, RUNNING, HOURS_CLOSED, SETTLED);
    }

    @Test
    void theGoodWayLeadsFromApplicationToSettlement() {
        assertThat(APPLIED.become(CONFIRMED).become(RUNNING).become(HOURS_CLOSED).become(SETTLED).isFinal()).isTrue();
    }

    @ParameterizedTest
    @EnumSource(names = {"SETTLED", "DECLINED", "WITHDRAWN", "CANCELLED", "NO_SHOW"})
    void anEndStaysAnEnd(PlacementState end) {
        for (PlacementState other : PlacementState.values()) {
            assertThatThrownBy(() -> end.become(other))
                    .isInstanceOfSatisfying(Conflict.class, e -> assertThat(e.key()).isEqualTo("placement.state.notNow"));
        }
    }

    @Test
    void aStandbyHasToBeCalledUpBeforeItTakesConsent() {
        assertThat(STANDBY.takesConsent()).isFalse();
        assertThat(STANDBY.next()).isEqualTo(Set.of(APPLIED, PROPOSED, DECLINED, WITHDRAWN, CANCELLED));
    }

    @Test
    void theEmployeeWithdrawsWhatIsNotDefiniteAndCancelsWhatIs() {
        assertThat(APPLIED.stoppedBy(Party.EMPLOYEE)).isEqualTo(WITHDRAWN);
        assertThat(STANDBY.stoppedBy(Party.EMPLOYEE)).isEqualTo(WITHDRAWN);
        assertThat(CONFIRMED.stoppedBy(Party.EMPLOYEE)).isEqualTo(CANCELLED);
        assertThat(PROPOSED.stoppedBy(Party.BORROWER)).isEqualTo(CANCELLED);
        assertThat(CONFIRMED.stoppedBy(Party.LENDER)).isEqualTo(CANCELLED);
        assertThatThrownBy(() -> HOURS_CLOSED.stoppedBy(Party.LENDER)).isInstanceOf(Conflict.class);
    }

    @Test
    void nobodyFailsToShowUpForWhatWasNeverDefinite() {
        assertThat(Stream.of(PlacementState.values()).filter(s -> s.mayBecome(NO_SHOW))).containsExactly(CONFIRMED, RUNNING);
    }

    @Test
    void definiteWorkRunsFromItsStartOnWithoutAJob() {
        Instant start = Instant.parse("2027-03-28T00:30:00Z");
        assertThat(CONFIRMED.at(start.minusSeconds(1), start)).isEqualTo(CONFIRMED);
        assertThat(CONFIRMED.at(start, start)).isEqualTo(RUNNING);
        assertThat(Stream.of(PlacementState.values()).filter(s -> s != CONFIRMED)).allSatisfy(s -> assertThat(s.at(start, start)).isEqualTo(s));
    }

    @Test
    void aRequestFollowsWhatIsFilled() {
        assertThat(RequestStatus.byFilling(2, 0)).isEqualTo(RequestStatus.PUBLISHED);
        assertThat(RequestStatus.byFilling(2, 1)).isEqualTo(RequestStatus.PARTLY_FILLED);
        assertThat(RequestStatus.byFilling(2, 2)).isEqualTo(RequestStatus.FILLED);
        assertThat(RequestStatus.byFilling(0, 0)).as("nobody is needed any more").isEqualTo(RequestStatus.FILLED);
        assertThat(RequestStatus.RUNNING.mayBecome(RequestStatus.PARTLY_FILLED)).as("a later place fell open").isTrue();
        assertThat(RequestStatus.DRAFT.mayBecome(RequestStatus.FILLED)).isFalse();
        assertThat(RequestStatus.WITHDRAWN.isFinal()).isTrue();
        assertThat(Stream.of(RequestStatus.values()).filter(RequestStatus::isOpen))
                .containsExactly(RequestStatus.PUBLISHED, RequestStatus.PARTLY_FILLED);
    }

    @Test
    void ownPeopleStandInNoWiderCircle() {
        assertThat(Circle.of(true, false, true, true)).containsExactly(Circle.OWN);
        assertThat(Circle.of(true, true, false, false)).containsExactlyInAnyOrder(Circle.OWN, Circle.FAVOURITES);
        assertThat(Circle.of(false, false, true, true))
                .containsExactlyInAnyOrder(Circle.NEIGHBOURS, Circle.REGION, Circle.COUNTRY);
        assertThat(Circle.of(false, false, false, false)).containsExactly(Circle.COUNTRY);
    }
}
