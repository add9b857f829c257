package nl.vliegwiel.it;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import nl.vliegwiel.flexpool.boundary.HealthFigures;
import nl.vliegwiel.flexpool.persistence.HealthQueries;
import org.jboss.arquillian.container.test.api.RunAsClient;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.postgres.PostgresPlugin;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** How the pool does: made by one node, true to the tables, and silent about small groups. */
@RunAsClient
class HealthIT extends ServerTest {
    @BeforeEach
    void asManyCallsAsNeeded() {
        Truth.forgetCalls();
    }

    private static HealthFigures node(Connection connection, Instant now) throws SQLException {
        connection.setAutoCommit(false);
        return new HealthFigures(new HealthQueries(Jdbi.create(connection).installPlugin(new PostgresPlugin())), Clock.fixed(now, ZoneOffset.UTC));
    }

    @Test
    void twoNodesMakeTheFiguresOnceAndOnlyWhenTheyAreOld() throws SQLException {
        Instant now = Instant.now().plus(Duration.ofHours(2));
        try (Connection one = TestServers.get().servers().connectAsOwner(); Connection other = TestServers.get().servers().connectAsOwner()) {
            HealthFigures first = node(one, now);
            HealthFigures second = node(other, now);
            assertThat(first.refresh()).isTrue();
            assertThat(second.refresh()).as("while the first is at it").isFalse();
            other.rollback();
            one.commit();
            assertThat(second.refresh()).as("they are young").isFalse();
        } finally {
            Truth.change("update health_refresh set refreshed_at = now()");
        }
        assertThat(Truth.number("select coalesce(sum(lent), 0) from health_month")).isEqualTo(Truth.number("select coalesce(sum(placements), 0) from health_flow"));
        assertThat(Truth.number("select sum(given_minutes) - sum(taken_minutes) from health_month")).as("what one gives another takes").isZero();
    }

    @Test
    void fewerThanFiveStayHidden() {
        JsonNode all = Api.as("hr.duinrand").get("/pool-health").json();
        for (JsonNode flow : all.get("flows")) {
            assertThat(flow.get("placements").asInt()).isGreaterThanOrEqualTo(5);
        }
        for (JsonNode month : all.get("months")) {
            assertThat(month.at("/figures/filled").asInt() < 5 && month.at("/figures").hasNonNull("meanFillMinutes")).as(month.toString()).isFalse();
        }
        assertThat(all.toString()).as("no person").doesNotContain("employee", "@");
    }

    @Test
    void eachSeesHerLibraryAndRegionAndAllOfThemTheNetwork() {
        Api hr = Api.as("hr.duinrand");
        String duinrand = Loans.organisation("hr.duinrand");
        assertThat(hr.get("/pool-health?scope=LIBRARY").json().get("organisationId").asText()).isEqualTo(duinrand);
        assertThat(hr.get("/pool-health?scope=REGION").status()).isEqualTo(200);
        assertThat(hr.get("/pool-health?scope=LIBRARY&organisation=" + Loans.organisation("hr.hoogveen")).status()).isEqualTo(404);
        assertThat(Api.as("moderator.poi").get("/pool-health?scope=LIBRARY&organisation=" + duinrand).status()).isEqualTo(200);
        assertThat(Api.as("anna.duinrand").get("/pool-health").status()).isEqualTo(403);
        assertThat(hr.get("/pool-health?scope=GALAXY").status()).isEqualTo(400);
    }
}
