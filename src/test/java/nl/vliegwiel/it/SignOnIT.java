package nl.vliegwiel.it;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Duration;
import java.util.function.BooleanSupplier;
import nl.vliegwiel.run.KeycloakServer;
import org.jboss.arquillian.container.test.api.RunAsClient;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.keycloak.admin.client.Keycloak;
import org.keycloak.admin.client.resource.RealmResource;

/** Signing in and out with the real Keycloak. */
@RunAsClient
class SignOnIT extends ServerTest {
    @AfterEach
    void honestAgain() {
        TestServers.get().provider().honest();
    }

    private static RealmResource realm() {
        return Keycloak.getInstance(TestServers.get().servers().keycloak().url().toString(), "master", KeycloakServer.ADMIN, KeycloakServer.PASSWORD, "admin-cli")
            .realm(KeycloakServer.REALM);
    }

    private static int sql(String statement, Object... values) {
        try (Connection owner = TestServers.get().servers().connectAsOwner(); PreparedStatement prepared = owner.prepareStatement(statement)) {
            for (int i = 0; i < values.length; i++) {
                prepared.setObject(i + 1, values[i]);
            }
            return prepared.executeUpdate();
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private static void eventually(Duration most, BooleanSupplier condition) {
        long end = System.nanoTime() + most.toNanos();
        while (!condition.getAsBoolean()) {
            assertThat(System.nanoTime()).as("waited " + most).isLessThan(end);
            Thread.onSpinWait();
        }
    }

    @Test
    void whoAsksForAPageEndsOnItWithItsQuery() {
        Visitor visitor = new Visitor();
        Visitor.Page back = visitor.get(visitor.callbackFor("/flexpool/requests?status=PUBLISHED&q=a%26b", "anna.duinrand"));
        assertThat(back.status()).isEqualTo(302);
        assertThat(back.location()).endsWith("/flexpool/requests?status=PUBLISHED&q=a%26b");
    }

    @Test
    void theStartPageNamesWhoIsIn() {
        Visitor visitor = new Visitor();
        visitor.signIn("anna.duinrand");
        assertThat(visitor.get("/").body()).contains("Anna Kuiper", "</html>");
    }

    @Test
    void anAccountThatNobodyInvitedReadsAFriendlyPage() {
        Visitor visitor = new Visitor();
        Visitor.Page answer = visitor.signIn("onbekend");
        assertThat(answer.status()).isEqualTo(403);
        assertThat(answer.body()).contains("</html>").doesNotContain("Exception");
        assertThat(visitor.loginCookie()).isEmpty();
    }

    @Test
    void aRightTakenAwayIsGoneAtTheNextClick() {
        Visitor visitor = new Visitor();
        visitor.signIn("begeleider");
        assertThat(visitor.isSignedIn()).isTrue();
        sql("update role_grant set ends_on = current_date - 1, starts_on = current_date - 2 where person_id = (select id from person where email = 'begeleider@vliegwiel.example')");
        sql("update employment set ends_on = current_date - 1, starts_on = least(starts_on, current_date - 2) where person_id = (select id from person where email = 'begeleider@vliegwiel.example')");
        try {
            assertThat(visitor.isSignedIn()).isFalse();
        } finally {
            sql("update role_grant set ends_on = null where person_id = (select id from person where email = 'begeleider@vliegwiel.example')");
            sql("update employment set ends_on = null where person_id = (select id from person where email = 'begeleider@vliegwiel.example')");
        }
    }

    @Test
    void endingTheSessionsAtKeycloakSignsOutHere() {
        Visitor visitor = new Visitor();
        visitor.signIn("carla.hoogveen");
        assertThat(visitor.isSignedIn()).isTrue();
        RealmResource realm = realm();
        realm.users().get(realm.users().searchByUsername("carla.hoogveen", true).get(0).getId()).logout();
        eventually(Duration.ofSeconds(10), () -> !visitor.isSignedIn());
    }

    @Test
    void whenKeycloakIsDownWhoIsInStaysInAndWhoComesReadsAClearPage() {
        Visitor inside = new Visitor();
        inside.signIn("anna.duinrand");
        Api script = Api.as("anna.duinrand");
        assertThat(script.get("/me").status()).isEqualTo(200);
        TestServers.get().provider().fallSilent();
        assertThat(inside.isSignedIn()).isTrue();
        assertThat(script.get("/me").status()).isEqualTo(200);
        Visitor outside = new Visitor();
        eventually(Duration.ofSeconds(10), () -> outside.get("/").status() != 302);
        Visitor.Page answer = outside.get("/");
        assertThat(answer.status()).isEqualTo(503);
        assertThat(answer.body()).contains("Vliegwiel is even niet bereikbaar", "</html>").doesNotContain("Exception");
        assertThat(answer.response().headers().firstValue("Retry-After")).isPresent();
    }

    @Test
    void aLoginEndsAfterHalfAnHourWithoutUseAndAfterTenHours() {
        Visitor idle = new Visitor();
        idle.signIn("bram.vennenland");
        sql("update sign_in set last_used_at = now() - interval '31 minutes' where subject = (select subject from person where email = 'bram.vennenland@vliegwiel.example')");
        assertThat(idle.isSignedIn()).isFalse();
        Visitor old = new Visitor();
        old.signIn("bram.vennenland");
        sql("update sign_in set ends_at = now() - interval '1 second' where subject = (select subject from person where email = 'bram.vennenland@vliegwiel.example')");
        assertThat(old.isSignedIn()).isFalse();
    }

    @Test
    void aFormSentAfterTheLoginEndedAsksToSignInAndDoesNothing() {
        Visitor visitor = new Visitor();
        Visitor.Page answer = visitor.post("/flexpool/availability", "x=y");
        assertThat(answer.status()).isEqualTo(401);
        assertThat(answer.body()).contains("</html>");
    }

    @Test
    void thePersonLinkedToAnAccountIsNotTakenOverByAnotherAccountWithTheSameAddress() {
        Visitor visitor = new Visitor();
        visitor.signIn("anna.duinrand");
        assertThat(sql("update person set subject = 'another-account' where email = 'anna.duinrand@vliegwiel.example'")).isEqualTo(1);
        try {
            Visitor second = new Visitor();
            assertThat(second.signIn("anna.duinrand").status()).isEqualTo(403);
        } finally {
            sql("update person set subject = null where email = 'anna.duinrand@vliegwiel.example'");
        }
    }
}
