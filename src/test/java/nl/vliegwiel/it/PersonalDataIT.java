package nl.vliegwiel.it;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import nl.vliegwiel.platform.privacy.PersonalColumns;
import org.jboss.arquillian.container.test.api.RunAsClient;
import org.junit.jupiter.api.Test;

/** R18: the export is whole, every table with people in it has an end, and a library may keep shorter within bounds. */
@RunAsClient
class PersonalDataIT extends ServerTest {
    private static String retention(String account) {
        return "/organisations/" + Loans.organisation(account) + "/retention";
    }

    @Test
    void theListNamesEveryColumnThatPointsToAPerson() {
        assertThat(new TreeSet<>(Truth.texts("""
            select distinct cast(k.conrelid::regclass as text) || '.' || a.attname from pg_constraint k join pg_attribute a on a.attrelid = k.conrelid and a.attnum = any(k.conkey)
             where k.contype = 'f' and k.confrelid in ('person'::regclass, 'pool_member'::regclass, 'busy_calendar'::regclass)"""))).isSubsetOf(PersonalColumns.said().keySet());
    }

    @Test
    void herExportHasAPlaceForEachOfThem() {
        JsonNode export = Api.as(Loans.EMPLOYEE).get("/me/export").json();
        PersonalColumns.said().forEach((column, said) -> assertThat(export.at(said.export().equals("audit") ? "/person/audit" : said.export()).isMissingNode())
            .as(column + " in " + said.export()).isFalse());
    }

    @Test
    void aLibraryKeepsShorterWithinBoundsFromADayOn() {
        Api hr = Api.as("hr.hoogveen");
        String path = retention("hr.hoogveen");
        Api.Answer now = hr.get(path);
        assertThat(now.status()).as(now.body()).isEqualTo(200);
        LocalDate day = LocalDate.now(Loans.ZONE).plusDays(40);
        Api.Answer chosen = hr.put(path + "/QUESTION", Map.of("months", 3, "from", day.toString()), "If-Match", now.etag());
        assertThat(chosen.status()).as(chosen.body()).isEqualTo(200);
        assertThat(chosen.body()).contains("\"months\":3");
        assertThat(hr.put(path + "/QUESTION", Map.of("months", 2, "from", day.toString()), "If-Match", now.etag()).status()).as("of what was seen before").isEqualTo(412);
        for (Map.Entry<String, Integer> beyond : Map.of("QUESTION", 12, "HOURS", 12, "RANKING_LOG", 5, "NONSENSE", 1).entrySet()) {
            Api.Answer refused = hr.put(path + "/" + beyond.getKey(), Map.of("months", beyond.getValue(), "from", day.toString()), "If-Match", chosen.etag());
            assertThat(refused.status()).as(beyond + refused.body()).isIn(404, 422);
        }
        assertThat(hr.put(path + "/SWAP", Map.of("months", 6, "from", day.minusDays(80).toString()), "If-Match", chosen.etag()).status()).as("not into the past").isEqualTo(422);
        Api.Answer back = hr.put(path + "/QUESTION", Map.of("from", day.toString()), "If-Match", chosen.etag());
        assertThat(back.status()).as(back.body()).isEqualTo(200);
        assertThat(Truth.number("select count(*) from retention_choice where organisation_id = ?::uuid and kind = 'QUESTION' and valid_to is null",
            Loans.organisation("hr.hoogveen"))).isZero();
        assertThat(Truth.number("select count(*) from retention_choice where organisation_id = ?::uuid and kind = 'QUESTION' and valid_to is not null",
            Loans.organisation("hr.hoogveen"))).as("what was chosen stays readable").isPositive();
    }

    @Test
    void whoLeavesThePoolIsAskedNothingMoreAndWhatIsDefiniteStays() {
        String carla = "carla.hoogveen";
        List<String> favourites = Truth.texts("select id from favourite where person_id = ?::uuid and state = 'AGREED'", Truth.person(carla));
        var day = Loans.day(DayOfWeek.MONDAY, 198);
        Loans.Asked open = Loans.published(Loans.body("Weggaan, nog open", Loans.shift(Loans.at(day, 10, 0), Loans.at(day, 15, 0))));
        Loans.Asked agreed = Loans.published(Loans.body("Weggaan, al afgesproken", Loans.shift(Loans.at(day.plusDays(1), 10, 0), Loans.at(day.plusDays(1), 15, 0))));
        String waiting = Loans.apply(carla, open).json().at("/placements/0/id").asText();
        String definite = Loans.apply(carla, agreed).json().at("/placements/0/id").asText();
        Loans.agreed("hr.hoogveen", definite, "LENDER");
        Loans.agreed(Loans.BORROWER, definite, "BORROWER");
        Api.Answer pool = Api.as(carla).get("/me/pool");
        try {
            Map<String, Object> body = new HashMap<>(Map.of("participating", false, "maxTravelMinutes", pool.json().get("maxTravelMinutes").asInt(),
                "maxMinutesPerWeek", pool.json().get("maxMinutesPerWeek").asInt(), "place", pool.json().get("place").asText()));
            Api.Answer left = Api.as(carla).put("/me/pool", body, "If-Match", pool.etag());
            assertThat(left.status()).as(left.body()).isEqualTo(200);
            assertThat(Api.as(carla).get("/placements/" + waiting).json().get("state").asText()).isEqualTo("WITHDRAWN");
            assertThat(Api.as(carla).get("/placements/" + definite).json().get("state").asText()).isEqualTo("CONFIRMED");
            assertThat(Truth.number("select count(*) from favourite where person_id = ?::uuid and state in ('ASKED','AGREED')", Truth.person(carla))).isZero();
            body.put("participating", true);
            assertThat(Api.as(carla).put("/me/pool", body, "If-Match", left.etag()).status()).isEqualTo(200);
        } finally {
            Truth.change("update pool_member set participating = true where person_id = ?::uuid and not participating", Truth.person(carla));
            favourites.forEach(id -> Truth.change("update favourite set state = 'AGREED' where id = ?::uuid", id));
        }
    }
}
