package nl.vliegwiel.it;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.stream.StreamSupport;
import org.jboss.arquillian.container.test.api.RunAsClient;
import org.junit.jupiter.api.Test;

/** R14: what another changed for me stands in my inbox. */
@RunAsClient
class NoticesIT extends ServerTest {
    private static JsonNode notice(String account, String kind) {
        JsonNode items = Api.as(account).get("/inbox/notices").json().get("items");
        return StreamSupport.stream(items.spliterator(), false).filter(item -> kind.equals(item.get("kind").asText())).findFirst().orElse(null);
    }

    @Test
    void aRoleThatIsGivenAndAnEmploymentThatIsChangedReachThePerson() {
        Desk.of("anna.duinrand").close();
        String duinrand = Loans.organisation("anna.duinrand");
        Api hr = Api.as("hr.duinrand");
        Api.Answer granted = hr.post("/organisations/" + duinrand + "/roles", Map.of("email", "anna.duinrand@vliegwiel.example", "role", "FACILITATOR"));
        assertThat(granted.status()).as(granted.body()).isEqualTo(201);
        assertThat(notice("anna.duinrand", "ROLE_CHANGED").get("title").asText()).contains("Begeleider");

        String row = Truth.texts("""
            select p.email || ',' || p.given_name || ',' || p.family_name || ',' || e.function_title || ',' || (e.minutes_per_week / 60 + 1) || ',' || e.starts_on
              from employment e join person p on p.id = e.person_id where p.id = ?::uuid and e.ends_on is null""", Truth.person("anna.duinrand")).get(0);
        byte[] file = ("email,givenName,familyName,function,hoursPerWeek,startDate\n" + row + "\n").getBytes(StandardCharsets.UTF_8);
        assertThat(hr.post("/organisations/" + duinrand + "/employees:import", "text/csv", file).status()).isEqualTo(200);
        JsonNode changed = notice("anna.duinrand", "EMPLOYMENT_CHANGED");
        assertThat(changed.get("text").asText()).contains("Duinrand");
        assertThat(changed.get("read").asBoolean()).isFalse();
        assertThat(notice("hr.duinrand", "EMPLOYMENT_CHANGED")).as("nobody is told of her own deed").isNull();

        Api.as("anna.duinrand").post("/inbox/notices:read", "");
        assertThat(notice("anna.duinrand", "EMPLOYMENT_CHANGED").get("read").asBoolean()).isTrue();
        Truth.change("delete from role_grant where role = 'FACILITATOR' and person_id = ?::uuid", Truth.person("anna.duinrand"));
        Truth.change("update employment set minutes_per_week = minutes_per_week - 60 where person_id = ?::uuid and ends_on is null", Truth.person("anna.duinrand"));
        Truth.texts("select refresh_search_rows(array[?::uuid])", Truth.person("anna.duinrand"));
    }
}
