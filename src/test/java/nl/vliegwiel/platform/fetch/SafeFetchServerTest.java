package nl.vliegwiel.platform.fetch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.junit.jupiter.api.Assertions.assertTimeout;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsServer;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;
import nl.vliegwiel.platform.rule.RuleViolation;
import org.apache.hc.client5.http.DnsResolver;
import org.apache.hc.client5.http.ssl.DefaultClientTlsStrategy;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a foreign server may do to us, with a server of our own that stands where a public name leads. */
class SafeFetchServerTest {
    private static final String NAME = "agenda.voorbeeld.nl";
    private static final CountDownLatch OVER = new CountDownLatch(1);

    @TempDir
    static Path folder;

    private static HttpsServer server;
    private static ExecutorService threads;
    private static SafeFetch fetch;

    @BeforeAll
    static void start() throws IOException, GeneralSecurityException, InterruptedException {
        SSLContext context = context();
        server = HttpsServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setHttpsConfigurator(new HttpsConfigurator(context));
        threads = Executors.newCachedThreadPool();
        server.setExecutor(threads);
        server.createContext("/", SafeFetchServerTest::answer);
        server.start();
        fetch = new SafeFetch(new DnsResolver() {
            @Override
            public List<InetSocketAddress> resolve(String host, int port) {
                return List.of(server.getAddress());
            }

            @Override
            public InetAddress[] resolve(String host) {
                return new InetAddress[] {server.getAddress().getAddress()};
            }

            @Override
            public String resolveCanonicalHostname(String host) {
                return host;
            }
        }, new DefaultClientTlsStrategy(context));
    }

    /** A certificate for the name, that this test alone trusts. */
    private static SSLContext context() throws IOException, GeneralSecurityException, InterruptedException {
        Path store = folder.resolve("keys.p12");
        int exit = new ProcessBuilder(Path.of(System.getProperty("java.home"), "bin", "keytool").toString(), "-genkeypair", "-alias", "a", "-keyalg", "EC",
            "-dname", "CN=" + NAME, "-ext", "san=dns:" + NAME, "-storetype", "PKCS12", "-keystore", store.toString(), "-storepass", "geheim").inheritIO().start().waitFor();
        assertThat(exit).isZero();
        KeyStore keys = KeyStore.getInstance("PKCS12");
        try (InputStream in = Files.newInputStream(store)) {
            keys.load(in, "geheim".toCharArray());
        }
        KeyManagerFactory own = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
        own.init(keys, "geheim".toCharArray());
        TrustManagerFactory trusted = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        trusted.init(keys);
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(own.getKeyManagers(), trusted.getTrustManagers(), null);
        return context;
    }

    @AfterAll
    static void stop() {
        OVER.countDown();
        server.stop(0);
        threads.shutdownNow();
    }

    private static void answer(HttpExchange call) throws IOException {
        String path = call.getRequestURI().getPath();
        if (path.startsWith("/to/")) {
            int left = Integer.parseInt(path.substring(4));
            redirect(call, left == 0 ? "/file" : "/to/" + (left - 1));
        } else if (path.equals("/inside")) {
            redirect(call, "https://127.0.0.1/file");
        } else if (path.equals("/plain")) {
            redirect(call, "http://" + NAME + "/file");
        } else if (path.equals("/slow")) {
            drip(call);
        } else if (path.equals("/large")) {
            call.sendResponseHeaders(200, 0);
            try (OutputStream out = call.getResponseBody()) {
                out.write(new byte[(2 << 20) + 1]);
            }
        } else {
            byte[] headers = (call.getRequestHeaders().getFirst("Cookie") + " " + call.getRequestHeaders().getFirst("Authorization")).getBytes(StandardCharsets.UTF_8);
            call.getResponseHeaders().add("Set-Cookie", "a=b");
            call.sendResponseHeaders(path.equals("/file") ? 200 : 404, headers.length);
            call.getResponseBody().write(headers);
            call.close();
        }
    }

    private static void redirect(HttpExchange call, String to) throws IOException {
        call.getResponseHeaders().add("Location", to);
        call.getResponseHeaders().add("Set-Cookie", "a=b");
        call.sendResponseHeaders(302, -1);
        call.close();
    }

    /** A byte now and then, for as long as the test lasts. */
    private static void drip(HttpExchange call) throws IOException {
        call.sendResponseHeaders(200, 0);
        try {
            do {
                call.getResponseBody().write('x');
                call.getResponseBody().flush();
            } while (!OVER.await(500, TimeUnit.MILLISECONDS));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static String key(String path) {
        return catchThrowableOfType(RuleViolation.class, () -> fetch.get("https://" + NAME + path)).key();
    }

    @Test
    void aFileComesAlsoOverThreeRedirectsAndNothingOfUsGoesAlong() {
        assertThat(fetch.get("https://" + NAME + "/file")).asString(StandardCharsets.UTF_8).isEqualTo("null null");
        assertThat(fetch.get("https://" + NAME + "/to/2")).asString(StandardCharsets.UTF_8).isEqualTo("null null");
    }

    @Test
    void aFourthRedirectAndOneToWhereNobodyMayGoAreRefused() {
        assertThat(key("/to/3")).isEqualTo("fetch.redirects");
        assertThat(key("/inside")).isEqualTo("fetch.address");
        assertThat(key("/plain")).isEqualTo("fetch.address");
    }

    @Test
    void tooLargeAbsentAndForeignCertificatesAreToldApart() {
        assertThat(key("/large")).isEqualTo("fetch.tooLarge");
        assertThat(key("/absent")).isEqualTo("fetch.status");
        assertThat(catchThrowableOfType(RuleViolation.class, () -> fetch.get("https://ander.voorbeeld.nl/file")).key()).isEqualTo("fetch.unreachable");
    }

    @Test
    void whoSendsAByteNowAndThenIsCutOff() {
        assertTimeout(Duration.ofSeconds(20), () -> assertThat(key("/slow")).isEqualTo("fetch.tooSlow"));
    }
}
