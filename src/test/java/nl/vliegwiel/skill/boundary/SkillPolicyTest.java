package nl.vliegwiel.skill.boundary;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Set;
import java.util.UUID;
import nl.vliegwiel.platform.actor.Actor;
import nl.vliegwiel.platform.actor.Grant;
import nl.vliegwiel.platform.actor.Role;
import nl.vliegwiel.platform.persistence.Ids;
import nl.vliegwiel.platform.rule.Forbidden;
import nl.vliegwiel.platform.rule.NotFound;
import nl.vliegwiel.platform.text.Texts;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class SkillPolicyTest {
    private static final UUID LIBRARY = Ids.next();
    private static final UUID ANNA = Ids.next();

    @ParameterizedTest
    @EnumSource(Role.class)
    void onlyAdministratorsKeepTheCatalogue(Role role) {
        Actor who = actor(role);
        assertThat(SkillPolicy.mayKeepCatalogue(who)).isEqualTo(role == Role.ADMIN);
        if (role != Role.ADMIN) {
            assertThatThrownBy(() -> SkillPolicy.requireKeepCatalogue(who)).isInstanceOf(Forbidden.class).hasMessageContaining("skill.keep.forbidden");
        }
    }

    @ParameterizedTest
    @EnumSource(Role.class)
    void onlyManagersConfirmForTheirLibrary(Role role) {
        assertThat(SkillPolicy.confirmsFor(actor(role))).isEqualTo(role == Role.HR_MANAGER ? Set.of(LIBRARY) : Set.of());
    }

    @Test
    void peopleOfAnotherLibraryAreNotThere() {
        assertThatThrownBy(() -> SkillPolicy.requireConfirm(actor(Role.HR_MANAGER), ANNA, false))
            .isInstanceOf(NotFound.class).hasMessageContaining("person.notFound");
        assertThatCode(() -> SkillPolicy.requireConfirm(actor(Role.HR_MANAGER), ANNA, true)).doesNotThrowAnyException();
    }

    @Test
    void nobodyConfirmsHerOwnSkills() {
        Actor who = actor(Role.HR_MANAGER);
        assertThatThrownBy(() -> SkillPolicy.requireConfirm(who, who.personId(), true))
            .isInstanceOf(Forbidden.class).hasMessageContaining("skill.confirm.own");
    }

    private static Actor actor(Role role) {
        return new Actor(Ids.next(), "Somebody", Texts.DUTCH, Set.of(new Grant(role, LIBRARY)), Set.of(), LIBRARY);
    }
}
