package nl.vliegwiel.flexpool.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.Size;
import nl.vliegwiel.platform.rule.Conflict;
import nl.vliegwiel.platform.rule.RuleViolation;
import nl.vliegwiel.platform.text.HealthWords;
import org.junit.jupiter.api.Test;

class ThreeYesesTest {
    private static final Instant MORNING = Instant.parse("2027-03-29T07:00:00Z");
    private static final UUID SOMEBODY = new UUID(1, 1);

    @Test
    void aPlacementIsDefiniteOnlyAfterTheThirdYes() {
        var employee = ThreeYeses.decide(PlacementState.APPLIED, List.of(), yes(Party.EMPLOYEE, "v1"), "v1");
        var lender = ThreeYeses.decide(employee.state(), employee.consents(), yes(Party.LENDER, "v1"), "v1");
        assertThat(lender.state()).isEqualTo(PlacementState.APPLIED);
        assertThat(lender.isDefinite()).isFalse();
        assertThat(ThreeYeses.missing(lender.consents(), "v1")).containsExactly(Party.BORROWER);

        var borrower = ThreeYeses.decide(lender.state(), lender.consents(), yes(Party.BORROWER, "v1"), "v1");
        assertThat(borrower.state()).isEqualTo(PlacementState.CONFIRMED);
        assertThat(borrower.isDefinite()).isTrue();
        assertThat(borrower.consents()).hasSize(3);
    }

    @Test
    void aRepeatedYesChangesNothing() {
        var first = ThreeYeses.decide(PlacementState.PROPOSED, List.of(), yes(Party.LENDER, "v1"), "v1");
        var again = ThreeYeses.decide(first.state(), first.consents(), yes(Party.LENDER, "v1"), "v1");

        assertThat(again.repeated()).isTrue();
        assertThat(again.consents()).isEqualTo(first.consents());
        assertThat(again.state()).isEqualTo(PlacementState.PROPOSED);
    }

    @Test
    void oneNoEndsItAlsoAfterAnEarlierYesOfTheSameParty() {
        var yes = ThreeYeses.decide(PlacementState.PROPOSED, List.of(), yes(Party.LENDER, "v1"), "v1");
        var no = ThreeYeses.decide(yes.state(), yes.consents(),
                Consent.no(Party.LENDER, SOMEBODY, MORNING, "v1", CancelReason.NEEDED_AT_HOME), "v1");

        assertThat(no.state()).isEqualTo(PlacementState.DECLINED);
        assertThat(no.consents()).hasSize(2);
    }

    @Test
    void aNoNeedsNoReason() {
        assertThat(Consent.no(Party.EMPLOYEE, SOMEBODY, MORNING, "v1", null).reason()).isEqualTo(CancelReason.NOT_GIVEN);
        assertThat(new Consent(Party.EMPLOYEE, Decision.YES, SOMEBODY, MORNING, "v1", CancelReason.TERMS).reason()).isNull();
    }

    @Test
    void aYesToAnotherTextIsRefused() {
        assertThatThrownBy(() -> ThreeYeses.decide(PlacementState.PROPOSED, List.of(), yes(Party.LENDER, "v1"), "v2"))
                .isInstanceOfSatisfying(RuleViolation.class, e -> {
                    assertThat(e.key()).isEqualTo("placement.consent.oldText");
                    assertThat(e.arguments()).containsExactly("v1", "v2");
                });
    }

    @Test
    void aNewTextNeedsThreeNewYeses() {
        var old = List.of(yes(Party.EMPLOYEE, "v1"), yes(Party.LENDER, "v1"), yes(Party.BORROWER, "v1"));
        assertThat(ThreeYeses.afterNewText(PlacementState.CONFIRMED)).isEqualTo(PlacementState.PROPOSED);

        var outcome = ThreeYeses.decide(PlacementState.PROPOSED, old, yes(Party.EMPLOYEE, "v2"), "v2");
        assertThat(outcome.state()).isEqualTo(PlacementState.PROPOSED);
        assertThat(outcome.consents()).hasSize(4);
        assertThat(ThreeYeses.missing(outcome.consents(), "v2")).containsExactly(Party.LENDER, Party.BORROWER);
    }

    @Test
    void aRunningLoanKeepsItsText() {
        assertThatThrownBy(() -> ThreeYeses.afterNewText(PlacementState.RUNNING)).isInstanceOf(Conflict.class);
    }

    @Test
    void nothingIsDecidedOnceItIsOver() {
        for (PlacementState state : PlacementState.values()) {
            if (!state.takesConsent()) {
                assertThatThrownBy(() -> ThreeYeses.decide(state, List.of(), yes(Party.LENDER, "v1"), "v1"))
                        .isInstanceOfSatisfying(Conflict.class, e -> assertThat(e.key()).isEqualTo("placement.consent.notOpen"));
            }
        }
    }

    @Test
    void nothingIsAutomaticInTheLastFortyEightHours() {
        assertThat(ThreeYeses.mayActAutomatically(MORNING.plus(Duration.ofHours(48)).plusSeconds(1), MORNING)).isTrue();
        assertThat(ThreeYeses.mayActAutomatically(MORNING.plus(Duration.ofHours(48)), MORNING)).isFalse();
        assertThat(ThreeYeses.mayActAutomatically(MORNING.minusSeconds(1), MORNING)).isFalse();
    }

    @Test
    void noReasonToEndALoanTellsOfHealth() {
        for (CancelReason reason : CancelReason.values()) {
            assertThat(HealthWords.find(reason.name().replace('_', ' '))).isEmpty();
        }
    }

    /** Whatever is said in whatever order, definite means three different parties said yes to the present text. */
    @Property
    void definiteAlwaysMeansThreeParties(@ForAll @Size(max = 12) List<Party> parties, @ForAll @Size(12) List<Boolean> yes) {
        var state = PlacementState.APPLIED;
        List<Consent> consents = List.of();
        for (int i = 0; i < parties.size() && state.takesConsent(); i++) {
            var next = new Consent(parties.get(i), yes.get(i) ? Decision.YES : Decision.NO, SOMEBODY, MORNING, "v1", null);
            var outcome = ThreeYeses.decide(state, consents, next, "v1");
            state = outcome.state();
            consents = outcome.consents();
        }
        boolean all = ThreeYeses.agreed(consents, "v1").size() == 3;
        boolean refused = consents.stream().anyMatch(c -> c.decision() == Decision.NO);
        assertThat(state == PlacementState.CONFIRMED).isEqualTo(all && !refused);
        assertThat(state == PlacementState.DECLINED).isEqualTo(refused);
    }

    private static Consent yes(Party party, String textVersion) {
        return Consent.yes(party, SOMEBODY, MORNING, textVersion);
    }
}
