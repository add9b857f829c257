package nl.vliegwiel.flexpool.boundary;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Set;
import java.util.UUID;
import nl.vliegwiel.flexpool.boundary.PlacementPolicy.Parties;
import nl.vliegwiel.platform.actor.Actor;
import nl.vliegwiel.platform.actor.Grant;
import nl.vliegwiel.platform.actor.Role;
import nl.vliegwiel.platform.rule.Forbidden;
import nl.vliegwiel.platform.rule.NotFound;
import nl.vliegwiel.platform.text.Texts;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** R9: she always reads what is written about her loan; the borrower only while it is on, her own library only while she shares it. */
class EvaluationPolicyTest {
    private static final UUID ANNA = new UUID(0, 1);
    private static final UUID OTHER = new UUID(0, 2);
    private static final UUID LENDER = new UUID(1, 1);
    private static final UUID BORROWER = new UUID(1, 2);
    private static final UUID ELSEWHERE = new UUID(1, 3);
    private static final Parties LOAN = new Parties(new UUID(9, 9), ANNA, LENDER, BORROWER);

    private final EvaluationPolicy policy = new EvaluationPolicy(new PlacementPolicy());

    private static Actor actor(String who) {
        return switch (who) {
            case "employee" -> actor(ANNA, Role.EMPLOYEE, LENDER);
            case "colleague" -> actor(OTHER, Role.EMPLOYEE, LENDER);
            case "lender HR" -> actor(OTHER, Role.HR_MANAGER, LENDER);
            case "borrower HR" -> actor(OTHER, Role.HR_MANAGER, BORROWER);
            case "foreign HR" -> actor(OTHER, Role.HR_MANAGER, ELSEWHERE);
            case "admin" -> actor(OTHER, Role.ADMIN, ELSEWHERE);
            case "employee who is borrower HR" -> actor(ANNA, Role.HR_MANAGER, BORROWER);
            default -> throw new IllegalArgumentException(who);
        };
    }

    private static Actor actor(UUID person, Role role, UUID organisation) {
        return new Actor(person, "Somebody", Texts.DUTCH, Set.of(new Grant(role, organisation)), Set.of(), organisation);
    }

    @ParameterizedTest(name = "{0}: off {1}, on {2}, on and shared {3}, off and shared {4}")
    @CsvSource({
        "employee,    true,  true,  true,  true",
        "colleague,   false, false, false, false",
        "lender HR,   false, false, true,  false",
        "borrower HR, false, true,  true,  false",
        "foreign HR,  false, false, false, false",
        "admin,       false, false, false, false"})
    void whoReadsTheWords(String who, boolean off, boolean on, boolean shared, boolean offAndShared) {
        assertThat(policy.mayReadWords(actor(who), LOAN, false, false)).isEqualTo(off);
        assertThat(policy.mayReadWords(actor(who), LOAN, true, false)).isEqualTo(on);
        assertThat(policy.mayReadWords(actor(who), LOAN, true, true)).isEqualTo(shared);
        assertThat(policy.mayReadWords(actor(who), LOAN, false, true)).isEqualTo(offAndShared);
    }

    @ParameterizedTest(name = "{0} writes for {1}")
    @CsvSource({"employee, EMPLOYEE", "borrower HR, BORROWER", "employee who is borrower HR, EMPLOYEE"})
    void twoSidesWriteAndNobodyForBoth(String who, String side) {
        assertThat(policy.requireWrite(actor(who), LOAN).name()).isEqualTo(side);
    }

    @Test
    void herOwnLibraryDoesNotWrite() {
        assertThatThrownBy(() -> policy.requireWrite(actor("lender HR"), LOAN)).isInstanceOf(Forbidden.class);
        assertThatThrownBy(() -> policy.requireEmployee(actor("borrower HR"), LOAN)).isInstanceOf(Forbidden.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"colleague", "foreign HR", "admin"})
    void toOthersItIsNotThere(String who) {
        assertThatThrownBy(() -> policy.requireRead(actor(who), LOAN)).isInstanceOf(NotFound.class);
        assertThatThrownBy(() -> policy.requireWrite(actor(who), LOAN)).isInstanceOf(NotFound.class);
        assertThatThrownBy(() -> policy.requireTalk(actor(who), LOAN)).isInstanceOf(NotFound.class);
    }

    @ParameterizedTest(name = "{0} has part in the talk: {1}")
    @CsvSource({"employee, true", "lender HR, true", "borrower HR, false", "colleague, false"})
    void theTalkIsBetweenHerAndHerOwnLibrary(String who, boolean part) {
        assertThat(policy.mayTalk(actor(who), LOAN)).isEqualTo(part);
    }

    @ParameterizedTest(name = "{0}: read {1}, record {2}")
    @CsvSource({"employee, true, false", "lender HR, true, true", "borrower HR, false, false", "admin, false, false"})
    void theConsentIsReadByAllOfTheLibraryAndRecordedByItsManagers(String who, boolean read, boolean keep) {
        assertThat(policy.mayReadConsent(actor(who), LENDER)).isEqualTo(read);
        assertThat(policy.mayKeepConsent(actor(who), LENDER)).isEqualTo(keep);
    }
}
