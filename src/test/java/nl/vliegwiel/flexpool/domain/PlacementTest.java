package nl.vliegwiel.flexpool.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import nl.vliegwiel.flexpool.domain.Placement.Loan;
import nl.vliegwiel.flexpool.domain.agreement.VatGround;
import nl.vliegwiel.flexpool.domain.agreement.WaadiGround;
import nl.vliegwiel.flexpool.domain.worktime.Finding;
import nl.vliegwiel.flexpool.domain.worktime.Severity;
import nl.vliegwiel.flexpool.domain.worktime.WorkingTimeRule;
import nl.vliegwiel.platform.rule.Conflict;
import nl.vliegwiel.platform.rule.StaleData;
import nl.vliegwiel.platform.time.Period;
import org.junit.jupiter.api.Test;

class PlacementTest {
    private static final Instant NOW = Instant.parse("2027-03-29T07:00:00Z");
    private static final Instant START = Instant.parse("2027-04-12T08:00:00Z");
    private static final UUID ANNA = new UUID(0, 1);
    private static final UUID HR_LENDER = new UUID(0, 2);
    private static final UUID HR_BORROWER = new UUID(0, 3);
    private static final Loan LOAN = new Loan(new UUID(1, 0), new UUID(2, 0), ANNA, new UUID(3, 0), new UUID(4, 0),
        new Period(START, START.plus(Duration.ofHours(6))), 30);

    private static Placement applied() {
        return Placement.applied(new UUID(9, 9), LOAN, NOW);
    }

    private static boolean yes(Placement placement, Party party, UUID by) {
        return placement.consent(party, Decision.YES, by, placement.textVersion(), null, null, NOW.plusSeconds(60));
    }

    private static Placement definite() {
        Placement placement = applied();
        yes(placement, Party.LENDER, HR_LENDER);
        yes(placement, Party.BORROWER, HR_BORROWER);
        return placement;
    }

    @Test
    void applyingIsTheYesOfTheEmployee() {
        assertThat(applied().missing()).containsExactlyInAnyOrder(Party.LENDER, Party.BORROWER);
        assertThat(applied().said(Party.EMPLOYEE)).isEqualTo(Decision.YES);
    }

    @Test
    void nobodyIsMissedBeforeTheStartAndOnlyWhatIsWrittenDownIsTakenBack() {
        Placement placement = definite();
        assertThatThrownBy(() -> placement.missed(START.minusSeconds(1))).isInstanceOfSatisfying(Conflict.class, e -> assertThat(e.key()).isEqualTo("placement.noShow.notBegun"));
        assertThatThrownBy(() -> placement.cameAfterAll(START)).isInstanceOf(Conflict.class);
        placement.missed(START);
        assertThat(placement.state()).isEqualTo(PlacementState.NO_SHOW);
        placement.cameAfterAll(START.plusSeconds(60));
        assertThat(placement.state()).isEqualTo(PlacementState.CONFIRMED);
        assertThatThrownBy(() -> applied().cameAfterAll(START)).as("no way round the three yeses").isInstanceOf(Conflict.class);
    }

    @Test
    void onlyAClosedPlaceIsOpenedAgainAndOnlyBeforeTheStart() {
        Placement placement = definite();
        placement.stop(Party.BORROWER, CancelReason.NEED_ENDED, NOW);
        assertThatThrownBy(() -> placement.reopenPlace(NOW)).isInstanceOfSatisfying(Conflict.class, e -> assertThat(e.key()).isEqualTo("placement.reopen.notClosed"));
        placement.closePlace();
        assertThatThrownBy(() -> placement.reopenPlace(START)).isInstanceOf(Conflict.class);
        placement.reopenPlace(NOW);
        assertThat(placement.state()).as("the placement itself stays ended (R15)").isEqualTo(PlacementState.CANCELLED);
    }

    @Test
    void proposingIsTheYesOfTheBorrowerAndOpensNoName() {
        Placement proposed = Placement.proposed(new UUID(9, 9), LOAN, HR_BORROWER, NOW);
        assertThat(proposed.missing()).containsExactlyInAnyOrder(Party.EMPLOYEE, Party.LENDER);
        assertThat(proposed.sheCameForward()).isFalse();
        yes(proposed, Party.EMPLOYEE, ANNA);
        assertThat(proposed.sheCameForward()).isTrue();
    }

    @Test
    void becomesDefiniteOnlyWithTheThirdYes() {
        Placement placement = applied();
        assertThat(placement.isLastYes(Party.LENDER)).isFalse();
        yes(placement, Party.LENDER, HR_LENDER);
        assertThat(placement.state()).isEqualTo(PlacementState.APPLIED);
        assertThat(placement.isLastYes(Party.BORROWER)).isTrue();
        yes(placement, Party.BORROWER, HR_BORROWER);
        assertThat(placement.state()).isEqualTo(PlacementState.CONFIRMED);
    }

    @Test
    void sayingTheSameAgainChangesNothingAlsoWhenDefinite() {
        Placement placement = definite();
        assertThat(yes(placement, Party.EMPLOYEE, ANNA)).isFalse();
        assertThat(placement.state()).isEqualTo(PlacementState.CONFIRMED);
    }

