package nl.vliegwiel.flexpool.boundary;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Set;
import java.util.UUID;
import java.util.function.BiConsumer;
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

/** R12: she or her own HR writes, the borrower's HR confirms, the lender's HR approves; nobody decides about her own hours. */
class HoursPolicyTest {
    private static final UUID ANNA = new UUID(0, 1);
    private static final UUID OTHER = new UUID(0, 2);
    private static final UUID LENDER = new UUID(1, 1);
    private static final UUID BORROWER = new UUID(1, 2);
    private static final UUID ELSEWHERE = new UUID(1, 3);
    private static final Parties LOAN = new Parties(new UUID(9, 9), ANNA, LENDER, BORROWER);

    private final HoursPolicy policy = new HoursPolicy(new PlacementPolicy());

    private static Actor actor(String who) {
        return switch (who) {
            case "employee" -> actor(ANNA, Role.EMPLOYEE, LENDER);
            case "colleague" -> actor(OTHER, Role.EMPLOYEE, LENDER);
            case "lender HR" -> actor(OTHER, Role.HR_MANAGER, LENDER);
            case "borrower HR" -> actor(OTHER, Role.HR_MANAGER, BORROWER);
            case "foreign HR" -> actor(OTHER, Role.HR_MANAGER, ELSEWHERE);
            case "admin" -> actor(OTHER, Role.ADMIN, ELSEWHERE);
            case "employee who is lender HR" -> actor(ANNA, Role.HR_MANAGER, LENDER);
            case "employee who is borrower HR" -> actor(ANNA, Role.HR_MANAGER, BORROWER);
            default -> throw new IllegalArgumentException(who);
        };
    }

    private static Actor actor(UUID person, Role role, UUID organisation) {
        return new Actor(person, "Somebody", Texts.DUTCH, Set.of(new Grant(role, organisation)), Set.of(), organisation);
    }

    @ParameterizedTest(name = "{0}: enter {1}, confirm {2}, approve {3}")
    @CsvSource({
        "employee,                    true,  false, false",
        "colleague,                   false, false, false",
        "lender HR,                   true,  false, true",
        "borrower HR,                 false, true,  false",
        "foreign HR,                  false, false, false",
        "admin,                       false, false, false",
        "employee who is lender HR,   true,  false, false",
        "employee who is borrower HR, true,  false, false"})
    void everybodyDoesHerOwnPart(String who, boolean enter, boolean confirm, boolean approve) {
        Actor actor = actor(who);
        assertThat(policy.mayEnter(actor, LOAN)).isEqualTo(enter);
        assertThat(policy.mayConfirm(actor, LOAN)).isEqualTo(confirm);
        assertThat(policy.mayApprove(actor, LOAN)).isEqualTo(approve);
    }

    @ParameterizedTest
    @ValueSource(strings = {"colleague", "foreign HR", "admin"})
    void aStrangerIsToldThatThereIsNothing(String who) {
        for (BiConsumer<Actor, Parties> ask : Set.<BiConsumer<Actor, Parties>>of(policy::requireRead, policy::requireEnter, policy::requireConfirm, policy::requireApprove)) {
            assertThatThrownBy(() -> ask.accept(actor(who), LOAN)).isInstanceOf(NotFound.class);
        }
    }

    @Test
    void onlyTheLibraryWhoseTurnItIsSendsBack() {
        policy.requireReject(actor("borrower HR"), LOAN, false);
        policy.requireReject(actor("lender HR"), LOAN, true);
        assertThatThrownBy(() -> policy.requireReject(actor("lender HR"), LOAN, false)).isInstanceOf(Forbidden.class);
        assertThatThrownBy(() -> policy.requireReject(actor("borrower HR"), LOAN, true)).isInstanceOf(Forbidden.class);
        assertThatThrownBy(() -> policy.requireReject(actor("employee"), LOAN, false)).isInstanceOf(Forbidden.class);
    }
}
