package nl.vliegwiel.it;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.JWSSigner;
import com.nimbusds.jose.crypto.MACSigner;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.PlainJWT;
import com.nimbusds.jwt.SignedJWT;
import com.nimbusds.oauth2.sdk.util.JSONObjectUtils;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Executors;
import java.util.function.UnaryOperator;

/**
 * Stands between the application and the real Keycloak, under the address that both know as the issuer. As a rule it passes
 * everything on; a test can make it forge the ID token of the next sign-on, or fall silent.
 */
public final class ForgingProvider implements AutoCloseable {
    private static final Set<String> NOT_PASSED_ON = Set.of("host", "connection", "content-length", "transfer-encoding", "expect", "upgrade", "http2-settings");

    /** The key that the forger adds to the published ones, so that forgeries with a right signature exist too. */
    private final RSAKey ownKey;
    /** A key that nobody publishes. */
    private final RSAKey foreignKey;
    private final HttpServer server;
    private final HttpClient client = HttpClient.newBuilder().followRedirects(HttpClient.Redirect.NEVER).version(HttpClient.Version.HTTP_1_1).build();
    private URI keycloak;
    private volatile UnaryOperator<String> forgery;
    private volatile boolean down;

    public ForgingProvider(int port) throws IOException {
        try {
            ownKey = new RSAKeyGenerator(2048).keyID("forger").generate();
            foreignKey = new RSAKeyGenerator(2048).keyID("nobody").generate();
        } catch (JOSEException e) {
            throw new IllegalStateException(e);
        }
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 64);
        server.setExecutor(Executors.newCachedThreadPool(task -> {
            Thread thread = new Thread(task, "forging-provider");
            thread.setDaemon(true);
            return thread;
        }));
        server.createContext("/", this::handle);
        server.start();
    }

    void passOnTo(URI keycloakAddress) {
        this.keycloak = keycloakAddress;
    }

    public URI url() {
        return URI.create("http://localhost:" + server.getAddress().getPort());
    }

    /** Forges every ID token until {@link #honest()}. */
    public void forge(UnaryOperator<String> forgedIdToken) {
        this.forgery = forgedIdToken;
    }

    public void honest() {
        forgery = null;
        down = false;
    }

    public void fallSilent() {
        down = true;
    }

    /** The claims of the real token with one changed, signed by a key that we publish. */
    public String withClaim(String idToken, String claim, Object value) {
        return sign(new JWTClaimsSet.Builder(claims(idToken)).claim(claim, value).build(), JWSAlgorithm.RS256, "forger", signer(ownKey));
    }

    public String signedByNobody(String idToken) {
        return sign(claims(idToken), JWSAlgorithm.RS256, "nobody", signer(foreignKey));
    }

    /** Names a published key but is signed by another. */
    public String badSignature(String idToken) {
        return sign(claims(idToken), JWSAlgorithm.RS256, "forger", signer(foreignKey));
    }

    public String unsigned(String idToken) {
        return new PlainJWT(claims(idToken)).serialize();
    }

    /** HS256 keyed with the client's secret, padded to the length that the algorithm wants. */
    public String signedWithClientSecret(String idToken, String secret) {
        try {
            byte[] key = secret.repeat(3).substring(0, 32).getBytes(StandardCharsets.UTF_8);
            return sign(claims(idToken), JWSAlgorithm.HS256, null, new MACSigner(key));
        } catch (JOSEException e) {
            throw new IllegalStateException(e);
        }
    }

    /** A logout token with the given claims, signed by a key that we publish. */
    public String logoutToken(JWTClaimsSet claims) {
        return sign(claims, JWSAlgorithm.RS256, "forger", signer(ownKey));
    }

    private static JWSSigner signer(RSAKey key) {
        try {
            return new RSASSASigner(key);
        } catch (JOSEException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String sign(JWTClaimsSet claims, JWSAlgorithm algorithm, String keyId, JWSSigner signer) {
        try {
            SignedJWT token = new SignedJWT(new JWSHeader.Builder(algorithm).keyID(keyId).build(), claims);
            token.sign(signer);
            return token.serialize();
        } catch (JOSEException e) {
            throw new IllegalStateException(e);
        }
    }

    private static JWTClaimsSet claims(String token) {
        try {
            return SignedJWT.parse(token).getJWTClaimsSet();
        } catch (java.text.ParseException e) {
            throw new IllegalStateException(e);
        }
    }

    private void handle(HttpExchange exchange) throws IOException {
        try (exchange) {
            if (down) {
                exchange.sendResponseHeaders(503, -1);
                return;
            }
            HttpResponse<byte[]> answer = passOn(exchange);
            byte[] body = changed(exchange.getRequestURI().getPath(), answer);
            answer.headers().map().forEach((name, values) -> {
                if (!NOT_PASSED_ON.contains(name.toLowerCase(Locale.ROOT))) {
                    exchange.getResponseHeaders().put(name, List.copyOf(values));
                }
            });
            exchange.sendResponseHeaders(answer.statusCode(), body.length == 0 ? -1 : body.length);
            if (body.length > 0) {
                exchange.getResponseBody().write(body);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private HttpResponse<byte[]> passOn(HttpExchange exchange) throws IOException, InterruptedException {
        HttpRequest.Builder request = HttpRequest.newBuilder(keycloak.resolve(exchange.getRequestURI().toString()))
            .method(exchange.getRequestMethod(), HttpRequest.BodyPublishers.ofByteArray(exchange.getRequestBody().readAllBytes()));
        exchange.getRequestHeaders().forEach((name, values) -> {
            if (!NOT_PASSED_ON.contains(name.toLowerCase(Locale.ROOT))) {
                values.forEach(value -> request.header(name, value));
            }
        });
        return client.send(request.build(), HttpResponse.BodyHandlers.ofByteArray());
    }

    private byte[] changed(String path, HttpResponse<byte[]> answer) {
        try {
            if (path.endsWith("/protocol/openid-connect/certs")) {
                JWKSet keys = JWKSet.parse(new String(answer.body(), StandardCharsets.UTF_8));
                var all = new java.util.ArrayList<>(keys.getKeys());
                all.add(ownKey.toPublicJWK());
                return new JWKSet(all).toString().getBytes(StandardCharsets.UTF_8);
            }
            UnaryOperator<String> forge = forgery;
            if (forge != null && path.endsWith("/protocol/openid-connect/token") && answer.statusCode() == 200) {
                Map<String, Object> tokens = JSONObjectUtils.parse(new String(answer.body(), StandardCharsets.UTF_8));
                tokens.put("id_token", forge.apply((String) tokens.get("id_token")));
                return new net.minidev.json.JSONObject(tokens).toJSONString().getBytes(StandardCharsets.UTF_8);
            }
            return answer.body();
        } catch (java.text.ParseException | com.nimbusds.oauth2.sdk.ParseException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
