package nl.vliegwiel.skill.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import nl.vliegwiel.platform.persistence.Ids;
import nl.vliegwiel.platform.rule.RuleViolation;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PersonSkillTest {
    private static final Instant MORNING = Instant.parse("2027-03-29T07:00:00Z");
    private static final UUID MANAGER = Ids.next();
    private final PersonSkill skill = new PersonSkill(Ids.next(), Ids.next(), 7);

    @BeforeEach
    void sheSaysSheCanDoItOnLevelThree() {
        skill.say(3, null, " three years at the desk ");
    }

    @Test
    void keepsWhatIsSaid() {
        assertThat(skill.level()).isEqualTo(3);
        assertThat(skill.evidence()).isEqualTo("three years at the desk");
        assertThat(skill.confirmedAt()).isNull();
    }

    @Test
    void aConfirmationLapsesWithAnotherLevel() {
        skill.confirm(MANAGER, MORNING);
        assertThat(skill.say(4, null, "three years at the desk")).isTrue();
        assertThat(skill.confirmedAt()).isNull();
        assertThat(skill.confirmedBy()).isNull();
    }

    @Test
    void aConfirmationLapsesWithAnotherValidity() {
        skill.confirm(MANAGER, MORNING);
        skill.say(3, LocalDate.of(2028, 1, 1), "three years at the desk");
        assertThat(skill.confirmedAt()).isNull();
    }

    @Test
    void aConfirmationStaysWhenOnlyTheEvidenceIsWordedAnew() {
        skill.confirm(MANAGER, MORNING);
        assertThat(skill.say(3, null, "at the desk since 2024")).isTrue();
        assertThat(skill.confirmedBy()).isEqualTo(MANAGER);
    }

    @Test
    void sayingTheSameAgainChangesNothing() {
        assertThat(skill.say(3, null, "three years at the desk")).isFalse();
    }

    @Test
    void askingAgainKeepsTheFirstMoment() {
        skill.askConfirmation(MORNING);
        skill.askConfirmation(MORNING.plusSeconds(60));
        assertThat(skill.confirmationAskedAt()).isEqualTo(MORNING);
    }

    @Test
    void whatIsConfirmedNeedNotBeAsked() {
        skill.confirm(MANAGER, MORNING);
        skill.askConfirmation(MORNING);
        assertThat(skill.confirmationAskedAt()).isNull();
    }

    @Test
    void notConfirmingLeavesWhatSheSaid() {
        skill.askConfirmation(MORNING);
        skill.leaveUnconfirmed();
        assertThat(skill.confirmationAskedAt()).isNull();
        assertThat(skill.level()).isEqualTo(3);
    }

    @ParameterizedTest
    @ValueSource(ints = {-1, 0, 5, 40})
    void aLevelLiesBetweenOneAndFour(int level) {
        assertThatThrownBy(() -> skill.say(level, null, "")).isInstanceOf(RuleViolation.class).hasMessageContaining("skill.level.range");
        assertThat(skill.level()).isEqualTo(3);
    }

    @Test
    void faultsNameTheEntryTheyBelongTo() {
        assertThat(PersonSkill.check("[2].", null, LocalDate.of(1926, 1, 1), "x".repeat(501)))
            .extracting("field").containsExactly("[2].level", "[2].certificateExpiresOn", "[2].evidence");
    }
}
