package nl.vliegwiel.it;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import org.jboss.arquillian.container.test.api.RunAsClient;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What everybody meets who reaches the address, signed in or not. */
@RunAsClient
class SmokeIT extends ServerTest {
    private static final HttpClient CLIENT = HttpClient.newBuilder().followRedirects(HttpClient.Redirect.NEVER).build();

    private static HttpResponse<String> get(String path) throws IOException, InterruptedException {
        return CLIENT.send(HttpRequest.newBuilder(URI.create(TestServers.get().applicationUrl() + path)).header("Accept", "text/html,*/*;q=0.8").build(),
            HttpResponse.BodyHandlers.ofString());
    }

    @Test
    void readinessAndApiDescriptionNeedNoToken() throws Exception {
        assertThat(get("/health/ready").statusCode()).isEqualTo(200);
        assertThat(get("/openapi").statusCode()).isEqualTo(200);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/", "/index", "/index.xhtml", "/flexpool/requests", "/nothing-here", "/metrics"})
    void whoIsNotSignedInIsSentToSignOnFromEveryPage(String path) throws Exception {
        HttpResponse<String> answer = get(path);
        assertThat(answer.statusCode()).as(path).isEqualTo(302);
        assertThat(answer.headers().firstValue("Location").orElse("")).startsWith(TestServers.get().provider().url() + "/realms/vliegwiel/")
            .contains("code_challenge_method=S256");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/", "/api/v1/me", "/callback", "/signed-out", "/assets/nothing.css", "/backchannel-logout"})
    void everyAnswerCarriesTheSecurityHeaders(String path) throws Exception {
        var headers = get(path).headers();
        assertThat(headers.allValues("Content-Security-Policy")).as(path).hasSize(1);
        assertThat(headers.firstValue("Content-Security-Policy").orElse("")).doesNotContain("unsafe-inline", "unsafe-eval")
            .contains("default-src 'none'", "frame-ancestors 'none'");
        assertThat(headers.firstValue("X-Content-Type-Options")).contains("nosniff");
        assertThat(headers.firstValue("Server")).isEmpty();
        assertThat(headers.firstValue("X-Powered-By")).isEmpty();
    }

    @Test
    void theApiSaysWhoMayComeIn() {
        var answer = Api.anonymous().get("/me", "Accept-Language", "en");
        assertThat(answer.status()).isEqualTo(401);
        assertThat(answer.header("Content-Type")).startsWith("application/problem+json");
        assertThat(answer.json().get("detail").asText()).isEqualTo("Sign in to go on.");
    }

    @ParameterizedTest
    @ValueSource(strings = {"PUT", "DELETE", "PATCH", "TRACE", "OPTIONS"})
    void pagesKnowNoOtherMethods(String method) throws Exception {
        var answer = CLIENT.send(HttpRequest.newBuilder(URI.create(TestServers.get().applicationUrl() + "/signed-out"))
            .method(method, HttpRequest.BodyPublishers.noBody()).build(), HttpResponse.BodyHandlers.ofString());
        assertThat(answer.statusCode()).isBetween(400, 499);
    }
}
