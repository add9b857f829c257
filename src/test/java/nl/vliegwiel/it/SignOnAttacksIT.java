package nl.vliegwiel.it;

import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jwt.JWTClaimsSet;
import java.net.URI;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import nl.vliegwiel.run.KeycloakServer;
import org.jboss.arquillian.container.test.api.RunAsClient;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The attacks A1 and A5 of the security promise, each against the real Keycloak or the forging provider: nobody gets in, nothing is a 5xx. */
@RunAsClient
class SignOnAttacksIT extends ServerTest {
    private static ForgingProvider provider() {
        return TestServers.get().provider();
    }

    @AfterEach
    void honestAgain() {
        provider().honest();
    }

    private static void refused(Visitor visitor, Visitor.Page answer) {
        assertThat(answer.status()).isBetween(400, 499);
        assertThat(answer.body()).contains("</html>").doesNotContain("Exception", "nl.vliegwiel", "at org.");
        assertThat(visitor.loginCookie()).isEmpty();
        assertThat(visitor.isSignedIn()).isFalse();
    }

    static Stream<Arguments> forgeries() {
        Map<String, UnaryOperator<String>> all = Map.of(
            "no signature", token -> provider().unsigned(token),
            "HS256 with the client's secret", token -> provider().signedWithClientSecret(token, KeycloakServer.CLIENT_SECRET),
            "bad signature", token -> provider().badSignature(token),
            "unknown key", token -> provider().signedByNobody(token),
            "wrong nonce", token -> provider().withClaim(token, "nonce", "another"),
            "no nonce", token -> provider().withClaim(token, "nonce", null),
            "wrong issuer", token -> provider().withClaim(token, "iss", "http://localhost/realms/other"),
            "wrong audience", token -> provider().withClaim(token, "aud", List.of("other")),
            "expired", token -> provider().withClaim(token, "exp", Date.from(Instant.now().minusSeconds(3600))),
            "not a token", token -> "abc.def.ghi");
        return all.entrySet().stream().map(entry -> Arguments.of(entry.getKey(), entry.getValue()));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("forgeries")
    void aForgedIdentityTokenLetsNobodyIn(String name, UnaryOperator<String> forgery) {
        Visitor visitor = new Visitor();
        String callback = visitor.callbackFor("/", "anna.duinrand");
        provider().forge(forgery);
        refused(visitor, visitor.get(callback));
    }

    @Test
    void anHonestTokenThroughTheSameDoorLetsIn() {
        Visitor visitor = new Visitor();
        String callback = visitor.callbackFor("/", "anna.duinrand");
        provider().forge(token -> provider().withClaim(token, "harmless", "yes"));
        assertThat(visitor.get(callback).status()).isEqualTo(302);
        assertThat(visitor.isSignedIn()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "?state=", "?code=x", "?state=guess&code=x", "?state=a&state=b&code=x", "?error=access_denied", "?state=%00&code=%ff",
        "?error=access_denied&state=guess"})
    void aCallbackWithoutAnAttemptOfOursIsRefused(String query) {
        Visitor visitor = new Visitor();
        visitor.get("/");
        refused(visitor, visitor.get("/callback" + query));
    }

    @Test
    void aStateWorksOnce() {
        Visitor visitor = new Visitor();
        String callback = visitor.callbackFor("/", "anna.duinrand");
        assertThat(visitor.get(callback).status()).isEqualTo(302);
        assertThat(visitor.get(callback).status()).isEqualTo(400);
    }

    @Test
    void aCodeWorksOnceAlsoUnderANewState() {
        Visitor first = new Visitor();
        String used = first.callbackFor("/", "anna.duinrand");
        first.get(used);
        Visitor second = new Visitor();
        String state = parameter(second.get("/").location(), "state");
        refused(second, second.get("/callback?state=" + state + "&code=" + parameter(used, "code")));
    }

    @Test
    void anAttemptOfOneBrowserIsNotCompletedInAnother() {
        Visitor attacker = new Visitor();
        String callback = attacker.callbackFor("/", "bram.vennenland");
        Visitor victim = new Visitor();
        victim.get("/");
        refused(victim, victim.get(callback));
    }

    @Test
    void theAnswerOfTheProviderThatSaysNoIsAPage() {
        Visitor visitor = new Visitor();
        String state = parameter(visitor.get("/").location(), "state");
        refused(visitor, visitor.get("/callback?error=access_denied&state=" + state));
    }

    @Test
    void twoTabsBothWork() {
        Visitor visitor = new Visitor();
        String first = visitor.get("/flexpool/requests").location();
        String second = visitor.get("/flexpool/availability").location();
        String firstBack = visitor.passForm(first, "anna.duinrand");
        String secondBack = visitor.passForm(second, "anna.duinrand");
        assertThat(visitor.get(firstBack).location()).endsWith("/flexpool/requests");
        assertThat(visitor.get(secondBack).location()).endsWith("/flexpool/availability");
        assertThat(visitor.isSignedIn()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"//evil.example/x", "/\\evil.example", "/%0d%0aSet-Cookie:x=y", "/?redirect=https://evil.example", "/login?next=//evil.example"})
    void noParameterLeadsAwayFromUs(String path) {
        Visitor visitor = new Visitor();
        Visitor.Page start = visitor.get(TestServers.get().applicationUrl() + path.replace("\\", "%5C"));
        if (start.location() != null && start.location().contains("/realms/")) {
            assertThat(parameter(start.location(), "redirect_uri")).startsWith(java.net.URLEncoder.encode(TestServers.get().applicationUrl().toString(), java.nio.charset.StandardCharsets.UTF_8));
            String back = visitor.get(visitor.passForm(start.location(), "anna.duinrand")).location();
            assertThat(URI.create(TestServers.get().applicationUrl() + "/").resolve(back).getHost()).isEqualTo("localhost");
        } else {
            assertThat(start.status()).isBetween(400, 499);
        }
    }

    static Stream<Arguments> forgedLogouts() {
        Instant now = Instant.now();
        return Stream.of(
            Arguments.of("of another issuer", logout(now).issuer("http://localhost/realms/other").build()),
            Arguments.of("for another client", logout(now).audience("other").build()),
            Arguments.of("without event", logout(now).claim("events", null).build()),
            Arguments.of("with another event", logout(now).claim("events", Map.of("http://example.org/other", Map.of())).build()),
            Arguments.of("with a nonce", logout(now).claim("nonce", "n").build()),
            Arguments.of("without id", logout(now).jwtID(null).build()),
            Arguments.of("without subject and session", logout(now).subject(null).build()),
            Arguments.of("long ago", logout(now.minusSeconds(7200)).build()));
    }

    private static JWTClaimsSet.Builder logout(Instant at) {
        return new JWTClaimsSet.Builder().issuer(TestServers.get().servers().keycloak().issuer().toString()).audience(KeycloakServer.CLIENT)
            .subject(UUID.randomUUID().toString()).jwtID(UUID.randomUUID().toString()).issueTime(Date.from(at)).expirationTime(Date.from(at.plusSeconds(120)))
            .claim("events", Map.of("http://schemas.openid.net/event/backchannel-logout", Map.of()));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("forgedLogouts")
    void aForgedLogoutEndsNothing(String name, JWTClaimsSet claims) {
        Visitor visitor = new Visitor();
        visitor.signIn("anna.duinrand");
        assertThat(new Visitor().post("/backchannel-logout", "logout_token=" + provider().logoutToken(claims)).status()).isEqualTo(400);
        assertThat(visitor.isSignedIn()).isTrue();
    }

    @Test
    void aLogoutTokenWorksOnceAndWithoutOneThereIsNoLogout() {
        String token = provider().logoutToken(logout(Instant.now()).build());
        assertThat(new Visitor().post("/backchannel-logout", "logout_token=" + token).status()).isEqualTo(200);
        assertThat(new Visitor().post("/backchannel-logout", "logout_token=" + token).status()).isEqualTo(400);
        assertThat(new Visitor().post("/backchannel-logout", "").status()).isEqualTo(400);
        assertThat(new Visitor().post("/backchannel-logout", "logout_token=abc").status()).isEqualTo(400);
    }

    @ParameterizedTest
    @ValueSource(strings = {"abc", "a.b.c", "eyJhbGciOiJub25lIn0.eyJzdWIiOiJ4In0."})
    void theApiRefusesWhatIsNoTokenOfOurs(String token) {
        assertThat(Api.withToken(token).get("/me").status()).isEqualTo(401);
    }

    private static String parameter(String address, String name) {
        return Stream.of(URI.create(address).getRawQuery().split("&")).filter(pair -> pair.startsWith(name + "="))
            .map(pair -> pair.substring(name.length() + 1)).findFirst().orElseThrow();
    }
}
