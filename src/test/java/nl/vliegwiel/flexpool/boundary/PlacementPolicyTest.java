package nl.vliegwiel.flexpool.boundary;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Set;
import java.util.UUID;
import nl.vliegwiel.flexpool.boundary.PlacementPolicy.Parties;
import nl.vliegwiel.flexpool.domain.Party;
import nl.vliegwiel.platform.actor.Actor;
import nl.vliegwiel.platform.actor.Grant;
import nl.vliegwiel.platform.actor.Role;
import nl.vliegwiel.platform.rule.Forbidden;
import nl.vliegwiel.platform.rule.NotFound;
import nl.vliegwiel.platform.rule.Refusal;
import nl.vliegwiel.platform.text.Texts;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PlacementPolicyTest {
    private static final UUID ANNA = new UUID(0, 1);
    private static final UUID OTHER = new UUID(0, 2);
    private static final UUID LENDER = new UUID(1, 1);
    private static final UUID BORROWER = new UUID(1, 2);
    private static final UUID ELSEWHERE = new UUID(1, 3);
    private static final Parties LOAN = new Parties(new UUID(9, 9), ANNA, LENDER, BORROWER);

    private final PlacementPolicy policy = new PlacementPolicy();

    private static Actor actor(String who) {
        return switch (who) {
            case "employee" -> actor(ANNA, Role.EMPLOYEE, LENDER);
            case "colleague" -> actor(OTHER, Role.EMPLOYEE, LENDER);
            case "lender HR" -> actor(OTHER, Role.HR_MANAGER, LENDER);
            case "borrower HR" -> actor(OTHER, Role.HR_MANAGER, BORROWER);
            case "foreign HR" -> actor(OTHER, Role.HR_MANAGER, ELSEWHERE);
            case "lender finance" -> actor(OTHER, Role.FINANCE, LENDER);
            case "moderator" -> new Actor(OTHER, "M", Texts.DUTCH, Set.of(new Grant(Role.POI_MODERATOR, ELSEWHERE)), Set.of(LENDER, BORROWER), ELSEWHERE);
            case "admin" -> actor(OTHER, Role.ADMIN, ELSEWHERE);
            case "employee who is lender HR" -> new Actor(ANNA, "A", Texts.DUTCH, Set.of(new Grant(Role.EMPLOYEE, LENDER), new Grant(Role.HR_MANAGER, LENDER)),
                Set.of(), LENDER);
            default -> throw new IllegalArgumentException(who);
        };
    }

    private static Actor actor(UUID person, Role role, UUID organisation) {
        return new Actor(person, "Somebody", Texts.DUTCH, Set.of(new Grant(role, organisation)), Set.of(), organisation);
    }

    @ParameterizedTest(name = "{0}: read {1}, decide as employee {2}, lender {3}, borrower {4}, change the text {5}")
    @CsvSource({
        "employee,                  true,  true,  false, false, false",
        "colleague,                 false, false, false, false, false",
        "lender HR,                 true,  false, true,  false, true",
        "borrower HR,               true,  false, false, true,  true",
        "foreign HR,                false, false, false, false, false",
        "lender finance,            false, false, false, false, false",
        "moderator,                 false, false, false, false, false",
        "admin,                     false, false, false, false, false",
        "employee who is lender HR, true,  true,  false, false, false"})
    void whoMayDoWhat(String who, boolean read, boolean employee, boolean lender, boolean borrower, boolean terms) {
        Actor actor = actor(who);
        assertThat(policy.mayRead(actor, LOAN)).isEqualTo(read);
        assertThat(policy.maySpeakFor(actor, LOAN, Party.EMPLOYEE)).isEqualTo(employee);
        assertThat(policy.maySpeakFor(actor, LOAN, Party.LENDER)).isEqualTo(lender);
        assertThat(policy.maySpeakFor(actor, LOAN, Party.BORROWER)).isEqualTo(borrower);
        assertThat(policy.mayChangeTerms(actor, LOAN)).isEqualTo(terms);
    }

    @ParameterizedTest(name = "{0} deciding as {1}: {2}")
    @CsvSource({
        "foreign HR,                LENDER,   placement.notFound",
        "colleague,                 EMPLOYEE, placement.notFound",
        "borrower HR,               LENDER,   placement.consent.notYours",
        "lender HR,                 EMPLOYEE, placement.consent.notYours",
        "employee who is lender HR, LENDER,   placement.consent.aboutYourself"})
    void strangersReadNothingAndPartiesAreToldWhyNot(String who, Party party, String key) {
        assertThatThrownBy(() -> policy.requireSpeakFor(actor(who), LOAN, party))
            .isInstanceOf("placement.notFound".equals(key) ? NotFound.class : Forbidden.class)
            .extracting(refusal -> ((Refusal) refusal).key()).isEqualTo(key);
    }

    @ParameterizedTest(name = "{0} reads the name before she came forward: {1}, after: true")
    @CsvSource({"employee, true", "lender HR, true", "borrower HR, false"})
    void theBorrowerReadsTheNameOnlyOnceSheCameForward(String who, boolean before) {
        assertThat(policy.maySeeName(actor(who), LOAN, false)).isEqualTo(before);
        assertThat(policy.maySeeName(actor(who), LOAN, true)).isTrue();
    }

    @Test
    void onlyTheBorrowingLibraryProposes() {
        assertThatCode(() -> policy.requirePropose(actor("borrower HR"), BORROWER)).doesNotThrowAnyException();
        assertThatThrownBy(() -> policy.requirePropose(actor("lender HR"), BORROWER)).isInstanceOf(Forbidden.class);
    }

    @Test
    void ofItsOwnPeopleALibraryGivesBothYeses() {
        Parties own = new Parties(new UUID(9, 9), ANNA, BORROWER, BORROWER);
        assertThat(policy.partiesOf(actor("borrower HR"), own)).containsExactly(Party.LENDER, Party.BORROWER);
    }
}