    @Test
    void sayingOtherwiseAboutTheSameTextIsRefused() {
        Placement placement = applied();
        assertThatThrownBy(() -> placement.consent(Party.EMPLOYEE, Decision.NO, ANNA, 1, null, null, NOW))
            .isInstanceOfSatisfying(Conflict.class, refusal -> assertThat(refusal.key()).isEqualTo("placement.consent.twice"));
    }

    @Test
    void aYesToAnotherTextThanThePresentIsStale() {
        assertThatThrownBy(() -> applied().consent(Party.LENDER, Decision.YES, HR_LENDER, 2, null, null, NOW))
            .isInstanceOfSatisfying(StaleData.class, refusal -> assertThat(refusal.key()).isEqualTo("placement.consent.oldText"));
    }

    @Test
    void oneNoEndsItWithANeutralReason() {
        Placement placement = applied();
        placement.consent(Party.LENDER, Decision.NO, HR_LENDER, 1, CancelReason.NEEDED_AT_HOME, null, NOW);
        assertThat(placement.state()).isEqualTo(PlacementState.DECLINED);
        assertThat(placement.endedBy()).isEqualTo(Party.LENDER);
        assertThat(placement.endReason()).isEqualTo(CancelReason.NEEDED_AT_HOME);
    }

    @Test
    void theYesOfTheBorrowerIsItsCheckOfTheWaadiGround() {
        assertThat(definite().waadiCheckedOn()).isEqualTo(LocalDate.of(2027, 3, 29));
    }

    @Test
    void anotherTextAsksAllThreeAnewAndTakesThePlacementBack() {
        Placement placement = definite();
        placement.changeText(WaadiGround.REGISTERED, VatGround.STANDARD, NOW.plusSeconds(120));
        assertThat(placement.textVersion()).isEqualTo(2);
        assertThat(placement.state()).isEqualTo(PlacementState.PROPOSED);
        assertThat(placement.missing()).containsExactlyInAnyOrder(Party.values());
        assertThat(placement.waadiCheckedOn()).isNull();
        assertThat(placement.sheCameForward()).isTrue();
    }

    @Test
    void aStandbyIsNoYesAndIsAskedWhenTheBorrowerCallsHerUp() {
        Placement standby = Placement.standby(new UUID(9, 9), LOAN, NOW);
        assertThat(standby.said(Party.EMPLOYEE)).isNull();
        assertThatThrownBy(() -> yes(standby, Party.LENDER, HR_LENDER)).isInstanceOf(Conflict.class);
        yes(standby, Party.BORROWER, HR_BORROWER);
        assertThat(standby.state()).isEqualTo(PlacementState.PROPOSED);
        assertThat(standby.missing()).containsExactlyInAnyOrder(Party.EMPLOYEE, Party.LENDER);
    }

    @Test
    void nobodySaysYesAfterTheWorkBegan() {
        assertThatThrownBy(() -> applied().consent(Party.LENDER, Decision.YES, HR_LENDER, 1, null, null, START))
            .isInstanceOfSatisfying(Conflict.class, refusal -> assertThat(refusal.key()).isEqualTo("placement.shift.begun"));
    }

    @Test
    void theEmployeeTakesBackWhatIsNotDefiniteAndCancelsWhatIs() {
        Placement open = applied();
        open.withdraw(NOW);
        assertThat(open.state()).isEqualTo(PlacementState.WITHDRAWN);

        Placement definite = definite();
        assertThatThrownBy(() -> definite.withdraw(NOW))
            .isInstanceOfSatisfying(Conflict.class, refusal -> assertThat(refusal.key()).isEqualTo("placement.withdraw.notNow"));
        definite.stop(Party.EMPLOYEE, CancelReason.NOT_GIVEN, NOW);
        assertThat(definite.state()).isEqualTo(PlacementState.CANCELLED);
    }

    private static Finding overOffered(int figure) {
        return new Finding(WorkingTimeRule.OFFERED_HOURS, Severity.SOFT, figure, 480, new Period(START, START.plus(Duration.ofHours(6))), "key", List.of());
    }

    @Test
    void aFindingThatComesAfterTheLendersYesAsksTheLenderAgain() {
        Placement placement = applied();
        yes(placement, Party.LENDER, HR_LENDER);
        assertThat(placement.lenderKnew(List.of())).isTrue();
        assertThat(placement.lenderKnew(List.of(overOffered(600)))).isFalse();

        placement.askLenderAgain(NOW.plusSeconds(90));
        placement.consent(Party.BORROWER, Decision.YES, HR_BORROWER, 1, null, null, NOW.plusSeconds(90));
        assertThat(placement.state()).isEqualTo(PlacementState.APPLIED);
        assertThat(placement.missing()).containsExactly(Party.LENDER);

        Release reasoned = Release.of("Zij wil het zelf", List.of(overOffered(600)));
        placement.consent(Party.LENDER, Decision.YES, HR_LENDER, 1, null, reasoned, NOW.plusSeconds(120));
        assertThat(placement.state()).isEqualTo(PlacementState.CONFIRMED);
    }

    @Test
    void aReasonHoldsForTheFigureItWasGivenFor() {
        Placement placement = applied();
        placement.consent(Party.LENDER, Decision.YES, HR_LENDER, 1, null, Release.of("Kan", List.of(overOffered(600))), NOW.plusSeconds(60));
        assertThat(placement.lenderKnew(List.of(overOffered(600)))).isTrue();
        assertThat(placement.lenderKnew(List.of(overOffered(720)))).isFalse();
    }
}
