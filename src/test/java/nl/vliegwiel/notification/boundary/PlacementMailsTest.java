package nl.vliegwiel.notification.boundary;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.Arrays;
import java.util.Set;
import java.util.UUID;
import nl.vliegwiel.flexpool.Flexpool.PlacementInBrief;
import nl.vliegwiel.flexpool.PlacementChanged.Change;
import nl.vliegwiel.notification.boundary.PlacementMails.Part;
import nl.vliegwiel.platform.text.Texts;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class PlacementMailsTest {
    private static final UUID ID = UUID.fromString("0196a0f0-0000-7000-8000-000000000001");
    private static final Instant START = Instant.parse("2027-05-03T08:00:00Z");

    @ParameterizedTest
    @CsvSource({
        "PROPOSED,  EMPLOYEE, PROPOSED,  BORROWER,          true",
        "PROPOSED,  EMPLOYEE, PROPOSED,  BORROWER EMPLOYEE, false",
        "PROPOSED,  EMPLOYEE, CANCELLED, BORROWER,          false",
        "APPLIED,   LENDER,   APPLIED,   EMPLOYEE,          true",
        "APPLIED,   LENDER,   APPLIED,   EMPLOYEE LENDER,   false",
        "APPLIED,   BORROWER, WITHDRAWN, EMPLOYEE,          false",
        "CONSENTED, EMPLOYEE, PROPOSED,  BORROWER LENDER,   true",
        "CONSENTED, EMPLOYEE, CONFIRMED, BORROWER LENDER,   false",
        "CONFIRMED, LENDER,   CONFIRMED, BORROWER LENDER,   true",
        "CONFIRMED, LENDER,   CANCELLED, BORROWER LENDER,   false",
        "CANCELLED, EMPLOYEE, CANCELLED, BORROWER,          true",
        "STANDBY,   BORROWER, STANDBY,   EMPLOYEE,          true",
        "STANDBY,   BORROWER, APPLIED,   EMPLOYEE,          false"})
    void onlyWhatIsStillSoIsSent(Change change, Part reader, String state, String agreed, boolean sent) {
        assertThat(PlacementMails.isStillSo(change, reader, placement(state, agreed.split(" ")))).isEqualTo(sent);
    }

    @ParameterizedTest
    @EnumSource(Change.class)
    void everyChangeIsWordedForEverybodyWhoIsTold(Change change) {
        String start = "mail.placement." + change + ".";
        for (var language : Arrays.asList(Texts.DUTCH, Texts.ENGLISH)) {
            assertThat(Texts.has(language, start + "subject")).isTrue();
            for (Part part : PlacementMails.parts(change)) {
                assertThat(Texts.of(language, start + part, "Oss", "Meppel", 2)).doesNotStartWith(start).doesNotContain("{");
            }
        }
    }

    @Test
    void aSeriesOfOneIsOneShift() {
        assertThat(Texts.of(Texts.DUTCH, "mail.placement.PROPOSED.EMPLOYEE", "Bibliotheek Vennenland", "Bibliotheek Duinrand", 1))
            .startsWith("Bibliotheek Vennenland vraagt of je wilt komen helpen, voor 1 dienst.");
    }

    private static PlacementInBrief placement(String state, String... agreed) {
        return new PlacementInBrief(ID, ID, "Taalhuis in Oss", ID, "Bibliotheek Vennenland", ID, "Bibliotheek Duinrand", ID, "Oss", START,
            START.plusSeconds(7_200), state, Set.of(agreed));
    }
}
