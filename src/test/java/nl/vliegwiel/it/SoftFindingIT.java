package nl.vliegwiel.it;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.Map;
import org.jboss.arquillian.container.test.api.RunAsClient;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** A soft finding that comes after the lender's yes asks the lender again (R5, R6); all who applied are one choice of the borrower. */
@RunAsClient
class SoftFindingIT extends ServerTest {
    @AfterEach
    void sheOffersAsBefore() {
        offers(36 * 60);
    }

    private static void offers(int minutes) {
        Truth.change("update pool_member set max_minutes_per_week = ? where person_id = ?::uuid", minutes, Truth.person(Loans.EMPLOYEE));
        Truth.texts("select refresh_search_rows(array[?::uuid])", Truth.person(Loans.EMPLOYEE));
    }

    private static boolean waits(String account, String words) {
        return Api.as(account).get("/inbox?limit=100").body().contains(words);
    }

    @Test
    void theLenderIsAskedAgainBeforeItIsDefinite() {
        LocalDate day = Loans.day(DayOfWeek.WEDNESDAY, 63);
        String title = "Later een bevinding";
        Loans.Asked asked = Loans.published(Loans.body(title, Loans.shift(Loans.at(day, 9, 0), Loans.at(day, 15, 0))));
        String placement = Loans.applied(asked);
        assertThat(waits(Loans.BORROWER, "Kies uit 1 aanmelding: " + title)).isTrue();
        assertThat(Loans.agreed(Loans.LENDER, placement, "LENDER").get("state").asText()).isEqualTo("APPLIED");
        assertThat(waits(Loans.LENDER, title)).isFalse();
        offers(60);

        assertThat(Loans.agreed(Loans.BORROWER, placement, "BORROWER").get("state").asText()).as("not definite").isEqualTo("APPLIED");
        assertThat(waits(Loans.LENDER, title)).as("asked again").isTrue();
        assertThat(waits(Loans.BORROWER, title)).as("its yes stands").isFalse();

        assertThat(Loans.consent(Loans.LENDER, placement, "LENDER").status()).as("not without a reason").isEqualTo(422);
        Api.Answer seen = Api.as(Loans.LENDER).get("/placements/" + placement);
        Api.Answer yes = Api.as(Loans.LENDER).post("/placements/" + placement + "/consents",
            Map.of("party", "LENDER", "decision", "YES", "textVersion", 1, "reason", "Zij wil het zelf graag"), "If-Match", seen.etag());
        assertThat(yes.status()).as(yes.body()).isEqualTo(200);
        assertThat(yes.json().get("state").asText()).isEqualTo("CONFIRMED");
        assertThat(Truth.number("select count(*) from placement_consent where placement_id = ?::uuid and party = 'LENDER'", placement))
            .as("both stay in the file (R15)").isEqualTo(2);
    }
}
