package nl.vliegwiel.person.boundary;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Set;
import java.util.UUID;
import nl.vliegwiel.organisation.OrganisationKind;
import nl.vliegwiel.platform.actor.Actor;
import nl.vliegwiel.platform.actor.Grant;
import nl.vliegwiel.platform.actor.Role;
import nl.vliegwiel.platform.persistence.Ids;
import nl.vliegwiel.platform.rule.Forbidden;
import nl.vliegwiel.platform.rule.NotFound;
import nl.vliegwiel.platform.text.Texts;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** Role × organisation × what is asked. */
class PersonPolicyTest {
    private static final UUID OWN = Ids.next();
    private static final UUID OTHER = Ids.next();

    @ParameterizedTest
    @EnumSource(Role.class)
    void onlyManagersSeeTheEmployeesOfTheirOwnOrganisation(Role role) {
        Actor who = actor(role);
        if (role == Role.HR_MANAGER) {
            assertThatCode(() -> PersonPolicy.requireManage(who, OWN)).doesNotThrowAnyException();
        } else {
            assertThatThrownBy(() -> PersonPolicy.requireManage(who, OWN)).isInstanceOf(Forbidden.class).hasMessageContaining("employee.forbidden");
        }
        assertThatThrownBy(() -> PersonPolicy.requireManage(who, OTHER)).isInstanceOf(NotFound.class).hasMessageContaining("organisation.notFound");
    }

    @ParameterizedTest
    @CsvSource({
        // who,          role,          there, may
        "HR_MANAGER,     HR_MANAGER,    OWN,   true",
        "HR_MANAGER,     FINANCE,       OWN,   true",
        "HR_MANAGER,     FACILITATOR,   OWN,   true",
        "HR_MANAGER,     POI_MODERATOR, OWN,   false",
        "HR_MANAGER,     ADMIN,         OWN,   false",
        "HR_MANAGER,     EMPLOYEE,      OWN,   false",
        "HR_MANAGER,     HR_MANAGER,    OTHER, false",
        "HR_MANAGER,     FINANCE,       OTHER, false",
        "ADMIN,          HR_MANAGER,    OTHER, true",
        "ADMIN,          FINANCE,       OTHER, false",
        "ADMIN,          POI_MODERATOR, OTHER, true",
        "ADMIN,          ADMIN,         OWN,   true",
        "ADMIN,          EMPLOYEE,      OWN,   false",
        "POI_MODERATOR,  POI_MODERATOR, OWN,   false",
        "FINANCE,        FINANCE,       OWN,   false",
        "EMPLOYEE,       HR_MANAGER,    OWN,   false",
        "FACILITATOR,    FACILITATOR,   OWN,   false",
    })
    void tellsWhoMayGrantWhatWhere(Role who, Role role, String there, boolean may) {
        UUID organisation = there.equals("OWN") ? OWN : OTHER;
        assertThat(PersonPolicy.mayGrant(actor(who), role, organisation)).isEqualTo(may);
    }

    @Test
    void aManagerReadsWhyARoleIsNotHersToGive() {
        assertThatThrownBy(() -> PersonPolicy.requireGrant(actor(Role.HR_MANAGER), Role.ADMIN, OWN))
            .isInstanceOf(Forbidden.class).hasMessageContaining("role.forbidden");
        assertThatThrownBy(() -> PersonPolicy.requireGrant(actor(Role.HR_MANAGER), Role.FINANCE, OTHER))
            .isInstanceOf(NotFound.class).hasMessageContaining("organisation.notFound");
    }

    @ParameterizedTest
    @CsvSource({
        "POI_MODERATOR, LIBRARY,  false, false",
        "POI_MODERATOR, LIBRARY,  true,  true",
        "POI_MODERATOR, POI,      false, true",
        "ADMIN,         NATIONAL, false, true",
        "ADMIN,         LIBRARY,  false, false",
        "HR_MANAGER,    PARTNER,  false, true",
        "EMPLOYEE,      LIBRARY,  false, false",
    })
    void aRoleHasToSuitTheOrganisation(Role role, OrganisationKind kind, boolean alsoPoi, boolean fits) {
        assertThat(PersonPolicy.fits(role, kind, alsoPoi)).isEqualTo(fits);
    }

    private static Actor actor(Role role) {
        return new Actor(Ids.next(), "Somebody", Texts.DUTCH, Set.of(new Grant(role, OWN)), Set.of(), OWN);
    }
}
