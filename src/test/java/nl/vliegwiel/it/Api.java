package nl.vliegwiel.it;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** A script that calls the API as one account, as a roster system would. */
public final class Api {
    private static final ObjectMapper JSON = new ObjectMapper();
    /** HTTP/1.1, as through the proxy of production: this server's HTTP/2 without TLS jams when many calls share a connection. */
    private static final HttpClient CLIENT = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).followRedirects(HttpClient.Redirect.NEVER).build();
    /** Whatever takes longer hangs, and a test that hangs says nothing. */
    private static final Duration LONGEST = Duration.ofSeconds(40);
    private static final Duration SPARE = Duration.ofMinutes(2);
    private static final Map<String, String> TOKENS = new ConcurrentHashMap<>();

    private final TestServers servers;
    private final String token;

    private Api(TestServers servers, String token) {
        this.servers = servers;
        this.token = token;
    }

    /** Signs in with the development realm's script client. */
    public static Api as(String account) {
        TestServers servers = TestServers.get();
        return new Api(servers, TOKENS.compute(account, (name, known) -> known == null || ends(known).isBefore(Instant.now().plus(SPARE)) ? token(servers, name) : known));
    }

    public static Api withToken(String token) {
        return new Api(TestServers.get(), token);
    }

    public static Api anonymous() {
        return new Api(TestServers.get(), null);
    }

    /** A slow machine takes longer over all tests than a token lives. */
    private static Instant ends(String token) {
        try {
            return Instant.ofEpochSecond(JSON.readTree(Base64.getUrlDecoder().decode(token.split("\\.")[1])).get("exp").asLong());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String token(TestServers servers, String account) {
        String form = "grant_type=password&client_id=vliegwiel-cli&scope=openid&username=" + account + "&password=vliegwiel";
        Answer answer = send(HttpRequest.newBuilder(URI.create(servers.servers().keycloak().issuer() + "/protocol/openid-connect/token"))
            .header("Content-Type", "application/x-www-form-urlencoded").POST(HttpRequest.BodyPublishers.ofString(form)));
        if (answer.status() != 200) {
            throw new IllegalStateException("No token for " + account + ": " + answer.body());
        }
        return answer.json().get("access_token").asText();
    }

    /** One answer of the API. */
    public record Answer(int status, String body, HttpResponse<String> response) {
        public JsonNode json() {
            try {
                return JSON.readTree(body);
            } catch (JsonProcessingException e) {
                throw new IllegalStateException("No JSON in answer " + status + ": " + body, e);
            }
        }

        public String header(String name) {
            return response.headers().firstValue(name).orElse(null);
        }

        public String etag() {
            return header("ETag");
        }

        /** The message key of a problem document. */
        public String key() {
            return json().path("key").asText();
        }
    }

    public Answer get(String path, String... headers) {
        return send(request(path, headers).GET());
    }

    public Answer post(String path, Object body, String... headers) {
        return send(request(path, headers).header("Content-Type", "application/json").POST(HttpRequest.BodyPublishers.ofString(text(body))));
    }

    public Answer post(String path, String contentType, byte[] body, String... headers) {
        return send(request(path, headers).header("Content-Type", contentType).POST(HttpRequest.BodyPublishers.ofByteArray(body)));
    }

    public Answer put(String path, Object body, String... headers) {
        return send(request(path, headers).header("Content-Type", "application/json").PUT(HttpRequest.BodyPublishers.ofString(text(body))));
    }

    public Answer delete(String path, String... headers) {
        return send(request(path, headers).DELETE());
    }

    /** @param body bytes, text as it is, an object for JSON, or null for none; @param contentType null for none */
    public Answer call(String method, String path, String contentType, Object body, String... headers) {
        HttpRequest.Builder request = request(path, headers);
        if (body != null && contentType != null) {
            request.header("Content-Type", contentType);
        }
        return send(request.method(method, body == null ? HttpRequest.BodyPublishers.noBody()
            : HttpRequest.BodyPublishers.ofByteArray(body instanceof byte[] bytes ? bytes : text(body).getBytes(java.nio.charset.StandardCharsets.UTF_8))));
    }

    public byte[] bytes(String path) {
        try {
            return CLIENT.send(request(path).GET().build(), HttpResponse.BodyHandlers.ofByteArray()).body();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    public static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    private static String text(Object body) {
        try {
            return body instanceof String text ? text : JSON.writeValueAsString(body);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException(e);
        }
    }

    private HttpRequest.Builder request(String path, String... headers) {
        HttpRequest.Builder request = HttpRequest.newBuilder().timeout(LONGEST).uri(URI.create(servers.applicationUrl() + (path.startsWith("/api/") || path.equals("/openapi") ? path : "/api/v1" + path)));
        if (token != null) {
            request.header("Authorization", "Bearer " + token);
        }
        if (headers.length > 0) {
            request.headers(headers);
        }
        return request;
    }

    private static Answer send(HttpRequest.Builder request) {
        try {
            HttpResponse<String> answer = CLIENT.send(request.build(), HttpResponse.BodyHandlers.ofString());
            return new Answer(answer.statusCode(), answer.body(), answer);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
