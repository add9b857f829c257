package nl.vliegwiel.person.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import nl.vliegwiel.platform.persistence.Ids;
import nl.vliegwiel.platform.rule.RuleViolation;
import org.junit.jupiter.api.Test;

class RoleGrantTest {
    private static final LocalDate MONDAY = LocalDate.of(2027, 3, 29);
    private static final UUID ANNA = Ids.next();
    private static final UUID BOSS = Ids.next();

    @Test
    void endsYesterdaySoThatItIsGoneAtTheNextClick() {
        RoleGrant grant = grant(null, MONDAY, null);
        assertThat(grant.endBefore(MONDAY.plusDays(3))).isFalse();
        assertThat(grant.endsOn()).isEqualTo(MONDAY.plusDays(2));
        assertThat(grant.isOver(MONDAY.plusDays(3))).isTrue();
        assertThat(grant.isOver(MONDAY.plusDays(2))).isFalse();
    }

    @Test
    void nothingIsLeftOfOneThatBeganToday() {
        assertThat(grant(null, MONDAY, null).endBefore(MONDAY)).isTrue();
    }

    @Test
    void whoStandsInDoesSoUntilADay() {
        assertThat(grant(BOSS, MONDAY, MONDAY.plusWeeks(2)).deputyFor()).isEqualTo(BOSS);
        assertThatThrownBy(() -> grant(BOSS, MONDAY, null)).isInstanceOf(RuleViolation.class).hasMessageContaining("role.deputy.endMissing");
    }

    @Test
    void nobodyStandsInForHerself() {
        assertThatThrownBy(() -> grant(ANNA, MONDAY, MONDAY)).isInstanceOf(RuleViolation.class).hasMessageContaining("role.deputy.self");
    }

    @Test
    void endsNotBeforeItBegins() {
        assertThatThrownBy(() -> grant(null, MONDAY, MONDAY.minusDays(1))).isInstanceOf(RuleViolation.class).hasMessageContaining("role.end.beforeStart");
    }

    private static RoleGrant grant(UUID deputyFor, LocalDate from, LocalDate until) {
        return new RoleGrant(Ids.next(), ANNA, "HR_MANAGER", Ids.next(), deputyFor, from, until, BOSS, Instant.EPOCH);
    }
}
